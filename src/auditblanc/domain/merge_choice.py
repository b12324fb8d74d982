"""Two assessments into one, answer by answer, as a person chooses: keep one's own, take the other's, or both.

:func:`auditblanc.domain.merge.merge` decides alone and keeps conflicts apart; here a person decides each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from auditblanc.domain import profile_difference
from auditblanc.domain.difference import Difference, is_blank
from auditblanc.domain.evidence_merge import Shelf, merge_evidence, prefer
from auditblanc.domain.merge import MergeError
from auditblanc.domain.rating_difference import rating_differences
from auditblanc.domain.rating_fields import RATING_FIELDS, with_answer
from auditblanc.domain.snapshot import Snapshot
from auditblanc.domain.text import TEXT_LIMIT
from auditblanc.domain.text_difference import merged_texts

if TYPE_CHECKING:
    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.profile_difference import AnswerDifference
    from auditblanc.domain.snapshot import Rating

_FIELDS = {field.key: field for field in RATING_FIELDS}


class Choice(StrEnum):
    """Which answer is written."""

    KEEP = "keep"
    TAKE = "take"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One answer of FROM that INTO does not give: ``difference`` holds INTO's, then FROM's, which is never blank.

    ``key`` stays the same while FROM does. ``both`` is a text that holds every word of the two, where one is of use.
    ``default`` loses nothing that anybody wrote, as far as one answer can hold it. ``turn``: those of proofs are written
    in the order of the proofs of FROM.
    """

    key: str
    difference: Difference
    put: Callable[[Snapshot, Choice], Snapshot]
    default: Choice = Choice.TAKE
    both: str = ""
    turn: int = -1

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(Choice) if self.both else (Choice.KEEP, Choice.TAKE)


def proposals(into: Snapshot, from_: Snapshot) -> tuple[Proposal, ...]:
    """What ``from_``, on the same edition, would bring: the assessment and its profile, then each indicator in order."""
    numbers = sorted(
        {rating.indicator for rating in from_.ratings}.union(*(each.indicators for each in from_.evidence))
    )
    proofs = tuple(_of_evidence(into, from_))
    return (
        *_of_title(into, from_),
        *_of_profile(into, from_),
        *(
            found
            for number in numbers
            for found in (
                *_of_rating(into.rating(number), from_.rating(number)),
                *(proof for proof in proofs if proof.difference.indicator == number),
            )
        ),
    )


def chosen(into: Snapshot, from_: Snapshot, choices: Mapping[str, Choice]) -> Snapshot:
    """``into`` with what was chosen of each proposal, by its key; where nothing was, its default.

    Raises:
        MergeError: an answer taken cannot stand with those kept.
    """
    result = into
    for proposal in sorted(proposals(into, from_), key=lambda each: each.turn):
        choice = choices.get(proposal.key, proposal.default)
        if choice is not Choice.KEEP:
            try:
                result = proposal.put(result, choice)
            except ValueError as error:
                raise MergeError(f"« {proposal.difference.label} » ne peut pas être pris tel quel. {error}") from error
    return result


def _of_title(into: Snapshot, from_: Snapshot) -> Iterator[Proposal]:
    if from_.title and from_.title != into.title:
        yield Proposal(
            key="title",
            difference=Difference(
                field="title", label="Titre", before=into.title, after=from_.title, nothing="sans titre"
            ),
            put=lambda snapshot, _: replace(snapshot, title=from_.title),
            default=Choice.KEEP if into.title else Choice.TAKE,
        )


def _of_profile(into: Snapshot, from_: Snapshot) -> Iterator[Proposal]:
    for found in profile_difference.profile_differences(into.profile, from_.profile):
        if not found.is_unanswered(found.after):
            yield Proposal(
                key=found.difference.field,
                difference=found.difference,
                put=partial(_put_profile, found),
                default=Choice.TAKE if found.is_unanswered(found.before) and _stands(found, into) else Choice.KEEP,
            )


def _stands(found: AnswerDifference, into: Snapshot) -> bool:
    """Whether the answer may be taken beside those of ``into``: a second central function may not."""
    try:
        _put_profile(found, into, Choice.TAKE)
    except ValueError:
        return False
    return True


def _put_profile(found: AnswerDifference, snapshot: Snapshot, _: Choice) -> Snapshot:
    return replace(snapshot, profile=profile_difference.with_answer(snapshot.profile, found.path, found.after))


def _of_rating(into: Rating, from_: Rating) -> Iterator[Proposal]:
    for found in rating_differences(into, from_):
        if not is_blank(found.after):
            both = _both(found)
            yield Proposal(
                key=f"{into.indicator}-{found.field}",
                difference=found,
                put=partial(_put_rating, from_, found.field, both),
                default=_default(found, both),
                # When one of the two holds the other already, both is that one.
                both=both if both not in (found.before, found.after) else "",
            )


def _both(found: Difference) -> str:
    """Every word of two texts; nothing where there are not two texts, or where it would be longer than a field holds."""
    if found.field != "presentation" or is_blank(found.before):
        return ""
    both = merged_texts(found.before, found.after)
    return both if len(both) <= TEXT_LIMIT else ""


def _default(found: Difference, both: str) -> Choice:
    if found.field != "presentation" or is_blank(found.before):
        return Choice.TAKE
    if both in ("", found.before):
        return Choice.KEEP
    return Choice.TAKE if both == found.after else Choice.BOTH


def _put_rating(from_: Rating, field: str, both: str, snapshot: Snapshot, choice: Choice) -> Snapshot:
    other = replace(from_, presentation=both) if choice is Choice.BOTH else from_
    number = from_.indicator
    value = with_answer(snapshot.rating(number), other, _FIELDS[field])
    ratings = {**{each.indicator: each for each in snapshot.ratings}, number: value}
    return replace(snapshot, ratings=tuple(ratings[each] for each in sorted(ratings)))


def _of_evidence(into: Snapshot, from_: Snapshot) -> Iterator[Proposal]:
    own = len(into.evidence)
    shelf = Shelf(into.evidence, own)
    for place, item in enumerate(from_.evidence):
        found = shelf.compared(item)
        for difference in found.taken:
            yield Proposal(
                key=f"{difference.indicator}-evidence-{place}",
                difference=difference,
                put=partial(_put_evidence, own, difference.after),
                turn=place,
            )
        for difference in found.conflicts:
            yield Proposal(
                key=f"evidence-{place}",
                difference=difference,
                put=partial(_prefer_evidence, item),
                default=Choice.KEEP,
                turn=place,
            )


def _put_evidence(own: int, item: Evidence, snapshot: Snapshot, _: Choice) -> Snapshot:
    return replace(snapshot, evidence=merge_evidence(snapshot.evidence, (item,), own=own).value)


def _prefer_evidence(item: Evidence, snapshot: Snapshot, _: Choice) -> Snapshot:
    return replace(snapshot, evidence=prefer(snapshot.evidence, item))
