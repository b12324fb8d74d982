"""`auditblanc check`: are the data whole?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=FrenchCommand, name="check")
@data_option
def command(folder: Path | None) -> int:
    """Vérifie vos données, sans rien y changer : base, journaux, copies figées et fichiers de preuves.

    Le code de sortie est 0 si tout est en ordre, 1 si quelque chose ne tient pas.
    """
    require_site()
    from auditblanc.web.local.checking import check  # noqa: PLC0415 -- only where the site is installed

    verdict = check(data_asked(folder))
    for remark in verdict.remarks:
        click.echo(remark)
    if not verdict.faults:
        click.echo(f"Tout est en ordre : {verdict.examined}.")
        return 0
    click.echo(f"{counted(len(verdict.faults), 'défaut', 'défauts')} :")
    for fault in verdict.faults:
        click.echo(f"- {fault}")
    return 1
