"""Rows to the one value that every rule, page and document starts from."""

from __future__ import annotations

from enum import Flag, auto
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from django.utils.timezone import localdate

from auditblanc.assessments.editions import catalogue
from auditblanc.assessments.models import CategoryLevel, Rating
from auditblanc.assessments.reads import plan, register, rows
from auditblanc.domain.snapshot import FieldVersions, Snapshot

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from django.db.models import QuerySet

    from auditblanc.assessments.models import Assessment
    from auditblanc.domain import snapshot as frozen
    from auditblanc.domain.evidence import Evidence

_NEVER_SAVED = FieldVersions()
_COLUMNS = tuple(field.attname for field in Rating._meta.concrete_fields)  # noqa: SLF001 -- public, by Django's own word


class Hold(Flag):
    """What a snapshot is filled with beside its ratings. Pages ask for what they show; documents and copies for all.

    ``PROOFS``: proofs with their indicators; ``PIECES``: their dossiers and files too; ``PLAN``: actions and findings.
    """

    PROOFS = auto()
    PIECES = auto()
    PLAN = auto()
    ALL = PROOFS | PIECES | PLAN


def snapshot(assessment: Assessment, hold: Hold = Hold.ALL) -> Snapshot:
    """The assessment, frozen as it is now. Ratings that say nothing at all are left out.

    Proofs are those of its organisation that answer to an indicator of its edition. Nine queries: one for the ratings,
    two for the proofs, two for their dossiers and files, four for actions and findings.
    """
    organisation, numbers = assessment.organisation_id, _numbers(assessment.edition)
    return Snapshot(
        edition=assessment.edition,
        title=assessment.title,
        profile=rows.profile(assessment.profile),
        ratings=_saying(_ratings(assessment)),
        evidence=_of(register.proofs(organisation, pieces=Hold.PIECES in hold), numbers) if Hold.PROOFS in hold else (),
        actions=plan.actions(organisation) if Hold.PLAN in hold else (),
        findings=plan.findings(organisation) if Hold.PLAN in hold else (),
        updated_on=localdate(assessment.updated_at),
    )


def _ratings(assessment: Assessment) -> Iterator[frozen.Rating]:
    """In one query: a row a rating, or a row a category of it. Plain columns: as models, rows take longer to build."""
    found = Rating.objects.filter(assessment=assessment).order_by("indicator", "by_category__pk")
    told = found.values_list(*_COLUMNS, "by_category__category", "by_category__level", named=True)
    for _, each in groupby(told, key=attrgetter("id")):
        first, *more = each
        parts = [] if first.by_category__category is None else [first, *more]
        levels = (CategoryLevel(category=part.by_category__category, level=part.by_category__level) for part in parts)
        yield rows.rating(cast("Rating", first), levels)


def snapshots(assessments: QuerySet[Assessment]) -> tuple[tuple[Assessment, Snapshot], ...]:
    """Each assessment with its frozen ratings, in three queries whatever their number. Without proofs, actions, findings."""
    found = assessments.prefetch_related("ratings__by_category")
    return tuple((row, _rated(row)) for row in found)


def _rated(row: Assessment) -> Snapshot:
    return Snapshot(
        edition=row.edition,
        title=row.title,
        profile=rows.profile(row.profile),
        ratings=_saying(map(rows.rating, row.ratings.all())),
        updated_on=localdate(row.updated_at),
    )


def _numbers(edition: str) -> Container[int] | None:
    """The indicators of an edition; ``None`` when it is no longer at hand."""
    known = catalogue()
    return frozenset(known.edition(edition).numbers) if edition in known.ids else None


def _of(proofs: Iterable[Evidence], numbers: Container[int] | None) -> tuple[Evidence, ...]:
    """The proofs that answer to these indicators, with the links to these alone: the others are another text's."""
    cut = (register.for_indicators(proof, numbers) for proof in proofs)
    return tuple(proof for proof in cut if proof.indicators)


def _saying(ratings: Iterable[frozen.Rating]) -> tuple[frozen.Rating, ...]:
    return tuple(rating for rating in ratings if says_something(rating))


def says_something(rating: frozen.Rating) -> bool:
    """Whether a rating holds an answer, a mark of a bridge, or was ever saved."""
    return not (rating.is_blank and rating.review is None and rating.effort is None and rating.versions == _NEVER_SAVED)


def is_untouched(assessment: Assessment) -> bool:
    """Whether nothing was ever answered. The profile, and what the organisation has besides, do not count."""
    return not snapshot(assessment, hold=Hold(0)).ratings
