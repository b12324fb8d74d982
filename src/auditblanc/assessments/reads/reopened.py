"""Which of a person's own ratings a text re-opens, before anything is installed or carried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.snapshot import snapshots
from auditblanc.domain.bridge import Bridge, bridge
from auditblanc.domain.snapshot import Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from auditblanc.accounts.models import User
    from auditblanc.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """One assessment, and what would be left to do in it: ratings to look at again, indicators to rate for the first time."""

    assessment: Assessment
    bridge: Bridge

    @property
    def look_again(self) -> tuple[int, ...]:
        return tuple(line.changes.indicator for line in self.bridge.reviewed(Review.LOOK_AGAIN) if line.is_concerned)

    @property
    def new(self) -> tuple[int, ...]:
        return tuple(line.changes.indicator for line in self.bridge.reviewed(Review.NEW) if line.is_concerned)


def reopened(person: User, catalogue: Catalogue, edition: str) -> tuple[Reopened, ...]:
    """The person's own assessments of the same referential, the worked examples apart, in five queries."""
    own = Assessment.objects.filter(organisation__memberships__user=person, organisation__is_example=False)
    return tuple(_carried(own.select_related("organisation").order_by("-updated_at"), catalogue, edition))


def _carried(own: QuerySet[Assessment], catalogue: Catalogue, edition: str) -> Iterator[Reopened]:
    referential = catalogue.edition(edition).referential
    for row, found in snapshots(own):
        if found.edition in catalogue.ids and catalogue.edition(found.edition).referential == referential:
            yield Reopened(assessment=row, bridge=bridge(catalogue, found, edition))
