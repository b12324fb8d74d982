"""Who is in an organisation, who is to come, who answers on what, and what is one's own to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q

from auditblanc.accounts.models import Invitation, Membership, Role, User
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Action, Assessment, Assignment
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads.words import holding
from auditblanc.domain.action import ActionState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.desk import Desk

PAGE = 50
_MINE = 20
_OPEN = (ActionState.TO_DO.value, ActionState.DOING.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """A page of accounts, by name; ``found`` is how many there are."""

    people: tuple[User, ...]
    found: int
    page: int
    pages: int


def accounts(words: str, page: int) -> Accounts:
    """Those whose name or address holds the words, in two queries."""
    found = holding(User.objects.exclude(email=None), words, "name", "email")
    count = found.count()
    here = cut(count, page, PAGE)
    shown = found.order_by("name", "email")[here.rows]
    return Accounts(people=tuple(shown), found=count, page=here.page, pages=here.pages)


def members(organisation: Organisation) -> tuple[Membership, ...]:
    """Owners first, then by name; each with ``given``, how many indicators are theirs to answer. One query."""
    given = Count(
        "user__assignments",
        filter=Q(user__assignments__assessment__organisation=organisation)
        & Q(user__assignments__assessment__removed_at=None),
    )
    found = Membership.objects.filter(organisation=organisation).select_related("user").annotate(given=given)
    order = list(Role)
    return tuple(sorted(found, key=lambda each: (order.index(Role(each.role)), str(each.user).lower())))


def pending(organisation: Organisation, now: datetime) -> tuple[Invitation, ...]:
    """The invitations whose links still serve, the last first, in one query."""
    found = organisation.invitations.filter(expires_at__gt=now).select_related("invited_by").order_by("-created_at")
    return tuple(found)


def answering(organisation: Organisation) -> tuple[User, ...]:
    """Those to whom an indicator may be given, by name, in one query."""
    found = User.objects.filter(
        memberships__organisation=organisation, memberships__role__in=having(Right.ANSWER), is_active=True
    )
    return tuple(sorted(found, key=lambda each: str(each).lower()))


def doers(here: Desk) -> tuple[User, ...]:
    """On a site for several: to whom whoever asks may give an action, by name; in one query, or none."""
    return answering(here.organisation) if settings.IS_SHARED and here.may_write else ()


def given(row: Assessment) -> dict[int, User]:
    """Who answers on each indicator that is given to somebody, in one query."""
    return {each.indicator: each.person for each in row.assignments.select_related("person")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """One assessment, with the indicators of it that are one's own to answer."""

    assessment: Assessment
    indicators: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinePage:
    """``found``: in how many assessments something is one's own to answer."""

    lines: tuple[Mine, ...]
    found: int
    page: int
    pages: int


def mine(person: User, page: int) -> MinePage:
    """What is a person's own to answer, the last changed assessments first, in three queries."""
    own = Assignment.objects.filter(person=person)
    found = Assessment.objects.filter(
        Exists(own.filter(assessment=OuterRef("pk"))),
        removed_at=None,
        organisation__removed_at=None,
        organisation__memberships__user=person,
    )
    count = found.count()
    here = cut(count, page, _MINE)
    rows = tuple(found.select_related("organisation").order_by("-updated_at", "pk")[here.rows])
    numbers: dict[int, list[int]] = {}
    for each in own.filter(assessment__in=rows).order_by("indicator"):
        numbers.setdefault(each.assessment_id, []).append(each.indicator)
    lines = tuple(Mine(assessment=row, indicators=tuple(numbers.get(row.pk, ()))) for row in rows)
    return MinePage(lines=lines, found=count, page=here.page, pages=here.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyAction:
    """An action that is one's own, with an assessment from whose plan it is reached; none where there is none left."""

    action: Action
    assessment: Assessment | None


def my_actions(person: User, organisations: Iterable[int]) -> tuple[MyAction, ...]:
    """The first fifty open actions that are a person's, the nearest due first, in two queries.

    Theirs are those given to them, or to nobody who has an account and under their name.
    """
    named = Q(person=None, owner__iexact=person.name) if person.name else Q()
    found = Action.objects.filter(
        Q(person=person) | named, organisation__in=organisations, removed_at=None, state__in=_OPEN
    )
    rows = tuple(found.select_related("organisation").order_by(F("due").asc(nulls_last=True), "pk")[:PAGE])
    latest = Assessment.objects.filter(is_latest=True, organisation__in={row.organisation_id for row in rows})
    reached = {each.organisation_id: each for each in latest.defer("profile")}
    return tuple(MyAction(action=row, assessment=reached.get(row.organisation_id)) for row in rows)


def own_actions(membership: Membership) -> QuerySet[Action]:
    """Those given to a member that are left to do."""
    return Action.objects.filter(
        organisation=membership.organisation_id, person=membership.user_id, removed_at=None, state__in=_OPEN
    )
