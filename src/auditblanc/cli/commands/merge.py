"""`auditblanc merge INTO FROM`: what FROM says and INTO does not; nothing is written without -o."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditblanc.cli import editions, terminal
from auditblanc.cli.commands.compare import print_differences
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.machine import print_json
from auditblanc.cli.options import json_option
from auditblanc.cli.told import passage_lines, tell, tell_problems
from auditblanc.domain.french import counted
from auditblanc.domain.merge import Merge, merge_across
from auditblanc.interchange import formats
from auditblanc.interchange.json_format import assessment_object
from auditblanc.interchange.saving import write_atomically

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition


@click.command(cls=FrenchCommand, name="merge")
@click.argument("into", metavar="DANS", type=click.Path(path_type=Path))
@click.argument("from_", metavar="DEPUIS", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="SORTIE", type=click.Path(path_type=Path), help="Écrit le résultat ; peut être DANS."
)
@json_option
def command(into: Path, from_: Path, *, output: Path | None, as_json: bool) -> int:
    """Fusionne DEPUIS dans DANS. Une case vide n’efface rien ; en cas de conflit, DANS est gardé et DEPUIS affiché.

    Sans -o, montre les différences et n’écrit rien. Code de sortie : 1 s’il reste des conflits.
    """
    catalogue = editions.catalogue()
    target = formats.written_as(output) if output else None
    first, second = (formats.read_file(path, catalogue) for path in (into, from_))
    merged = merge_across(catalogue, first.snapshot, second.snapshot)
    if as_json:
        print_json(plain(merged))
    else:
        print_merge(merged, into.name, from_.name)
    tell_problems(first.problems, into.name)
    tell_problems(second.problems, from_.name)
    if output and target:
        write_atomically(output, target.write(merged.snapshot, edition_of(merged, catalogue)))
        tell(f"Écrit : {output}")
    elif not as_json:
        tell("Rien n’est écrit. Pour écrire le résultat, ajoutez -o et un nom de fichier.")
    return 1 if merged.conflicts else 0


def edition_of(merged: Merge, catalogue: Catalogue) -> Edition:
    return catalogue.edition(merged.snapshot.edition)


def plain(merged: Merge) -> dict[str, object]:
    return {
        "assessment": assessment_object(merged.snapshot),
        "taken": merged.taken,
        "conflicts": merged.conflicts,
        "left_behind": merged.bridge.left_behind if merged.bridge else None,
    }


def print_merge(merged: Merge, into: str, from_: str) -> None:
    if merged.bridge:
        terminal.say(*passage_lines(merged.bridge))
    terminal.heading(counted(len(merged.taken), "réponse reprise", "réponses reprises"))
    if merged.taken:
        print_differences(merged.taken, into, from_)
    terminal.heading(counted(len(merged.conflicts), "conflit", "conflits"))
    if merged.conflicts:
        terminal.say("La première réponse est gardée ; la seconde est à reporter à la main si elle vaut mieux.")
        print_differences(merged.conflicts, into, from_)
