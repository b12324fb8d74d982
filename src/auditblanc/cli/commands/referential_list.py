"""`auditblanc referential list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from auditblanc.cli import editions, terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.machine import print_json
from auditblanc.cli.options import json_option
from auditblanc.interchange.data_folder import editions_folder

if TYPE_CHECKING:
    from datetime import date

    from auditblanc.domain.referential import Edition


@click.command(cls=FrenchCommand, name="list")
@json_option
def listing(*, as_json: bool) -> None:
    """Les éditions disponibles, et les audits auxquels chacune s’applique."""
    catalogue = editions.catalogue()
    known = [catalogue.edition(identifier) for identifier in catalogue.ids]
    if as_json:
        print_json([entry(edition) for edition in known])
        return
    rows = [(edition.id, edition.title, period(edition), checked(edition)) for edition in known]
    terminal.table(("Édition", "Texte", "Audits", "Vérifié le"), rows, wide=1)
    terminal.say(f"Vos propres éditions : {editions_folder()}")


def entry(edition: Edition) -> dict[str, Any]:
    return {
        "id": edition.id,
        "referential": edition.referential,
        "title": edition.title,
        "based_on": edition.based_on,
        "audits_from": iso(edition.audits_from),
        "audits_to": iso(edition.audits_to),
        "checked_on": iso(edition.checked_on),
        "indicators": len(edition.indicators),
    }


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def period(edition: Edition) -> str:
    start = f"du {edition.audits_from:%d/%m/%Y}" if edition.audits_from else "du début"
    return f"{start} au {edition.audits_to:%d/%m/%Y}" if edition.audits_to else f"{start} à ce jour"


def checked(edition: Edition) -> str:
    return f"{edition.checked_on:%d/%m/%Y}"
