"""Frozen copies, and everything of an organisation that may be compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.timezone import localdate

from auditblanc.assessments.models import Assessment, FrozenCopy
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.interchange.formats import FORMATS

if TYPE_CHECKING:
    from datetime import date

    from auditblanc.accounts.models import Organisation
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """One side of a comparison, by its key: an assessment as it is now, or a frozen copy (``at``: since when)."""

    key: str
    label: str
    at: datetime | None = None


def copies(assessment: Assessment) -> tuple[FrozenCopy, ...]:
    """The frozen copies of an assessment, oldest first, with who made them, in one query. Their content too."""
    return tuple(FrozenCopy.objects.filter(assessment=assessment).select_related("made_by").order_by("made_at", "pk"))


def content(copy: FrozenCopy, catalogue: Catalogue) -> Snapshot:
    """What a copy holds."""
    return FORMATS["json"].read(copy.document.encode(), catalogue).snapshot


def dated(found: tuple[FrozenCopy, ...], catalogue: Catalogue) -> tuple[tuple[date, Snapshot], ...]:
    """Each copy with its day, for ``domain.trend``."""
    return tuple((localdate(copy.made_at), content(copy, catalogue)) for copy in found)


def is_intact(copy: FrozenCopy) -> bool:
    """Whether the content still has the fingerprint that was noted with it."""
    return hashlib.sha256(copy.document.encode()).hexdigest() == copy.fingerprint


def comparables(organisation: Organisation) -> tuple[Comparable, ...]:
    """All that may be put side by side, the last first, in two queries."""
    now = Assessment.objects.filter(organisation=organisation, removed_at=None).defer("profile").order_by("-updated_at")
    frozen = (
        FrozenCopy.objects.filter(assessment__organisation=organisation, assessment__removed_at=None)
        .defer("document")
        .order_by("-made_at")
    )
    return (
        *(Comparable(key=row.key, label=f"{row}, aujourd’hui") for row in now),
        *(Comparable(key=row.key, label=row.name, at=row.made_at) for row in frozen),
    )


def compared(organisation: Organisation, key: str, catalogue: Catalogue) -> Snapshot:
    """One side of a comparison.

    Raises:
        Http404: the organisation has neither assessment nor copy of that key.
    """
    row = Assessment.objects.filter(organisation=organisation, key=key).first()
    if row:
        return snapshot(row)
    copy = FrozenCopy.objects.filter(assessment__organisation=organisation, key=key).first()
    if copy is None:
        raise Http404("Cette copie n’existe pas.")
    return content(copy, catalogue)
