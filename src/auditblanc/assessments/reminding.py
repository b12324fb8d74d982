"""Write to people, at most once a week each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.utils.timezone import localdate

from auditblanc.accounts.models import User
from auditblanc.assessments.letter import letter, stop_path
from auditblanc.assessments.writes.calendar import digest_sent

if TYPE_CHECKING:
    from collections.abc import Iterator

# A scheduler that runs each Monday at about the same time never finds that it ran six days and a half ago.
BETWEEN = timedelta(days=6, hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """How many were written to, and how many had nothing to be told."""

    written: int
    nothing: int


def remind(at: datetime, site: str) -> Reminded:
    """Write to everybody who has an e-mail, did not stop it, and was not written to this week.

    Raises:
        OSError, smtplib.SMTPException: the mail server; those written to before are not written to again.
    """
    written = nothing = 0
    for person in _due(at):
        found = letter(person, localdate(at), site)
        if found is None:
            nothing += 1
            continue
        mail = EmailMultiAlternatives(
            found.subject,
            found.text,
            to=[str(person.email)],
            headers={"List-Unsubscribe": f"<{site}{stop_path(person)}>"},
        )
        mail.attach_alternative(found.html, "text/html")
        mail.send()
        digest_sent(person, at)
        written += 1
    return Reminded(written=written, nothing=nothing)


def _due(at: datetime) -> Iterator[User]:
    not_lately = Q(digest=None) | Q(digest__sent_at=None) | Q(digest__sent_at__lte=at - BETWEEN)
    reachable = User.objects.filter(email__isnull=False, is_active=True, digest__stopped_at=None)
    return reachable.filter(not_lately).order_by("pk").iterator()
