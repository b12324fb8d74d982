"""What the profile does not say yet, as questions, and how many indicators wait for each answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Condition
from auditblanc.domain.verdict import distinct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Edition

FIRST_DAY = "audit.first_day"
# Conditions are asked in the words of the edition; these are the answers that no edition asks for.
_QUESTIONS = {
    FIRST_DAY: "Quel est le premier jour de l’audit ?",
    "audit.kind": "Quel audit préparez-vous ?",
    "activities": "Quelles catégories d’actions réalisez-vous (AF, BC, VAE ou CFA) ?",
    "activities.new_entrant": "Étiez-vous nouvel entrant à l’audit initial ?",
    "last_audit": "Quels écarts le dernier audit a-t-il relevés ?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAnswer:
    """``key`` is the path of the answer in a profile; ``indicators`` those of which something hangs on it."""

    key: str
    question: str
    indicators: tuple[int, ...]


def missing_answers(edition: Edition, profile: Profile, found: Iterable[Applicability]) -> tuple[MissingAnswer, ...]:
    """The day of the audit first, for it chooses the text; then the answer for which the most indicators wait."""
    waiting: dict[str, list[int]] = {} if profile.audit.first_day else {FIRST_DAY: []}
    for each in found:
        for key in distinct((*each.asks, *each.in_scope.asks)):
            waiting.setdefault(key, []).append(each.indicator)
    keys = sorted(waiting, key=lambda key: (key != FIRST_DAY, -len(waiting[key])))
    return tuple(
        MissingAnswer(key=key, question=_question(edition, key), indicators=tuple(waiting[key])) for key in keys
    )


def _question(edition: Edition, key: str) -> str:
    return _QUESTIONS.get(key) or edition.condition(Condition(key)).question
