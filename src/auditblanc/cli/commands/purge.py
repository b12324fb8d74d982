"""`auditblanc purge`: what was thrown away more than thirty days ago goes for good."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=FrenchCommand, name="purge")
@data_option
def command(folder: Path | None) -> None:
    """Fait partir pour de bon ce qui est à la corbeille depuis plus de trente jours, fichiers compris."""
    require_site()
    data = data_asked(folder)
    from auditblanc.web.local.prepare import ready  # noqa: PLC0415 -- only where the site is installed

    ready(data)
    from auditblanc.assessments.writes.removal import purge  # noqa: PLC0415 -- after the settings

    count = purge(datetime.now().astimezone())
    click.echo(f"{counted(count, 'élément parti', 'éléments partis')} pour de bon.")
