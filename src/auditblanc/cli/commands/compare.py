"""`auditblanc compare A B`: what differs, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditblanc.cli import editions, terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.machine import print_json
from auditblanc.cli.options import json_option
from auditblanc.cli.told import tell_problems
from auditblanc.domain.comparison import compare
from auditblanc.domain.french import counted
from auditblanc.interchange import formats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.difference import Difference


@click.command(cls=FrenchCommand, name="compare")
@click.argument("before", metavar="A", type=click.Path(path_type=Path))
@click.argument("after", metavar="B", type=click.Path(path_type=Path))
@json_option
def command(before: Path, after: Path, *, as_json: bool) -> int:
    """Compare deux évaluations ligne à ligne. Code de sortie : 0 rien ne diffère, 1 quelque chose diffère."""
    catalogue = editions.catalogue()
    first, second = (formats.read_file(path, catalogue) for path in (before, after))
    found = compare(first.snapshot, second.snapshot)
    if as_json:
        print_json(found)
    elif found.is_same:
        terminal.say("Rien ne diffère.")
    else:
        terminal.heading(counted(len(found.differences), "différence", "différences"))
        print_differences(found.differences, before.name, after.name)
    tell_problems(first.problems, before.name)
    tell_problems(second.problems, after.name)
    return 0 if found.is_same else 1


def print_differences(differences: Iterable[Difference], before: str, after: str) -> None:
    """Both texts whole: what is kept out of a file must not be cut on the screen as well."""
    terminal.table(("N°", "Champ", before, after), (row(found) for found in differences), wide=(2, 3))


def row(found: Difference) -> tuple[str, str, str, str]:
    number = str(found.indicator) if found.indicator else "–"
    return number, found.label, found.before_words, found.after_words
