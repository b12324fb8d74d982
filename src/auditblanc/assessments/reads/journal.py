"""Do the chains of an organisation hold? Every event against the one before, every value against its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.chain import digest, event_hash
from auditblanc.assessments.models import Event

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation


def first_fault(organisation: Organisation) -> int | None:
    """The number of the first event that does not hold; ``None`` when every chain does. One query, streamed."""
    chain, previous, number = "", "", 0
    events = Event.objects.filter(organisation=organisation).select_related("value").order_by("journal", "number")
    for event in events.iterator():
        if event.journal != chain:
            chain, previous, number = event.journal, "", 0
        number += 1
        if event.number != number or event.previous_hash != previous or event.hash != event_hash(event):
            return number
        if not _agrees(event):
            return number
        previous = event.hash
    return None


def head(organisation: Organisation) -> str:
    """The hash of the last event of its own journal, which stands for the whole; nothing when there is none."""
    own = Event.objects.filter(organisation=organisation, journal="")
    return own.order_by("-number").values_list("hash", flat=True).first() or ""


def last_number() -> int:
    """Of the last event of all, whoever's it is: how many were ever written, but for those that were given up."""
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _agrees(event: Event) -> bool:
    """An erased value agrees: its digests are all that is left of it."""
    value = event.value
    if value.erased_at is not None:
        return True
    found = (digest(value.before, value.salt), digest(value.after, value.salt))
    return found == (event.before_digest, event.after_digest)
