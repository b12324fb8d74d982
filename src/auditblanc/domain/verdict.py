"""Does an indicator apply? The four answers, each with its ground, and how those of several categories add up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.french import listed
from auditblanc.domain.referential import Dispute
from auditblanc.domain.rulebook import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditblanc.domain.categories import Category

# Where a clause leaves room for the categories that it holds for. No text can hold a control character.
CATEGORIES = "\0"


class Answer(StrEnum):
    """``DISPUTED``: sources disagree and a default is counted. ``UNKNOWN``: an answer is missing, or the law is silent."""

    YES = "yes"
    NO = "no"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return {"yes": "Applicable", "no": "Non applicable", "disputed": "Discuté", "unknown": "À confirmer"}[
            self.value
        ]


_COUNTED = {Answer.YES: True, Answer.NO: False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An answer and its ground.

    ``clause`` is the second half of a French sentence, in which ``CATEGORIES`` may stand for the categories it holds
    for; the person's own words when ``overruled``. ``asks`` names the answers of the profile that are missing: an
    ``UNKNOWN`` that asks nothing is due to the law. A ``DISPUTED`` has its dispute.
    """

    answer: Answer
    clause: str
    certainty: Certainty
    sources: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    dispute: Dispute | None = None
    overruled: bool = False

    @property
    def counts(self) -> bool | None:
        """What sums count: the default of a dispute, nothing (``None``) of an unknown."""
        if self.dispute:
            return self.dispute.default
        return _COUNTED.get(self.answer)

    @property
    def sentence(self) -> str:
        if self.overruled:
            return f"Déclaré {self.answer.label.lower()} : {self.clause}"
        if self.dispute:
            counted = Answer.YES if self.dispute.default else Answer.NO
            return f"{self.answer.label}, compté comme {counted.label.lower()} : {self.clause}."
        return f"{self.answer.label} : {self.clause}."

    def sentence_for(self, category: Category) -> str:
        """The sentence, told of one category."""
        return self.sentence.replace(CATEGORIES, category.in_sentence)


# Which verdict wins among several categories, the strongest first: one sure yes is enough.
_STRENGTH = (
    (Answer.YES, True),
    (Answer.DISPUTED, True),
    (Answer.UNKNOWN, None),
    (Answer.DISPUTED, False),
    (Answer.NO, False),
)


def disputed(dispute: Dispute) -> Verdict:
    """Both readings, the one that is counted first."""
    readings = (dispute.reading_yes, dispute.reading_no)
    counted, other = readings if dispute.default else reversed(readings)
    return Verdict(
        answer=Answer.DISPUTED,
        clause=f"{counted} ; à l’inverse, {other}",
        certainty=dispute.certainty,
        sources=dispute.sources,
        dispute=dispute,
    )


def decided(verdict: Verdict, *, applies: bool, reason: str) -> Verdict:
    """The verdict once the person has overruled it, with the reason it wrote."""
    answer = Answer.YES if applies else Answer.NO
    return replace(verdict, answer=answer, clause=reason, asks=(), dispute=None, overruled=True)


def outcome(verdict: Verdict) -> tuple[Answer, bool | None]:
    """What a verdict amounts to, whatever its ground."""
    return verdict.answer, verdict.counts


def union(verdicts: Mapping[Category, Verdict]) -> Verdict:
    """The verdict of several categories together, one at least: an indicator applies as soon as one calls for it.

    Source: certifiers' pages on providers with several categories (one source).
    """
    ranks = {name: _STRENGTH.index(outcome(verdict)) for name, verdict in verdicts.items()}
    strongest = min(ranks.values())
    winners = {name: verdict for name, verdict in verdicts.items() if ranks[name] == strongest}
    first = next(iter(winners.values()))
    return Verdict(
        answer=first.answer,
        clause=" ; ".join(_filled(winners)),
        certainty=first.certainty,
        sources=distinct(key for verdict in winners.values() for key in verdict.sources),
        asks=distinct(key for verdict in winners.values() for key in verdict.asks),
        dispute=first.dispute,
        overruled=first.overruled,
    )


def _filled(verdicts: Mapping[Category, Verdict]) -> Iterable[str]:
    for clause in distinct(verdict.clause for verdict in verdicts.values()):
        names = [category.in_sentence for category, verdict in verdicts.items() if verdict.clause == clause]
        yield clause.replace(CATEGORIES, listed(names))


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, in the order first met."""
    return tuple(dict.fromkeys(values))
