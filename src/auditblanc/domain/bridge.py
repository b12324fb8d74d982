"""Carry an assessment from one edition to another: what follows, what to look at again, how much is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.edition_changes import IndicatorChanges, changes
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.left_behind import LeftBehind, left_behind
from auditblanc.domain.referential import ChangeKind
from auditblanc.domain.snapshot import Rating, Review, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeLine:
    """What became of one indicator: what the text changed, and what the person wrote, as carried.

    ``is_concerned``: it applies to the provider, may apply, or was decided by the person. An indicator that the new
    edition does not hold concerns nobody, and its rating is the one left behind.
    """

    changes: IndicatorChanges
    rating: Rating
    evidence: tuple[Evidence, ...]
    is_concerned: bool

    @property
    def review(self) -> Review | None:
        """Kept, to look at again or new; ``None`` when nothing was noted, or when the indicator is gone."""
        return None if self.changes.kind is ChangeKind.REMOVED else self.rating.review

    @property
    def is_left(self) -> bool:
        """Whether work is left: to look at again, new, or not rated yet."""
        is_unrated = self.rating.level is None and self.rating.applicable is not False
        return self.is_concerned and (is_unrated or self.review in (Review.LOOK_AGAIN, Review.NEW))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """An assessment carried to another edition. The one it comes from is untouched."""

    start: str
    snapshot: Snapshot
    lines: tuple[BridgeLine, ...]
    left_behind: LeftBehind

    @property
    def left(self) -> tuple[BridgeLine, ...]:
        return tuple(line for line in self.lines if line.is_left)

    def reviewed(self, review: Review) -> tuple[BridgeLine, ...]:
        """The lines kept, to look at again, or new."""
        return tuple(line for line in self.lines if line.review is review)


def bridge(catalogue: Catalogue, snapshot: Snapshot, to: str) -> Bridge:
    """``snapshot`` on the edition ``to``: levels, texts, decisions and proofs follow the number of their indicator.

    The gaps of the last audit stay on the edition they were raised on. On the same edition nothing changes.

    Raises:
        EditionError: an edition does not exist, or its file is at fault.
        PathError: the two editions belong to different referentials.
    """
    told = changes(catalogue, snapshot.edition, to)
    edition = catalogue.edition(to)
    is_same = to == snapshot.edition
    carried = snapshot if is_same else _carried(snapshot, told, edition)
    concerned = {
        found.indicator for found in applicabilities(edition, carried) if found.counts is not False or found.overruled
    }
    return Bridge(
        start=snapshot.edition,
        snapshot=carried,
        lines=tuple(_line(change, snapshot, carried, concerned) for change in told),
        left_behind=LeftBehind(edition=to) if is_same else left_behind(snapshot, edition),
    )


def _carried(snapshot: Snapshot, told: tuple[IndicatorChanges, ...], edition: Edition) -> Snapshot:
    return replace(
        snapshot,
        edition=edition.id,
        ratings=tuple(_ratings(snapshot, told)),
        evidence=tuple(_evidence(snapshot, edition)),
    )


def _ratings(snapshot: Snapshot, told: tuple[IndicatorChanges, ...]) -> Iterator[Rating]:
    """What was noted, marked; a new indicator is marked even when nothing is noted, and a removed one is not carried."""
    noted = {rating.indicator for rating in snapshot.ratings}
    for change in told:
        is_new = change.kind is ChangeKind.NEW
        if change.kind is not ChangeKind.REMOVED and (is_new or change.indicator in noted):
            rating = snapshot.rating(change.indicator)
            first = rating.carried_from if rating.is_blank else rating.carried_from or snapshot.edition
            yield replace(rating, review=_review(rating, change), carried_from=first)


def _review(rating: Rating, change: IndicatorChanges) -> Review | None:
    """An empty rating has nothing to look at again. What an earlier bridge left to do is still to do."""
    if change.kind is ChangeKind.NEW:
        return Review.NEW
    if rating.is_blank:
        return Review.NEW if rating.review is Review.NEW else None
    if change.reopens or rating.review is Review.LOOK_AGAIN:
        return Review.LOOK_AGAIN
    return Review.KEPT


def _evidence(snapshot: Snapshot, edition: Edition) -> Iterator[Evidence]:
    known = set(edition.numbers)
    for item in snapshot.evidence:
        numbers = tuple(number for number in item.indicators if number in known)
        if numbers:
            yield item if numbers == item.indicators else replace(item, indicators=numbers)


def _line(change: IndicatorChanges, before: Snapshot, after: Snapshot, concerned: set[int]) -> BridgeLine:
    shown = before if change.kind is ChangeKind.REMOVED else after
    return BridgeLine(
        changes=change,
        rating=shown.rating(change.indicator),
        evidence=shown.evidence_of(change.indicator),
        is_concerned=change.indicator in concerned,
    )
