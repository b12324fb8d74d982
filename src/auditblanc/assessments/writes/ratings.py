"""What a person answers on an indicator: one field at a time, or one level for many. Never a lost text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from auditblanc.accounts.models import User
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import CategoryLevel, Event, Rating
from auditblanc.assessments.reads import rows
from auditblanc.assessments.reads.rating import of_row
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.levels import touch
from auditblanc.domain import snapshot as frozen
from auditblanc.domain.rating_fields import RATING_FIELDS, RatingField, with_answer
from auditblanc.domain.snapshot import Level, Review

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp

FIELDS = {field.key: field for field in RATING_FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The field says what was asked; ``version`` is what the next save starts from.

    ``rating`` spares whoever shows it from reading it again; ``None`` where the same request was answered before.
    """

    version: int
    at: datetime
    rating: frozen.Rating | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Somebody else wrote the field first: nothing was written. ``by`` is ``None`` when they are gone."""

    version: int
    theirs: frozen.Rating
    mine: frozen.Rating
    by: User | None
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """The indicators that changed, and those left alone because they are told apart by category."""

    changed: tuple[int, ...]
    split: tuple[int, ...]


def answer(
    assessment: Assessment, value: frozen.Rating, *, field: str, started_from: int, stamp: Stamp
) -> Saved | Conflict:
    """Write one field of a rating: that of ``value``, whose other fields are not looked at.

    ``field`` is a key of ``domain.rating_fields``; ``started_from`` the version that the person saw, of no matter for
    a field without versions. Writing what is already there writes nothing.

    Raises:
        Rating.DoesNotExist: the assessment has no such indicator.
    """
    kind = FIELDS[field]
    with writing():
        row = _locked(assessment, value.indicator)
        now = of_row(row)
        # From the version that stands nothing was saved yet: only another one may be of this very request.
        is_first = bool(kind.version) and _version(now, kind) == started_from
        if not is_first and (again := journal.answered(assessment.organisation_id, stamp)):
            return Saved(version=again.version or 0, at=again.at)
        if kind.answer(now) == kind.answer(value):
            return Saved(version=_version(now, kind), at=assessment.updated_at, rating=now)
        if kind.version and not is_first:
            return _conflict(assessment, now, value, kind)
        after = settled(with_answer(now, value, kind), kind)
        _store(row, after, kind)
        touch(assessment, stamp.at, {after.indicator: after.level} if kind.key == "level" else {})
        journal.record(assessment.organisation_id, stamp, [_change(assessment, kind, now, after)])
    return Saved(version=_version(after, kind), at=stamp.at, rating=after)


def set_levels(assessment: Assessment, numbers: Sequence[int], level: Level | None, stamp: Stamp) -> Bulk:
    """One level for many indicators. One that is told apart by category keeps its levels: they say more."""
    kind = FIELDS["level"]
    with writing():
        found = Rating.objects.select_for_update(of=("self",)).filter(assessment=assessment, indicator__in=numbers)
        pairs = [(row, rows.rating(row)) for row in found.prefetch_related("by_category")]
        split = tuple(now.indicator for _, now in pairs if now.by_category)
        changing = [(row, now) for row, now in pairs if not now.by_category and now.level != level]
        for row, _ in changing:
            row.level, row.level_version = level, row.level_version + 1
            row.review = settled(rows.rating(row), kind).review or ""
        Rating.objects.bulk_update((row for row, _ in changing), ["level", "level_version", "review"])
        if changing:
            touch(assessment, stamp.at, {row.indicator: level for row, _ in changing})
        told = (_change(assessment, kind, now, rows.rating(row)) for row, now in changing)
        journal.record(assessment.organisation_id, stamp, told)
    return Bulk(changed=tuple(row.indicator for row, _ in changing), split=split)


def reviewed(assessment: Assessment, indicator: int, stamp: Stamp) -> None:
    """The person looked again at what a bridge carried, and it still holds."""
    with writing():
        row = _locked(assessment, indicator)
        if row.review != Review.LOOK_AGAIN:
            return
        Rating.objects.filter(pk=row.pk).update(review=Review.KEPT)
        touch(assessment, stamp.at, {})
        change = journal.Change(
            verb="reviewed",
            assessment=assessment.key,
            indicator=indicator,
            field="review",
            before={"review": Review.LOOK_AGAIN},
            after={"review": Review.KEPT},
        )
        journal.record(assessment.organisation_id, stamp, [change])


def settled(rating: frozen.Rating, field: RatingField) -> frozen.Rating:
    """Rating an indicator is looking at it again: what a bridge left to do is done."""
    if field.key != "level" or rating.level is None:
        return rating
    done = {Review.NEW: None, Review.LOOK_AGAIN: Review.KEPT}
    return replace(rating, review=done.get(rating.review, rating.review)) if rating.review else rating


def attributes(value: frozen.Rating, field: RatingField) -> dict[str, Any]:
    """What the journal keeps of one field."""
    return {name: getattr(value, name) for name in field.attributes}


def _locked(assessment: Assessment, indicator: int) -> Rating:
    return Rating.objects.select_for_update(of=("self",)).get(assessment=assessment, indicator=indicator)


def _version(rating: frozen.Rating, field: RatingField) -> int:
    version: int = getattr(rating.versions, field.version) if field.version else 0
    return version


def _conflict(assessment: Assessment, theirs: frozen.Rating, mine: frozen.Rating, field: RatingField) -> Conflict:
    last = (
        Event.objects.filter(
            organisation=assessment.organisation_id,
            journal="",
            assessment=assessment.key,
            indicator=theirs.indicator,
            field=field.key,
        )
        .order_by("-number")
        .first()
    )
    return Conflict(
        version=_version(theirs, field),
        theirs=theirs,
        mine=mine,
        by=User.objects.filter(key=last.author).first() if last else None,
        at=last.at if last else None,
    )


def _store(row: Rating, after: frozen.Rating, field: RatingField) -> None:
    """Update the columns of one field and nothing else: another field may be changing meanwhile."""
    columns = rows.columns(after)
    names = ["review", *(name for name in field.attributes if name in columns)]
    if field.version:
        names.append(f"{field.version}_version")
    Rating.objects.filter(pk=row.pk).update(**{name: columns[name] for name in names})
    if "by_category" in field.attributes:
        row.by_category.all().delete()
        CategoryLevel.objects.bulk_create(
            CategoryLevel(rating=row, category=part.category, level=part.level) for part in after.by_category
        )


def _change(assessment: Assessment, field: RatingField, now: frozen.Rating, after: frozen.Rating) -> journal.Change:
    return journal.Change(
        verb="answered",
        assessment=assessment.key,
        indicator=after.indicator,
        field=field.key,
        version=_version(after, field),
        before=attributes(now, field),
        after=attributes(after, field),
    )
