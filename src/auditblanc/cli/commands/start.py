"""`auditblanc start`: the site, for one person on their own machine."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.parameters import Between
from auditblanc.cli.site import data_asked, data_option, require_site

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=FrenchCommand, name="start")
@data_option
@click.option("--port", type=Between("un port", 1024, 65535), metavar="NOMBRE", help="Port à employer, puis à retenir.")
@click.option("--no-browser", is_flag=True, help="Affiche l’adresse sans ouvrir le navigateur.")
def command(folder: Path | None, port: int | None, *, no_browser: bool) -> None:
    """Ouvre le site dans le navigateur ; Ctrl-C l’arrête. C’est aussi ce que fait « auditblanc » seul.

    Déjà ouvert, il est retrouvé et montré.
    """
    require_site()
    from auditblanc.web.local.start import Wish, start  # noqa: PLC0415 -- Django, only when asked for

    wish = Wish(folder=data_asked(folder), port=port, wants_browser=not no_browser, say=click.echo)
    start(wish, at=datetime.now().astimezone())
