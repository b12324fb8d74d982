"""`auditblanc remind`: one letter a week to each person who has something late or near."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.domain.french import counted
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

_NO_MAIL = "Aucun serveur d’envoi n’est réglé : donnez-le dans la variable AUDITBLANC_MAIL. Sur un seul ordinateur, les échéances s’affichent à l’accueil."
_NO_ADDRESS = (
    "L’adresse du site n’est pas réglée, et la lettre y renvoie : donnez-la dans la variable AUDITBLANC_ADDRESS."
)
_FAILED = "Le serveur d’envoi a refusé ou n’a pas répondu pour {letters} : le journal dit pourquoi. Vérifiez AUDITBLANC_MAIL ; le site les enverra dès que possible, et personne ne reçoit deux fois la même lettre."


@click.command(cls=FrenchCommand, name="remind")
@data_option
def command(folder: Path | None) -> None:
    """Écrit à chaque personne ce qui est en retard et ce qui vient, au plus une fois par semaine.

    À lancer chaque jour ou chaque semaine, par un planificateur (cron). Chaque lettre porte un lien pour ne plus la recevoir.
    """
    require_site()
    data = data_asked(folder)
    from auditblanc.web import environment  # noqa: PLC0415 -- only where the site is installed
    from auditblanc.web.local.prepare import ready  # noqa: PLC0415

    if not environment.text("AUDITBLANC_MAIL"):
        raise RefusedError(_NO_MAIL)
    if not environment.text("AUDITBLANC_ADDRESS"):
        raise RefusedError(_NO_ADDRESS)
    ready(data)
    from auditblanc.assessments.reminding import remind  # noqa: PLC0415 -- after the settings

    done = remind(datetime.now().astimezone())
    click.echo(f"{counted(done.written, 'lettre envoyée', 'lettres envoyées')}.")
    if done.waiting:
        raise RefusedError(_FAILED.format(letters=counted(done.waiting, "lettre", "lettres")))
