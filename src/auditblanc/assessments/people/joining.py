"""Use an invitation: the membership and its event are written together, with the account where there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.invitations import use
from auditblanc.accounts.writing import writing
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from auditblanc.accounts.models import Invitation, User


def join(invitation: Invitation, who: Callable[[], User], at: datetime) -> User:
    """The person who joined. ``who`` finds or makes them, within the same transaction.

    Raises:
        UsedError: somebody else used the link meanwhile; nothing was written.
    """
    with writing():
        person = who()
        joined = use(invitation, person)
        if joined:
            told = journal.Change(verb="joined", field="role", after={"person": person.key, "role": joined.role})
            journal.record(joined.organisation_id, Stamp(by=person, at=at), [told])
    return person
