"""`auditblanc migrate`: make the data of a site for several people, or bring them to this version."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = "Pour ouvrir le premier compte, celui qui administre le site, suivez ce lien dans les quatorze jours :"
_BACK = "Une copie d’avant la mise à jour est gardée dans « {copy} ». Pour revenir en arrière : réinstallez la version d’avant, puis restaurez-la avec « auditblanc restore »."


@click.command(cls=FrenchCommand, name="migrate")
@data_option
def command(folder: Path | None) -> None:
    """Prépare les données d’un site à plusieurs, ou les met à jour, après en avoir gardé une copie.

    Les données d’un seul ordinateur s’ouvrent ainsi à plusieurs. Tant que personne n’a de compte, le lien qui ouvre le premier s’affiche.
    """
    require_site()
    from auditblanc.web.server.migrating import migrate  # noqa: PLC0415 -- Django, only when asked for

    done = migrate(data_asked(folder), at=datetime.now().astimezone())
    click.echo("Les données sont à jour.")
    if done.copy:
        click.echo(_BACK.format(copy=done.copy))
    if done.link:
        click.echo(f"{_FIRST}\n{done.link}")
