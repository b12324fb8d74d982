"""Every change of who: a person, an organisation, its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.models import Logo, Membership, Organisation, Role, User
from auditblanc.accounts.writing import writing

if TYPE_CHECKING:
    from datetime import datetime


def local_person() -> User:
    """The one person of a local installation, made at the first start."""
    with writing():
        return User.objects.filter(email=None).order_by("pk").first() or User.objects.create(name="Vous")


def found_organisation(*, name: str, by: User, at: datetime, is_example: bool = False) -> Organisation:
    """A new organisation, of which ``by`` is the owner."""
    with writing():
        made = Organisation.objects.create(name=name, is_example=is_example, created_at=at)
        Membership.objects.create(organisation=made, user=by, role=Role.OWNER)
    return made


def change_looks(organisation: Organisation, *, name: str, accent: str) -> None:
    """The name and the colour that documents carry."""
    with writing():
        Organisation.objects.filter(pk=organisation.pk).update(name=name, accent=accent)


def put_logo(organisation: Organisation, *, media_type: str, data: bytes) -> None:
    """The picture that documents carry, in the place of the former one."""
    with writing():
        Logo.objects.update_or_create(organisation=organisation, defaults={"media_type": media_type, "data": data})


def remove_logo(organisation: Organisation) -> None:
    with writing():
        Logo.objects.filter(organisation=organisation).delete()
