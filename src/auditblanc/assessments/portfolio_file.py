"""The lines of a portfolio as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from auditblanc.assessments.row_files import Sheet
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.row_files import Cell

HEADINGS = (
    "Organisme", "Évaluation", "Texte", "Prêts", "Partiels", "Manquants", "Non évalués", "Indicateurs", "Audit", "Modifiée le",
)  # fmt: skip


def portfolio_sheet(rows: Iterable[Assessment]) -> Sheet:
    return Sheet(title="Portefeuille", headings=HEADINGS, rows=map(_cells, rows), wide=2)


def _cells(row: Assessment) -> tuple[Cell, ...]:
    levels = row.levels
    return (
        row.organisation.name,
        str(row),
        row.edition,
        *(levels.count(str(level.value)) for level in Level),
        levels.count("0"),
        len(levels),
        row.audit_day.isoformat() if row.audit_day else "",
        localtime(row.updated_at).date().isoformat(),
    )
