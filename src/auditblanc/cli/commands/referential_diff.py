"""`auditblanc referential diff A B`: what changes from one edition to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditblanc.cli import editions, terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.machine import print_json
from auditblanc.cli.options import json_option
from auditblanc.domain.edition_changes import IndicatorChanges, changes
from auditblanc.domain.french import counted
from auditblanc.domain.referential import ChangeKind

if TYPE_CHECKING:
    from typing import Any


@click.command(cls=FrenchCommand, name="diff")
@click.argument("start", metavar="DE")
@click.argument("end", metavar="VERS")
@json_option
def diff(start: str, end: str, *, as_json: bool) -> None:
    """Ce qui change d’une édition à l’autre, indicateur par indicateur."""
    catalogue = editions.catalogue()
    changed = [
        change for change in changes(catalogue, start, end) if change.kind is not ChangeKind.NONE or change.fields
    ]
    if as_json:
        print_json([plain(change) for change in changed])
        return
    reopened = sum(change.reopens for change in changed)
    terminal.heading(f"De {start} à {end} : {counted(len(changed), 'indicateur change', 'indicateurs changent')}")
    terminal.say(f"{counted(reopened, 'change', 'changent')} sur le fond : une réponse déjà écrite y est à revoir.")
    terminal.table(("N°", "Indicateur", "Nature", "Ce qui change"), (row(change) for change in changed), wide=3)


def row(change: IndicatorChanges) -> tuple[str, str, str, str]:
    fields = f"Diffère : {', '.join(field.label for field in change.fields)}." if change.fields else ""
    told = " ".join((*change.summaries, fields)).strip()
    return str(change.indicator), change.title, change.kind.label, told


def plain(change: IndicatorChanges) -> dict[str, Any]:
    return {
        "indicator": change.indicator,
        "title": change.title,
        "kind": change.kind,
        "reopens": change.reopens,
        "fields": [field.key for field in change.fields],
        "steps": change.steps,
    }
