"""Receptions of many forms: how far each is, and what became of its files, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, QuerySet

from auditblanc.assessments.models import MassIntake, Outcome, ReceivedForm
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from auditblanc.accounts.models import User

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many files had each outcome; ``doubtful``: how many of them hold a doubt, ``new``: organisations made."""

    attached: int
    waiting: int
    already: int
    refused: int
    doubtful: int
    new: int

    @property
    def settled(self) -> int:
        return self.attached + self.waiting + self.already + self.refused

    @property
    def sentence(self) -> str:
        """« 812 fiches rattachées (dont 790 organismes créés), 3 à rattacher… » without a point at its end."""
        made = f" (dont {counted(self.new, 'organisme créé', 'organismes créés')})" if self.new else ""
        parts = (
            (self.attached, f"{counted(self.attached, 'fiche rattachée', 'fiches rattachées')}{made}"),
            (self.waiting, f"{self.waiting} à rattacher"),
            (self.already, counted(self.already, "déjà reçue", "déjà reçues")),
            (self.refused, counted(self.refused, "refusée", "refusées")),
        )
        return ", ".join(words for count, words in parts if count) or "Aucune fiche"


def of_person(person: User) -> QuerySet[MassIntake]:
    """Their receptions, the last one first."""
    return MassIntake.objects.filter(received_by=person)


def unfinished(person: User, name: str) -> MassIntake | None:
    """Their reception of that name that was stopped before its end."""
    return of_person(person).filter(name=name, ended_at=None).first()


def counts(intake: MassIntake) -> Counts:
    """In one query, whatever their number."""
    several = {each.value: Count("pk", filter=Q(outcome=each)) for each in Outcome}
    found = ReceivedForm.objects.filter(intake=intake).aggregate(
        **several, doubtful=Count("pk", filter=Q(doubtful__gt=0)), new=Count("pk", filter=Q(is_new=True))
    )
    return Counts(**found)


def forms(intake: MassIntake, outcome: Outcome | None = None, *, doubtful: bool = False) -> QuerySet[ReceivedForm]:
    """The files of a reception, in the order of their names, with the organisation of each."""
    found = (
        ReceivedForm.objects.filter(intake=intake).select_related("organisation").defer("document", "doubts", "data")
    )
    if outcome:
        found = found.filter(outcome=outcome)
    if doubtful:
        found = found.filter(doubtful__gt=0)
    return found.order_by("name").annotate(assessment_key=F("assessment__key"))


def left(intake: MassIntake) -> QuerySet[ReceivedForm]:
    """What a person has to look at: forms to attach, files refused."""
    return forms(intake).filter(outcome__in=(Outcome.WAITING, Outcome.REFUSED))
