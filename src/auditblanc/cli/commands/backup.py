"""`auditblanc backup`: one's data as one file, while the site runs or not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site


@click.command(cls=FrenchCommand, name="backup")
@click.argument("file", metavar="[FICHIER.zip]", required=False, type=click.Path(path_type=Path))
@data_option
def command(file: Path | None, folder: Path | None) -> None:
    """Enregistre une copie de vos données dans un seul fichier, même pendant que le site fonctionne.

    Sans nom, le fichier porte la date et l’heure. Le secret qui signe les accès à cet ordinateur n’y est pas.
    """
    require_site()
    from auditblanc.web.local import state  # noqa: PLC0415 -- only where the site is installed
    from auditblanc.web.local.copy_file import file_name, save_copy  # noqa: PLC0415

    now = datetime.now().astimezone()
    target, data = file or Path(file_name(now)), data_asked(folder)
    save_copy(data, target, at=now)
    state.copied(data, now)
    click.echo(f"Copie enregistrée : {target}")
