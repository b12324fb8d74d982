"""Open and close the address of a calendar; stop the weekly digest, and note that it was sent."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import CalendarFeed, Digest
from auditblanc.assessments.writes import journal

if TYPE_CHECKING:
    from datetime import datetime

    from auditblanc.accounts.models import Organisation, User
    from auditblanc.assessments.writes.stamp import Stamp


def open_feed(organisation: Organisation, owner: str, stamp: Stamp) -> str:
    """A new address; its secret, which is told once and kept nowhere."""
    secret = secrets.token_urlsafe(32)
    with writing():
        made = CalendarFeed.objects.create(
            organisation=organisation, owner=owner, digest=digest(secret), made_at=stamp.at, made_by=stamp.by
        )
        told = journal.Change(verb="opened", field="calendar", after=[made.key, owner])
        journal.record(organisation.pk, stamp, [told])
    return secret


def close_feed(feed: CalendarFeed, stamp: Stamp) -> None:
    """From now on nobody reads anything there."""
    with writing():
        feed.delete()
        told = journal.Change(verb="closed", field="calendar", before=[feed.key, feed.owner])
        journal.record(feed.organisation_id, stamp, [told])


def stop_digest(person: User, at: datetime) -> None:
    with writing():
        Digest.objects.update_or_create(user=person, defaults={"stopped_at": at})


def resume_digest(person: User) -> None:
    with writing():
        Digest.objects.update_or_create(user=person, defaults={"stopped_at": None})


def digest_sent(person: User, at: datetime) -> None:
    with writing():
        Digest.objects.update_or_create(user=person, defaults={"sent_at": at})


def digest(secret: str) -> str:
    """What is kept of the secret of an address."""
    return hashlib.sha256(secret.encode()).hexdigest()
