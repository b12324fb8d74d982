"""Every change of the people of an organisation, each with its event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F

from auditblanc.accounts import invitations
from auditblanc.accounts.models import Invitation, Membership, Role, User
from auditblanc.accounts.writes import end_membership, set_role
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Action, Assignment
from auditblanc.assessments.people.reads import own_actions
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


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How many indicators and open actions went to somebody else, or to nobody."""

    indicators: int
    actions: int


def remove(membership: Membership, heir: User | None, stamp: Stamp) -> HandedOver:
    """Take a person out of an organisation; ``heir`` gets the indicators that were theirs to answer, and their open actions.

    What is done stays under the name that it had.

    Raises:
        LastOwnerError: the organisation would have no owner left.
    """
    own = Assignment.objects.filter(assessment__organisation=membership.organisation_id, person=membership.user_id)
    with writing():
        end_membership(membership)
        count = own.update(person=heir) if heir else own.delete()[0]
        done = _hand_over_actions(membership, heir)
        before = {"person": membership.user.key, "role": membership.role}
        after = {"heir": heir.key, "indicators": count, "actions": done} if heir else None
        told = journal.Change(verb="left", field="role", before=before, after=after)
        journal.record(membership.organisation_id, stamp, [told])
    return HandedOver(count, done)


def _hand_over_actions(membership: Membership, heir: User | None) -> int:
    """Open actions go to the heir, under the heir's name; no action stays with who is gone. How many were open."""
    theirs = own_actions(membership)
    named = {"owner": str(heir)} if heir else {}
    count = theirs.update(person=heir, version=F("version") + 1, **named)
    all_of_them = Action.objects.filter(organisation=membership.organisation_id, person=membership.user_id)
    all_of_them.update(person=None, version=F("version") + 1)
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
