"""`auditblanc form`: a Word form, blank or filled, whole, only what applies, or a part for a colleague."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.opened import opened
from auditblanc.cli.options import Asked, assessment_options
from auditblanc.cli.parameters import Numbers
from auditblanc.cli.told import tell, tell_job, tell_problems
from auditblanc.cli.written import changes_told
from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.text import TextError
from auditblanc.interchange import formats
from auditblanc.interchange.form_docx import FormError, FormOptions
from auditblanc.interchange.form_docx import write as write_form
from auditblanc.interchange.installation import mention
from auditblanc.interchange.saving import write_atomically

if TYPE_CHECKING:
    from auditblanc.cli.job import Job


@click.command(cls=FrenchCommand, name="form")
@click.argument("output", metavar="SORTIE.docx", type=click.Path(path_type=Path))
@click.option(
    "--from", "source", metavar="FICHIER", type=click.Path(path_type=Path), help="Fiche dont on reprend les réponses."
)
@click.option("--blank", is_flag=True, help="Laisse les réponses vides, même avec --from.")
@click.option(
    "--only-applicable", is_flag=True, help="Seulement les indicateurs qui s’appliquent ou restent à confirmer."
)
@click.option(
    "--part", type=Numbers(), metavar="N,N-N", help="Seulement ces indicateurs, pour les confier à quelqu’un."
)
@click.option("--for", "recipient", default="", metavar="NOM", help="La personne à qui la partie est confiée.")
@assessment_options
def command(output: Path, source: Path | None, **options: Any) -> None:
    """Écrit une fiche Word. Sans autre option : vierge, entière, sur le texte en vigueur aujourd’hui."""
    chosen = {name: options.pop(name) for name in ("blank", "only_applicable", "part", "recipient")}
    if formats.written_as(output).name != "docx":
        raise click.UsageError("Une fiche est un document Word : donnez un nom qui finit par .docx.")
    start = opened(source, Asked(**options), today=date.today())  # noqa: DTZ011 -- the person's own calendar
    try:
        data = write_form(start.job.snapshot, start.job.edition, form_options(start.job, **chosen))
    except (FormError, TextError) as error:
        raise click.UsageError(str(error)) from error
    write_atomically(output, data)
    tell_job(start.job)
    tell_problems(start.problems)
    tell(f"Écrit : {output}")


def form_options(
    work: Job, *, blank: bool, only_applicable: bool, part: tuple[int, ...] | None, recipient: str
) -> FormOptions:
    rows = part
    if only_applicable:
        kept = [each.indicator for each in applicabilities(work.edition, work.snapshot) if each.counts is not False]
        rows = tuple(number for number in kept if part is None or number in part)
    return FormOptions(rows=rows, recipient=recipient, blank=blank, changes=changes_told(work), mention=mention())
