"""`auditblanc report`: the whole assessment as a document for people, in PDF or Word."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from auditblanc.cli.documents import Dressed, document_options, drawing_of, look_of, write_document
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.opened import opened
from auditblanc.cli.options import Asked, assessment_options
from auditblanc.interchange.installation import is_neutral
from auditblanc.reports.report import ReportOptions, report


@click.command(cls=FrenchCommand, name="report")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path))
@click.argument("output", metavar="SORTIE", type=click.Path(path_type=Path))
@click.option("--without-forecast", is_flag=True, help="Sans les points de vigilance.")
@document_options
@assessment_options
def command(file: Path, output: Path, *, without_forecast: bool, **options: Any) -> None:
    """Écrit le rapport d’auto-évaluation, en PDF ou en Word selon la fin du nom de SORTIE (.pdf, .docx)."""
    drawing_of(output)
    dressed = Dressed(**{name: options.pop(name) for name in ("accent", "logo")})
    today = date.today()  # noqa: DTZ011 -- the person's own calendar
    start = opened(file, Asked(**options), today=today)
    document = report(
        start.job.snapshot,
        start.job.edition,
        today=today,
        options=ReportOptions(with_forecast=not without_forecast, is_neutral=is_neutral()),
        look=look_of(dressed, start.job.snapshot.profile.provider.name),
    )
    write_document(document, output, start)
