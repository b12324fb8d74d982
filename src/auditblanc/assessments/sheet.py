"""One indicator of one assessment, laid out: what its page shows, and each part of the page after a save."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import Http404

from auditblanc.assessments import editions, models
from auditblanc.assessments.conflict import Sides, sides
from auditblanc.assessments.forms.files import limits
from auditblanc.assessments.reads import rows
from auditblanc.assessments.reads.rating import rating as rating_now
from auditblanc.assessments.writes.ratings import Conflict
from auditblanc.domain.applicability import Applicability, applicability
from auditblanc.domain.categories import Category
from auditblanc.domain.edition_changes import changes
from auditblanc.domain.evidence_checks import checks_of_proofs, lacking, one_sample
from auditblanc.domain.profile import Profile
from auditblanc.domain.referential import Edition, Indicator, NewEntrantRegime
from auditblanc.domain.snapshot import Level, Rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.models import Assessment
    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.evidence_checks import Check


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """``path`` is what the addresses of this indicator begin with.

    ``categories`` are those that it is rated on: those that it is judged on, then those that have a level already.
    """

    path: tuple[str, str, int]
    edition: Edition
    indicator: Indicator
    rating: Rating
    applicability: Applicability
    categories: tuple[Category, ...]
    profile: Profile

    def weak(self, proofs: Iterable[Evidence]) -> dict[str, tuple[Check, ...]]:
        """What weakens each of these, by its key; nothing in neutral mode, here and below."""
        return {} if settings.IS_NEUTRAL else checks_of_proofs(proofs, self.profile, self.edition.rules)

    def lacks(self, proofs: Sequence[Evidence]) -> tuple[Check, ...]:
        """Where the level or the text and the proofs do not go together; nothing where the indicator does not apply."""
        is_silent = settings.IS_NEUTRAL or self.applicability.counts is False
        return () if is_silent else tuple(lacking(self.rating, proofs))

    def sample(self, proofs: Sequence[Evidence], *, several_dossiers: bool) -> tuple[Check, ...]:
        """What says that the proofs would not stand if the auditor drew another session, or another site."""
        if settings.IS_NEUTRAL or self.applicability.counts is False:
            return ()
        return tuple(one_sample(self.indicator.number, proofs, self.profile, several_dossiers=several_dossiers))

    def level_of(self, category: Category) -> Level | None:
        """That of a category; that of the whole indicator while it has none of its own."""
        own = {part.category: part.level for part in self.rating.by_category}
        return own.get(category, None if own else self.rating.level)

    @property
    def file_limits(self) -> str:
        """What may be dropped here, told before it is."""
        return limits(settings.PROOF_FILES_AT_ONCE)

    @property
    def new_entrant(self) -> str:
        """What is softened for a provider that has just started, or that nobody knows; empty when it changes nothing."""
        found, rule = self.applicability, self.indicator.new_entrant
        if found.softened_for:
            return f"Allégé pour : {', '.join(each.label for each in found.softened_for)}. {rule.note}".strip()
        unknown = NewEntrantRegime.UNKNOWN
        asked = any(part.counts and part.new_entrant is unknown for part in found.by_category)
        return rule.note if asked and rule.regime is unknown else ""

    @property
    def changed(self) -> tuple[str, ...]:
        """What changed in the text since the rating was written, when it came from another edition."""
        start, end, catalogue = self.rating.carried_from, self.edition.id, editions.catalogue()
        if start == end or start not in catalogue.files:
            return (self.indicator.change.summary,) if self.indicator.change else ()
        (found,) = (each for each in changes(catalogue, start, end) if each.indicator == self.indicator.number)
        return found.summaries


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a save leaves to show on its own part of the page: what is wrong, with all that was typed, or the conflict.

    ``is_own``: the other answer of the conflict is the same person's. ``key`` names the proof that it is about.
    ``version``: of the field once saved, from which the next save starts; ``rating``: all of it then, when it is known.
    """

    part: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    conflict: Conflict | None = None
    is_own: bool = False
    at: datetime | None = None
    version: int | None = None
    rating: Rating | None = None
    key: str = ""

    @property
    def sides(self) -> Sides | None:
        return sides(self.conflict, self.part) if self.conflict else None

    @property
    def status(self) -> int:
        if self.conflict:
            return 409
        return 422 if self.errors else 200

    def of(self, part: str, key: str = "") -> Said:
        """Itself where it is about that part, else nothing."""
        return self if (self.part, self.key) == (part, key) else NOTHING


NOTHING = Said()


@contextmanager
def existing() -> Iterator[None]:
    """An indicator that the assessment does not have is a page that does not exist."""
    try:
        yield
    except models.Rating.DoesNotExist as error:
        raise Http404 from error


def sheet(row: Assessment, number: int, rating: Rating | None = None) -> Sheet:
    """An indicator as it is now, in two queries where its rating is not given.

    Raises:
        Http404: the assessment has none of that number.
    """
    edition = editions.catalogue().edition(row.edition)
    if number not in edition.numbers:
        raise Http404
    path = (row.organisation.key, row.key, number)
    if rating is None:
        with existing():
            rating = rating_now(row, number)
    return _laid_out(path, edition, rows.profile(row.profile), rating)


def of_desk(desk: Desk, number: int) -> Sheet:
    """The same from an assessment that is laid out already, without a query."""
    if number not in desk.edition.numbers:
        raise Http404
    return _laid_out((*desk.path, number), desk.edition, desk.snapshot.profile, desk.snapshot.rating(number))


def _laid_out(path: tuple[str, str, int], edition: Edition, profile: Profile, rating: Rating) -> Sheet:
    indicator = edition.indicator(rating.indicator)
    found = applicability(edition, indicator, profile, rating)
    split = tuple(part.category for part in rating.by_category)
    return Sheet(
        path=path,
        edition=edition,
        indicator=indicator,
        rating=rating,
        applicability=found,
        categories=tuple(dict.fromkeys(found.categories + split)),
        profile=profile,
    )
