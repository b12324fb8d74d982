"""`auditblanc organisation export`: everything of one organisation, in one file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.web.local.refused import RefusedError


@click.command(cls=FrenchCommand, name="export")
@click.argument("name", metavar="NOM")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path, dir_okay=False))
@data_option
def export(name: str, file: Path, folder: Path | None) -> None:
    """Enregistre un organisme, par son nom ou sa clé : évaluations, preuves et leurs fichiers, actions, écarts, journal.

    Le fichier n’est pas chiffré. Un fichier qui existe déjà n’est pas remplacé.
    """
    require_site()
    data = data_asked(folder)
    from auditblanc.web.local.prepare import ready  # noqa: PLC0415 -- only where the site is installed

    ready(data)
    from auditblanc.assessments.organisation_file.named import named  # noqa: PLC0415 -- after the settings
    from auditblanc.assessments.organisation_file.written import write  # noqa: PLC0415

    if file.exists():
        raise RefusedError(f"« {file} » existe déjà : choisissez un autre nom.")
    row = named(name)
    write(row, file, datetime.now().astimezone())
    click.echo(f"« {row.name} » est dans « {file} ».")
