"""The organisations to which a person may attach forms, found again by the numbers of their current assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from django.db.models import OuterRef, Subquery

from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.own import own_organisations
from auditblanc.domain.attachment import Directory, Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.accounts.models import User


class _Provider(msgspec.Struct):
    siren: str = ""
    nda: str = ""


class _Profile(msgspec.Struct):
    provider: _Provider = msgspec.field(default_factory=_Provider)


# Of a profile, two lines: thousands of them are read at once.
_numbers = msgspec.json.Decoder(_Profile)


def directory_of(person: User) -> Directory:
    """Their organisations, the worked examples left out, in one query."""
    return Directory(_known(person))


def _known(person: User) -> Iterator[Known]:
    current = Assessment.objects.filter(organisation=OuterRef("pk"), is_latest=True).values("profile")[:1]
    rows = (
        own_organisations(person)
        .order_by("pk")
        .annotate(current=Subquery(current))
        .values_list("key", "name", "current")
    )
    for key, name, profile in rows.iterator(chunk_size=2000):
        provider = _numbers.decode(profile).provider if profile else _Provider()
        yield Known(key=key, name=name, siren=provider.siren, nda=provider.nda)
