"""`auditblanc serve`: the site for several people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=FrenchCommand, name="serve")
@data_option
def command(folder: Path | None) -> None:
    """Ouvre le site à plusieurs personnes, qui ont chacune un compte ; Ctrl-C l’arrête.

    Il se règle par l’environnement, et refuse des réglages dangereux en disant lesquels. Lancez d’abord « auditblanc migrate ».
    """
    require_site()
    from auditblanc.web.server.serving import serve_shared  # noqa: PLC0415 -- Django, only when asked for

    serve_shared(data_asked(folder), click.echo)
