"""`auditblanc bench seed`: a data folder with many fictitious organisations, to be timed or clicked through."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.parameters import Between
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

MOST = 100_000
_NO_FOLDER = (
    "Nommez le dossier à remplir, par exemple « --data essai » : le vôtre n’est jamais rempli d’organismes fictifs."
)
_NOT_EMPTY = "Il y a déjà des organismes dans « {folder} » : choisissez un dossier neuf."


@click.command(cls=FrenchCommand, name="seed")
@click.argument("count", metavar="NOMBRE", type=Between("Le nombre d’organismes", 1, MOST))
@data_option
def seed(count: int, folder: Path | None) -> None:
    """Remplit un dossier neuf de tant d’organismes fictifs, chacun avec trois évaluations de 33 indicateurs.

    Toujours les mêmes pour un même nombre. Ils sont à la personne de ce dossier : « auditblanc start --data DOSSIER » l’ouvre.
    """
    require_site()
    if folder is None:
        raise RefusedError(_NO_FOLDER)
    data = data_asked(folder)
    from auditblanc.web.local.prepare import migrate  # noqa: PLC0415 -- only where the site is installed

    data.mkdir(parents=True, exist_ok=True)
    migrate(data, at=datetime.now().astimezone())
    from auditblanc.accounts.models import Organisation, Role  # noqa: PLC0415 -- after the settings
    from auditblanc.accounts.writes import local_person  # noqa: PLC0415
    from auditblanc.assessments.made_up import Readers, make_up  # noqa: PLC0415

    if Organisation.objects.exists():
        raise RefusedError(_NOT_EMPTY.format(folder=folder))
    make_up(count, Readers(all=local_person(), role=Role.OWNER), _tell)
    click.echo(f"« {folder} » est rempli : « auditblanc start --data {folder} » l’ouvre.")


def _tell(made: int) -> None:
    click.echo(f"{made} organismes", err=True)
