"""Commands that write a document for people: its name chooses how it is drawn, options choose how it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditblanc.cli.told import tell, tell_job, tell_problems
from auditblanc.interchange.formats import load
from auditblanc.interchange.installation import mention
from auditblanc.interchange.saving import write_atomically
from auditblanc.reports.drawings import DRAWINGS, Drawing
from auditblanc.reports.look import ACCENT, Logo, Look, LookError

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditblanc.cli.opened import Opened
    from auditblanc.reports.content import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Dressed:
    """How the options ask a document to look."""

    accent: str = ACCENT
    logo: Path | None = None


_OPTIONS = (
    click.option("--logo", type=click.Path(path_type=Path), metavar="IMAGE", help="Logo, en PNG ou en JPEG."),
    click.option("--accent", default=ACCENT, metavar="COULEUR", help=f"Couleur d’accent, par exemple {ACCENT}."),
)


def document_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in _OPTIONS:
        command = option(command)
    return command


def drawing_of(output: Path) -> Drawing:
    """Asked for before anything is read: a wrong name is said at once."""
    for drawing in DRAWINGS.values():
        if output.suffix.lower() == drawing.suffix:
            return drawing
    endings = " ou ".join(drawing.suffix for drawing in DRAWINGS.values())
    raise click.UsageError(f"{output} : la fin du nom choisit le format ; utilisez {endings}.")


def look_of(dressed: Dressed, organisation: str) -> Look:
    try:
        logo = Logo(data=load(dressed.logo), alternative=f"Logo de {organisation}") if dressed.logo else None
        return Look(accent=dressed.accent, logo=logo)
    except LookError as error:
        raise click.UsageError(str(error)) from error


def write_document(document: Document, output: Path, start: Opened) -> None:
    write_atomically(output, drawing_of(output).draw(replace(document, mention=mention())))
    tell_job(start.job)
    tell_problems(start.problems)
    tell(f"Écrit : {output}")
