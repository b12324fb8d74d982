"""Official wordings for tests: invented sentences, pasted as a person would."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition

BY, ON, URL = "Camille Essai", date(2026, 11, 22), "https://www.legifrance.gouv.fr/page-inventee"


def statement(number: int) -> str:
    return f"Le prestataire tient l’énoncé inventé n° {number}."


def level(number: int) -> str:
    return f"Niveau inventé {number}."


def title(number: int) -> str:
    return f"Titre inventé {number}"


def pasted(edition: Edition, *, levels: tuple[int, ...] = (), titles: tuple[int, ...] = ()) -> str:
    """A text that gives every statement of the edition, and the expected levels and titles that are asked."""
    lines = []
    for criterion in edition.criteria:
        if criterion.number in titles:
            lines += [f"Critère {criterion.number} : {title(criterion.number)}"]
        for indicator in edition.of_criterion(criterion.number):
            lines += [f"Indicateur {indicator.number} :", statement(indicator.number)]
            if indicator.number in levels:
                lines += ["Niveau attendu :", level(indicator.number)]
    return "\n".join(lines)
