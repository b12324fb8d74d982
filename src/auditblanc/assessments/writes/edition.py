"""On which text an assessment starts, as long as nothing is answered. Afterwards a bridge makes another assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment, Rating
from auditblanc.assessments.models.assessment import UNRATED
from auditblanc.assessments.reads.snapshot import is_untouched
from auditblanc.assessments.writes import journal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.assessments.writes.stamp import Stamp


class AlreadyAnsweredError(Exception):
    """Something is answered on the other text already: only a bridge carries it over."""


def start_on(assessment: Assessment, edition: str, *, numbers: Iterable[int], stamp: Stamp) -> None:
    """Begin anew on another text. ``numbers`` are its indicators.

    Raises:
        AlreadyAnsweredError: nothing was written.
    """
    with writing():
        # First the ratings, then the assessment, as a save does: an answer that is being written is waited for.
        list(Rating.objects.select_for_update(of=("self",)).filter(assessment=assessment).values_list("pk"))
        row = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
        if row.edition == edition:
            return
        if not is_untouched(row):
            raise AlreadyAnsweredError
        told = journal.Change(verb="changed", assessment=row.key, field="edition", before=row.edition, after=edition)
        Rating.objects.filter(assessment=row).delete()
        known = sorted(numbers)
        Rating.objects.bulk_create(Rating(assessment=row, indicator=number) for number in known)
        row.edition, row.levels, row.updated_at = edition, UNRATED * max(known, default=0), stamp.at
        row.save(update_fields=["edition", "levels", "updated_at"])
        journal.record(row.organisation_id, stamp, [told])
