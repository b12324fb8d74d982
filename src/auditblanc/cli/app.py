"""The commands by name, and what the process answers to each kind of failure."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from auditblanc.cli.french import FrenchGroup, sentence
from auditblanc.cli.site import has_site
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.edition_path import PathError
from auditblanc.domain.neutral import shut_command
from auditblanc.interchange.installation import is_neutral
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import SavingError
from auditblanc.reports.missing import MissingTypstError
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "start": "ouvre le site sur cet ordinateur",
    "serve": "ouvre le site à plusieurs personnes, sur un serveur",
    "work": "fait les tâches longues d’un site à plusieurs",
    "migrate": "prépare ou met à jour les données d’un site à plusieurs",
    "read": "lit une fiche ou un classeur et liste ce qui est douteux",
    "convert": "réécrit une évaluation dans un autre format ou pour un autre texte",
    "forecast": "donne les points de vigilance d’après les réponses",
    "form": "écrit une fiche Word, vierge ou remplie, entière ou en partie",
    "report": "écrit le rapport d’auto-évaluation, en PDF ou en Word",
    "pieces": "écrit la liste des pièces à remettre au certificateur",
    "compare": "compare deux évaluations ligne à ligne",
    "merge": "fusionne une évaluation dans une autre",
    "profile": "dit ce qui s’applique, le cycle, la durée et les pièces demandées",
    "referential": "montre les textes : list, show, diff, complete",
    "backup": "enregistre une copie de vos données dans un seul fichier",
    "restore": "remet en place une copie de vos données",
    "organisation": "enregistre un organisme entier dans un fichier, ou l’en reprend",
    "receive": "reçoit des fiches en nombre, chacune pour son organisme",
    "check": "vérifie que vos données sont entières",
    "purge": "vide la corbeille de ce qui y est depuis plus de trente jours",
    "remind": "écrit à chacun ses échéances de la semaine",
    "verify": "vérifie qu’un dossier de preuves n’a pas changé",
    "bench": "remplit un dossier neuf d’organismes fictifs, pour essayer une installation",
    "example": "fait tout cela sur l’exemple fourni",
}


TRACE = "AUDITBLANC_TRACE"
_UNFORESEEN = (
    "Auditblanc s’est arrêté sur un cas qu’il ne prévoit pas ({kind}). Le fichier lu n’a pas été modifié ; "
    f"relancez la commande avec la variable {TRACE}=1 pour voir l’endroit, et signalez-le."
)


def loader(name: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        command: click.Command = import_module(f"auditblanc.cli.commands.{name}").command
        return command

    return load


def refusal(name: str) -> str:
    """Why a command is not in this installation; empty where it is."""
    part = shut_command(name) if is_neutral() else None
    return part.refusal if part else ""


main = FrenchGroup(
    loaders={name: loader(name) for name in COMMANDS},
    summaries=COMMANDS,
    purpose="Auditblanc prépare un audit Qualiopi à partir de vos fichiers.",
    refusal=refusal,
)


def run(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code; a failure is one French sentence on stderr."""
    speak_utf8()
    sys.exit(outcome(sys.argv[1:] if arguments is None else arguments))


def speak_utf8() -> None:
    """French and JSON go out in UTF-8 wherever they go: Windows pipes and bare locales would refuse « ✚ »."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def outcome(arguments: list[str]) -> int:
    try:
        result = main.main(arguments or by_itself(), prog_name="auditblanc", standalone_mode=False)
    except click.ClickException as error:
        return complain(f"{sentence(error)} Voir « auditblanc --help ».")
    except (UnreadableFileError, SavingError, EditionError, MissingTypstError, PathError, RefusedError) as error:
        return complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return complain("Arrêté.")
    except BrokenPipeError:
        # Who reads the output has seen enough (« | head »).
        return 1
    except Exception as error:
        if os.environ.get(TRACE):
            raise
        return complain(_UNFORESEEN.format(kind=type(error).__name__))
    return result if isinstance(result, int) else 0


def by_itself() -> list[str]:
    """What the name alone does: open the site where it is installed, else say what there is."""
    return ["start"] if has_site() else ["--help"]


def complain(message: str) -> int:
    click.echo(message, err=True)
    return 2
