"""A new assessment, whatever it starts from: blank, a file, a former one, another text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment, CategoryLevel, Rating
from auditblanc.assessments.reads import rows
from auditblanc.assessments.reads.level_string import level_string
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.latest import mark_latest
from auditblanc.assessments.writes.take_over import take_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import snapshot as frozen
    from auditblanc.domain.snapshot import Snapshot


def begin(
    organisation: Organisation,
    *,
    snapshot: Snapshot,
    numbers: Iterable[int],
    stamp: Stamp,
    start: Assessment | None = None,
) -> Assessment:
    """A new assessment that holds all of ``snapshot``, in a constant number of queries.

    Its proofs, gaps and actions go to the organisation, where what is there already stays one (``writes.take_over``).

    ``numbers`` are the indicators of its edition: each gets its row now, so that a later save only updates one.
    ``start`` is the assessment that this one continues. The same request again gets the assessment that it made.
    """
    held = {rating.indicator for rating in snapshot.ratings}
    ratings = [snapshot.rating(number) for number in sorted(held.union(numbers))]
    with writing():
        again = journal.answered(organisation.pk, stamp)
        if again:
            return Assessment.objects.get(key=again.assessment)
        made = Assessment.objects.create(
            organisation=organisation,
            edition=snapshot.edition,
            title=snapshot.title,
            profile=rows.profile_column(snapshot.profile),
            levels=level_string(ratings),
            start=start,
            created_at=stamp.at,
            updated_at=stamp.at,
            audit_day=snapshot.profile.audit.first_day,
        )
        mark_latest(organisation.pk)
        _rate(made, ratings)
        take_over(organisation.pk, snapshot)
        journal.record(organisation.pk, stamp, [journal.Change(verb="began", assessment=made.key, after=snapshot)])
    return made


def _rate(made: Assessment, ratings: list[frozen.Rating]) -> None:
    kept = Rating.objects.bulk_create(
        Rating(assessment=made, indicator=rating.indicator, **rows.columns(rating)) for rating in ratings
    )
    CategoryLevel.objects.bulk_create(
        CategoryLevel(rating=row, category=part.category, level=part.level)
        for row, rating in zip(kept, ratings, strict=True)
        for part in rating.by_category
    )
