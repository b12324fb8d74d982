"""What the charts show, in words and in rows: for those who do not see them, and for those who want the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.progress import CriterionProgress, Tally

HEADER = ("Critère", "Applicables", "Prêts", "Partiels", "Manquants", "Non évalués")

RADAR_TITLE = "Part des indicateurs applicables qui sont prêts, et part de ceux qui sont évalués, par critère"
BARS_TITLE = "Nombre d’indicateurs applicables par critère et par niveau"


def rows(criteria: Iterable[CriterionProgress]) -> tuple[tuple[str, ...], ...]:
    """A row a criterion, under :data:`HEADER`."""
    return tuple(
        (f"Critère {each.criterion}", *(str(count) for count in _counts(each.tally)))
        for each in criteria
    )  # fmt: skip


def radar_alternative(criteria: Iterable[CriterionProgress]) -> str:
    """« Critère 1 : 3 prêts et 5 évalués sur 5. Critère 2 : … »"""
    return " ".join(f"Critère {each.criterion} : {_shares(each.tally)}." for each in criteria)


def bars_alternative(criteria: Iterable[CriterionProgress]) -> str:
    return " ".join(f"Critère {each.criterion} : {_levels(each.tally)}." for each in criteria)


def ready_of(tally: Tally) -> str:
    """« 3 prêts sur 5 », « sans objet »."""
    if not tally.applicable:
        return "sans objet"
    return f"{counted(tally.ready, 'prêt', 'prêts')} sur {tally.applicable}"


def _counts(tally: Tally) -> tuple[int, ...]:
    return tally.applicable, tally.ready, tally.partial, tally.missing, tally.unrated


def _shares(tally: Tally) -> str:
    if not tally.applicable:
        return "sans objet"
    return (
        f"{counted(tally.ready, 'prêt', 'prêts')} et {counted(tally.rated, 'évalué', 'évalués')} sur {tally.applicable}"
    )


def _levels(tally: Tally) -> str:
    named = (
        counted(tally.ready, "prêt", "prêts"),
        counted(tally.partial, "partiel", "partiels"),
        counted(tally.missing, "manquant", "manquants"),
        counted(tally.unrated, "non évalué", "non évalués"),
    )
    told = ", ".join(words for words in named if not words.startswith("0 "))
    return told or "sans objet"
