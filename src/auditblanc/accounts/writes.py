"""Every change of who: a person, an organisation, its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.models import Logo, Membership, Notice, Organisation, Role, Tag, User
from auditblanc.accounts.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterable
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


class LastOwnerError(Exception):
    """An organisation keeps an owner."""


def set_role(membership: Membership, role: Role) -> None:
    """Raises: LastOwnerError: the person is its only owner, and would no longer be."""
    with writing():
        _require_another_owner(membership, role)
        Membership.objects.filter(pk=membership.pk).update(role=role)


def end_membership(membership: Membership) -> None:
    """Raises: LastOwnerError: the person is its only owner."""
    with writing():
        _require_another_owner(membership, None)
        Membership.objects.filter(pk=membership.pk).delete()


def _require_another_owner(membership: Membership, role: Role | None) -> None:
    owners = Membership.objects.filter(organisation=membership.organisation_id, role=Role.OWNER)
    # Two owners who leave at the same moment wait for each other.
    held = set(owners.select_for_update().values_list("pk", flat=True))
    if role is not Role.OWNER and held == {membership.pk}:
        raise LastOwnerError


def set_active(person: User, *, is_active: bool) -> None:
    """Close an account, or open it again: who has it is out at the next page."""
    with writing():
        User.objects.filter(pk=person.pk).update(is_active=is_active)


def set_tags(person: User, organisation: Organisation, words: Iterable[str]) -> None:
    """The words by which a person finds an organisation again, in the place of the former ones."""
    with writing():
        Tag.objects.filter(person=person, organisation=organisation).delete()
        Tag.objects.bulk_create(Tag(person=person, organisation=organisation, word=word) for word in words)


def write_notice(name: str, text: str, at: datetime) -> None:
    """A text of the site itself; an empty one gives back the text that it comes with."""
    with writing():
        Notice.objects.filter(name=name).delete()
        if text:
            Notice.objects.create(name=name, text=text, updated_at=at)


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
