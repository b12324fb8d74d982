"""What became of each form, and each doubt, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.mass_intake.deciding import doubts_of
from auditblanc.assessments.models import ReceivedForm
from auditblanc.assessments.reads.mass_intake import forms
from auditblanc.assessments.row_files import Sheet, xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.assessments.models import MassIntake
    from auditblanc.assessments.row_files import Cell

_FORMS = ("Fichier", "Suite", "Organisme", "Organisme créé", "Indicateurs évalués", "Doutes", "Pourquoi")
_DOUBTS = ("Fichier", "Organisme", "Indicateur", "Cellule", "Doute")


def workbook(intake: MassIntake) -> bytes:
    """Two sheets: « Fiches », « Doutes »."""
    return xlsx(forms_sheet(intake), doubts_sheet(intake))


def forms_sheet(intake: MassIntake) -> Sheet:
    return Sheet(title="Fiches", headings=_FORMS, rows=map(_form, forms(intake).iterator(chunk_size=2000)), wide=1)


def doubts_sheet(intake: MassIntake) -> Sheet:
    return Sheet(title="Doutes", headings=_DOUBTS, rows=_doubts(intake), wide=2)


def _form(form: ReceivedForm) -> tuple[Cell, ...]:
    return (
        form.name,
        form.get_outcome_display(),
        form.organisation.name if form.organisation else "",
        "oui" if form.is_new else "",
        form.rated,
        form.doubtful,
        form.reason,
    )


def _doubts(intake: MassIntake) -> Iterator[tuple[Cell, ...]]:
    rows = (
        ReceivedForm.objects.filter(intake=intake, doubtful__gt=0)
        .select_related("organisation")
        .defer("document", "data")
    )
    for form in rows.order_by("name").iterator(chunk_size=200):
        for doubt in doubts_of(form):
            whose = form.organisation.name if form.organisation else ""
            yield form.name, whose, doubt.indicator or "", doubt.cell.label, doubt.message
