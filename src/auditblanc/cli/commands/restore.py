"""`auditblanc restore`: a copy takes the place of one's data."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.domain.dates import in_french
from auditblanc.domain.french import counted


@click.command(cls=FrenchCommand, name="restore")
@click.argument("file", metavar="FICHIER.zip", type=click.Path(path_type=Path))
@data_option
def command(file: Path, folder: Path | None) -> None:
    """Remplace vos données par celles d’une copie ; celles d’avant sont gardées à part.

    Le site doit être arrêté.
    """
    require_site()
    from auditblanc.web.local.restoring import restore  # noqa: PLC0415 -- Django, only when asked for

    contents, aside = restore(file, data_asked(folder), at=datetime.now().astimezone())
    told = counted(len(contents.organisations), "organisme", "organismes")
    click.echo(f"Copie du {in_french(contents.made_at.date())} restaurée : {told}.")
    if aside:
        click.echo(f"Vos données d’avant sont gardées dans « {aside} ».")
