"""`auditblanc pieces`: the pieces to hand to the certifier before the audit, in PDF or Word."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from auditblanc.cli.documents import Dressed, document_options, drawing_of, look_of, write_document
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.opened import opened
from auditblanc.cli.options import Asked, assessment_options
from auditblanc.reports.pieces import pieces_list


@click.command(cls=FrenchCommand, name="pieces")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path))
@click.argument("output", metavar="SORTIE", type=click.Path(path_type=Path))
@document_options
@assessment_options
def command(file: Path, output: Path, **options: Any) -> None:
    """Écrit la liste des pièces à remettre au certificateur, en PDF ou en Word selon la fin du nom de SORTIE."""
    drawing_of(output)
    dressed = Dressed(**{name: options.pop(name) for name in ("accent", "logo")})
    today = date.today()  # noqa: DTZ011 -- the person's own calendar
    start = opened(file, Asked(**options), today=today)
    look = look_of(dressed, start.job.snapshot.profile.provider.name)
    write_document(pieces_list(start.job.snapshot, start.job.edition, today=today, look=look), output, start)
