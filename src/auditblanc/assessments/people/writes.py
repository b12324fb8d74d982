"""Every change of the people of an organisation, each with its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts import invitations
from auditblanc.accounts.models import Invitation, Membership, Role, User
from auditblanc.accounts.writes import end_membership, set_role
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assignment
from auditblanc.assessments.writes import journal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp


def invite(organisation: Organisation, *, role: Role, email: str, stamp: Stamp) -> str:
    """The secret of the link, which nobody will be shown again."""
    with writing():
        secret = invitations.invite(by=stamp.by, at=stamp.at, organisation=organisation, role=role, email=email)
        told = journal.Change(verb="invited", field="role", after={"email": email, "role": role})
        journal.record(organisation.pk, stamp, [told])
    return secret


def take_back(organisation: Organisation, invitation: Invitation, stamp: Stamp) -> None:
    """The link of an invitation serves no more."""
    with writing():
        Invitation.objects.filter(pk=invitation.pk).delete()
        told = journal.Change(verb="took back", field="role", before={"email": invitation.email})
        journal.record(organisation.pk, stamp, [told])


def change_role(membership: Membership, role: Role, stamp: Stamp) -> None:
    """Raises: LastOwnerError: the organisation would have no owner left."""
    if membership.role == role:
        return
    with writing():
        set_role(membership, role)
        before, after = ({"person": membership.user.key, "role": each} for each in (membership.role, role))
        told = journal.Change(verb="changed", field="role", before=before, after=after)
        journal.record(membership.organisation_id, stamp, [told])


def remove(membership: Membership, heir: User | None, stamp: Stamp) -> int:
    """Take a person out of an organisation; ``heir`` gets the indicators that were theirs to answer, how many.

    Raises:
        LastOwnerError: the organisation would have no owner left.
    """
    own = Assignment.objects.filter(assessment__organisation=membership.organisation_id, person=membership.user_id)
    with writing():
        end_membership(membership)
        count = own.update(person=heir) if heir else own.delete()[0]
        before = {"person": membership.user.key, "role": membership.role}
        after = {"heir": heir.key, "indicators": count} if heir else None
        told = journal.Change(verb="left", field="role", before=before, after=after)
        journal.record(membership.organisation_id, stamp, [told])
    return count


def assign(row: Assessment, wanted: Mapping[int, User | None], stamp: Stamp) -> int:
    """Give indicators to people, or to nobody; how many changed hands."""
    with writing():
        now = {each.indicator: each.person for each in row.assignments.select_related("person")}
        moved = {number: person for number, person in wanted.items() if now.get(number) != person}
        Assignment.objects.filter(assessment=row, indicator__in=moved).delete()
        Assignment.objects.bulk_create(
            Assignment(assessment=row, indicator=number, person=person) for number, person in moved.items() if person
        )
        told = [_given(row, number, now.get(number), person) for number, person in moved.items()]
        journal.record(row.organisation_id, stamp, told)
    return len(moved)


def _given(row: Assessment, number: int, before: User | None, after: User | None) -> journal.Change:
    return journal.Change(
        verb="gave",
        assessment=row.key,
        indicator=number,
        field="person",
        before=before.key if before else None,
        after=after.key if after else None,
    )
