"""`auditblanc work`: do what waits in the queue of a site for several people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=FrenchCommand, name="work")
@data_option
def command(folder: Path | None) -> None:
    """Fait les tâches longues d’un site à plusieurs, l’une après l’autre ; Ctrl-C l’arrête, une fois la tâche en cours finie.

    « auditblanc serve » a déjà un processus pour cela : cette commande en ajoute un, ou le remplace sur une machine à part.
    """
    require_site()
    from auditblanc.web.server.working import work_alone  # noqa: PLC0415 -- Django, only when asked for

    work_alone(data_asked(folder), click.echo)
