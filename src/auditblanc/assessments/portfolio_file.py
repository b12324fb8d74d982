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

_FIRST = ("Organisme", "Évaluation", "Texte")
_LEVELS = ("Prêts", "Partiels", "Manquants")
_LAST = ("Non évalués", "Indicateurs", "Audit", "Modifiée le")


def portfolio_sheet(rows: Iterable[Assessment], *, with_levels: bool = True) -> Sheet:
    """``with_levels``: how many of each, beside how far each organisation is."""
    headings = (*_FIRST, *(_LEVELS if with_levels else ()), *_LAST)
    lines = (_cells(row, with_levels=with_levels) for row in rows)
    return Sheet(title="Portefeuille", headings=headings, rows=lines, wide=2)


def _cells(row: Assessment, *, with_levels: bool) -> tuple[Cell, ...]:
    levels = row.levels
    return (
        row.organisation.name,
        str(row),
        row.edition,
        *(levels.count(str(level.value)) for level in Level if with_levels),
        levels.count("0"),
        len(levels),
        row.audit_day.isoformat() if row.audit_day else "",
        localtime(row.updated_at).date().isoformat(),
    )
