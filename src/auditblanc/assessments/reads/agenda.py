"""The days of organisations, from their rows: in four queries, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.accounts.models import Organisation
from auditblanc.assessments import editions, models
from auditblanc.assessments.reads import plan, rows
from auditblanc.domain.agenda import Due, agenda
from auditblanc.domain.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from auditblanc.accounts.models import User
    from auditblanc.domain.action import Action
    from auditblanc.domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The days of one organisation. ``assessment`` is the one whose audit and certificate they tell: the last changed."""

    organisation: Organisation
    assessment: models.Assessment | None
    dues: tuple[Due, ...]

    def late(self, today: date) -> tuple[Due, ...]:
        return tuple(due for due in self.dues if due.is_late(today))

    def soon(self, today: date) -> tuple[Due, ...]:
        return tuple(due for due in self.dues if due.is_soon(today))

    @property
    def owners(self) -> tuple[str, ...]:
        """Who sees to something, in the order of the alphabet."""
        return tuple(sorted({due.owner for due in self.dues if due.owner}))


def agendas(organisations: Sequence[Organisation]) -> tuple[Agenda, ...]:
    """One for each, in the order given; of none, nothing is asked."""
    if not organisations:
        return ()
    latest = _latest(organisations)
    actions: dict[int, list[models.Action]] = defaultdict(list)
    for action in models.Action.objects.filter(organisation__in=organisations, removed_at=None).select_related(
        "finding", "closing_evidence", "person"
    ):
        actions[action.organisation_id].append(action)
    findings: dict[int, list[models.Finding]] = defaultdict(list)
    for finding in models.Finding.objects.filter(organisation__in=organisations, removed_at=None, lifted_on=None):
        findings[finding.organisation_id].append(finding)
    proofs: dict[int, list[models.Evidence]] = defaultdict(list)
    renewed = models.Evidence.objects.filter(
        organisation__in=organisations, removed_at=None, renewal_months__isnull=False
    )
    for proof in renewed:
        proofs[proof.organisation_id].append(proof)
    return tuple(
        _agenda(each, latest.get(each.pk), actions[each.pk], findings[each.pk], proofs[each.pk])
        for each in organisations
    )


def own_agendas(person: User) -> tuple[Agenda, ...]:
    """Those of a person's own organisations, the worked examples left out: one query more."""
    own = Organisation.objects.filter(memberships__user=person, is_example=False, removed_at=None)
    return agendas(tuple(own.order_by("name", "pk")))


def _latest(organisations: Sequence[Organisation]) -> dict[int, models.Assessment]:
    """The assessment that each changed last."""
    found = models.Assessment.objects.filter(organisation__in=organisations, removed_at=None).order_by("updated_at")
    return {row.organisation_id: row for row in found}


def _agenda(
    organisation: Organisation,
    row: models.Assessment | None,
    actions: Iterable[models.Action],
    findings: Iterable[models.Finding],
    proofs: Iterable[models.Evidence],
) -> Agenda:
    dues = agenda(
        _rules(row),
        rows.profile(row.profile) if row else Profile(),
        # What they cite is not told by a day: it is not asked for.
        actions=[_told(each) for each in actions],
        findings=[plan.finding(each, ()) for each in findings],
        evidence=[rows.evidence(each, ()) for each in proofs],
    )
    return Agenda(organisation=organisation, assessment=row, dues=dues)


def _told(row: models.Action) -> Action:
    """Whose it is to do by their account first, else by the name typed."""
    action = plan.action(row, ())
    return replace(action, owner=row.person.name or action.owner) if row.person else action


def _rules(row: models.Assessment | None) -> Rulebook | None:
    known = editions.catalogue()
    return known.edition(row.edition).rules if row and row.edition in known.ids else None
