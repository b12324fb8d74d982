"""`auditblanc backup`: one's data as one file, while the site runs or not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.domain.french import counted


@click.command(cls=FrenchCommand, name="backup")
@click.argument("file", metavar="[FICHIER.zip]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--without-files", is_flag=True, help="Laisse de côté les fichiers des preuves, qui restent à leur place."
)
@click.option(
    "--keep",
    metavar="7j,4s,12m",
    help="Retire ensuite, du même dossier, les copies datées plus anciennes, sauf une par jour, par semaine et par mois, en aussi grand nombre.",
)
@data_option
def command(file: Path | None, folder: Path | None, keep: str | None, *, without_files: bool) -> None:
    """Enregistre une copie de vos données dans un seul fichier, même pendant que le site fonctionne.

    Sans nom, ou dans un dossier, le fichier porte la date et l’heure. La copie est relue avant de prendre son nom. Le secret qui
    signe les accès à cet ordinateur n’y est pas.
    """
    require_site()
    from auditblanc.web.local import state  # noqa: PLC0415 -- only where the site is installed
    from auditblanc.web.local.copy_file import file_name, save_copy  # noqa: PLC0415
    from auditblanc.web.local.dated_copies import keep_asked, thin  # noqa: PLC0415
    from auditblanc.web.local.outside import reached  # noqa: PLC0415
    from auditblanc.web.local.prepare import set_up  # noqa: PLC0415

    now, data = datetime.now().astimezone(), data_asked(folder)
    target = (file or Path()) / file_name(now) if file is None or file.is_dir() else file
    kept = keep_asked(keep, target)
    set_up(data)
    with reached():
        written = save_copy(data, target, at=now, with_files=not without_files)
    state.copied(data, now)
    click.echo(f"Copie enregistrée : {target}")
    if kept and (removed := thin(target.parent, kept)):
        click.echo(f"{counted(len(removed), 'copie plus ancienne retirée', 'copies plus anciennes retirées')}.")
    if written.missing:
        left = counted(written.missing, "fichier de preuve n’y est pas", "fichiers de preuves n’y sont pas")
        click.echo(f"{left}, faute d’être à leur place, intacts : « auditblanc check » dit lesquels.")
