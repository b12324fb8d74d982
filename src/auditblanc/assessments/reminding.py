"""Write to people, at most once a week each: one job a person, so that one address at fault holds nobody else's letter back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.utils.timezone import localdate, now

from auditblanc.accounts.models import User
from auditblanc.assessments.background import later, queue, task
from auditblanc.assessments.background.worker import work_now
from auditblanc.assessments.letter import letter, stop_path
from auditblanc.assessments.models import Digest
from auditblanc.assessments.writes.calendar import digest_sent

if TYPE_CHECKING:
    from django.db.models import QuerySet

# A scheduler that runs each Monday at about the same time never finds that it ran six days and a half ago.
BETWEEN = timedelta(days=6, hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """How many were written to, and how many letters did not go: they are tried again."""

    written: int
    waiting: int


def remind(at: datetime) -> Reminded:
    """Write to everybody who has an e-mail, did not stop it, and was not written to this week."""
    sent = Digest.objects.filter(sent_at__gte=at)
    before = sent.count()
    for person in _due(at).order_by("pk").values_list("pk", flat=True):
        later(write_to, person)
    work_now(only=write_to.module_path)
    return Reminded(written=sent.count() - before, waiting=queue.unfinished(write_to.module_path))


@task
def write_to(person: int) -> None:
    """The letter of one person, unless they had theirs meanwhile, or have nothing to be told.

    Raises:
        OSError, smtplib.SMTPException: the mail server.
    """
    at = now()
    for reader in _due(at).filter(pk=person):
        found = letter(reader, localdate(at), settings.ADDRESS)
        if found is None:
            continue
        mail = EmailMultiAlternatives(
            found.subject,
            found.text,
            to=[str(reader.email)],
            headers={"List-Unsubscribe": f"<{settings.ADDRESS}{stop_path(reader)}>"},
        )
        mail.attach_alternative(found.html, "text/html")
        mail.send()
        digest_sent(reader, at)


def _due(at: datetime) -> QuerySet[User]:
    not_lately = Q(digest=None) | Q(digest__sent_at=None) | Q(digest__sent_at__lte=at - BETWEEN)
    reachable = User.objects.filter(email__isnull=False, is_active=True, digest__stopped_at=None)
    return reachable.filter(not_lately)
