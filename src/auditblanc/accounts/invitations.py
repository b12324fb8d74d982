"""Links that let one person in, once: made for whoever is to come, shown to whoever invites, used by whoever has them."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from auditblanc.accounts.models import Invitation, Membership, User
from auditblanc.accounts.writing import writing

if TYPE_CHECKING:
    from datetime import datetime

    from auditblanc.accounts.models import Organisation, Role

LIFETIME = timedelta(days=14)


class UsedError(Exception):
    """The link has served."""


def invite(
    *, by: User, at: datetime, organisation: Organisation | None = None, role: Role | None = None, email: str = ""
) -> str:
    """The secret of a link that gives a role in an organisation, or an account alone where none is named.

    Another to the same address takes its place.
    """
    secret = _drawn()
    with writing():
        if email:
            Invitation.objects.filter(organisation=organisation, email=email).delete()
        Invitation.objects.create(
            digest=_digest(secret),
            organisation=organisation,
            role=role or "",
            email=email,
            invited_by=by,
            created_at=at,
            expires_at=at + LIFETIME,
        )
    return secret


def invite_administrator(at: datetime) -> str:
    """The secret of the link that opens the first account: that of whoever worked here alone, where somebody did.

    Nothing where somebody can sign in already.
    """
    if User.objects.exclude(email=None).exists():
        return ""
    secret = _drawn()
    with writing():
        Invitation.objects.filter(organisation=None, invited_by=None).delete()
        alone = User.objects.filter(email=None).order_by("pk").first()
        Invitation.objects.create(digest=_digest(secret), person=alone, created_at=at, expires_at=at + LIFETIME)
    return secret


def found(secret: str, at: datetime) -> Invitation | None:
    """The invitation of a link that still serves, in one query."""
    asked = Invitation.objects.filter(digest=_digest(secret), expires_at__gt=at)
    return asked.select_related("organisation", "invited_by", "person").first()


def use(invitation: Invitation, person: User) -> Membership | None:
    """Give what the link gives, and let it serve no more; the membership, where it is to an organisation.

    Whoever is a member already keeps the role that they have. The one link that nobody made opens the account that looks
    after the site. Within a transaction of the caller's.

    Raises:
        UsedError: somebody else used the link meanwhile.
    """
    if not Invitation.objects.filter(pk=invitation.pk).delete()[0]:
        raise UsedError
    if invitation.organisation is None:
        if invitation.invited_by is None:
            User.objects.filter(pk=person.pk).update(is_administrator=True)
        return None
    joined, is_new = Membership.objects.get_or_create(
        organisation=invitation.organisation, user=person, defaults={"role": invitation.role}
    )
    return joined if is_new else None


def _drawn() -> str:
    return secrets.token_urlsafe(24)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
