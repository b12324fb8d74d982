"""Two organisations that have one of everything, and whoever may try: one of each role in the first."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from auditblanc.accounts.invitations import invite
from auditblanc.accounts.models import Invitation, Membership, Organisation, Role, User
from auditblanc.assessments.models import Action, Assessment
from auditblanc.assessments.organisation_file.tables import TABLES
from auditblanc.assessments.people import writes
from auditblanc.assessments.people.comments import comment
from auditblanc.assessments.writes import evidence, pieces
from auditblanc.assessments.writes.freeze import freeze
from auditblanc.domain.evidence import Evidence
from tests import people
from tests.architecture.test_names import patterns
from tests.assessments.given import given
from tests.pages import closed
from tests.places import places
from tests.server.accounts import account

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse


# The key of a letter and the secret of a link are no rows.
ALL = [
    (address, entry.name)
    for address, entry in patterns(get_resolver())
    if "(?P" not in address and entry.name != "account_confirm_email"
]
_KEYED = [table for table in TABLES if any(column.name == "key" for column in table.columns)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One organisation, and what stands in its addresses."""

    owner: User
    organisation: Organisation
    assessment: Assessment
    places: dict[str, object]

    @property
    def kinds(self) -> dict[str, str]:
        """Every key of its rows and of its people, each with the name of its table."""
        found = {
            key: table.name
            for table in _KEYED
            for key in table.rows(self.organisation).order_by("-pk").values_list("key", flat=True)
        }
        named = {str(self.places[name]): name for name in ("organisation", "comment", "intake", "feed")}
        members = self.organisation.memberships.values_list("user__key", flat=True)
        return {**found, **named, **dict.fromkeys(members, "person")}

    @property
    def keys(self) -> dict[str, str]:
        """One key of each table: of the person, somebody who may be given an indicator."""
        return {kind: key for key, kind in self.kinds.items()} | {"person": str(self.places["person"])}


def place(owner: User, organisation: Organisation) -> Place:
    """One of everything; some of it thrown away; and a person beside its owner to whom indicators are given."""
    assessment = people.assessment(organisation, owner)
    made, at = places(assessment, owner), people.stamp(owner)
    helper = account(f"Ami-{owner.name}")
    Membership.objects.create(user=helper, organisation=organisation, role=Role.EDITOR)
    writes.assign(assessment, {1: helper, 2: helper}, at)
    noted = evidence.note(
        organisation.pk, [Evidence(title=title, indicators=(2,)) for title in ("Bilan", "Brouillon")], at
    )
    evidence.remove(noted[1], at)
    pieces.add(noted[0], [given(organisation)], at)
    pieces.remove(noted[0].pieces.get(), at, on=assessment)
    invite(by=owner, at=timezone.now(), organisation=organisation, role=Role.READER)
    more = {
        "person": helper.key,
        "invitation": Invitation.objects.filter(organisation=organisation).latest("pk").pk,
        "comment": comment(assessment, 1, "Où est le livret ?", at).key,
        "pk": 1,
        "secret": "x",
        "removed": noted[1].key,
        "unseen": noted[0].key,
        "unseen_piece": noted[0].pieces.get().key,
    }
    return Place(owner=owner, organisation=organisation, assessment=assessment, places={**made, **more})


def another(of: Place) -> dict[str, str]:
    """What another assessment of the same organisation has of its own."""
    at, made = people.stamp(of.owner), people.assessment(of.organisation, of.owner)
    return {"copy": freeze(made, "Autre copie", at).key, "comment": comment(made, 1, "Ailleurs", at).key}


class Attempts:
    """The browser of somebody of that role; whatever an attempt changes is undone after it is told."""

    def __init__(self, of: Place, role: Role) -> None:
        person = of.owner if role is Role.OWNER else account(role.value)
        if role is not Role.OWNER:
            Membership.objects.create(user=person, organisation=of.organisation, role=role)
        if role is Role.CONTRIBUTOR:
            writes.assign(of.assessment, {1: person, 5: person}, people.stamp(of.owner))
            # Beside the write: pages that are drawn already save on the version that they showed.
            Action.objects.filter(key=of.places["action"]).update(person=person)
        self.client = Client()
        self.client.force_login(person)
        self._cookies = deepcopy(self.client.cookies)
        self._before = everything()

    def changes(
        self, path: str, sent: dict[str, list[object]] | None = None, method: str = "post"
    ) -> tuple[HttpResponse, set[str]]:
        """The answer, and the tables that it changed: only looked at where a statement did write."""
        self.client.cookies = deepcopy(self._cookies)
        written: list[str] = []

        def watched(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
            written.extend([sql] if sql.startswith(("INSERT", "UPDATE", "DELETE")) else [])
            return execute(sql, *more)

        with transaction.atomic(), connection.execute_wrapper(watched):
            answer = getattr(self.client, method)(path, sent or {})
            now = everything() if written else self._before
            transaction.set_rollback(True)
        closed(answer)
        return answer, {name for name, rows in self._before.items() if now[name] != rows}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every product table."""
    models = [model for name in ("accounts", "assessments") for model in apps.get_app_config(name).get_models()]
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in models}
