"""For whom a campaign may begin an assessment, for whom not and why; then how far each of them is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Length

from auditblanc.accounts.models import Membership, Organisation, User
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Assessment, Campaign, Pushed, Start
from auditblanc.assessments.reads import portfolio
from auditblanc.assessments.reads.words import holding

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue

PAGE = 50
STILL = 30


class Refusal(StrEnum):
    """Why nothing is begun for an organisation."""

    ALREADY = "already"
    NO_RIGHT = "no_right"
    NO_PREVIOUS = "no_previous"
    OTHER_TEXT = "other_text"

    @property
    def label(self) -> str:
        return {
            "already": "est déjà dans cette campagne",
            "no_right": "vous pouvez le lire, non y écrire",
            "no_previous": "n’a pas d’évaluation précédente dont partir",
            "other_text": "sa dernière évaluation porte sur un texte d’où l’on ne passe pas à celui-ci",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The organisations that a person chose: ``keys``, those ticked; or those that ``wanted`` finds in the portfolio.

    ``is_bare``: those that have no assessment yet.
    """

    keys: tuple[str, ...] = ()
    wanted: portfolio.Wanted | None = None
    is_bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a campaign would do: ``begun`` are the numbers of rows, with their names."""

    begun: tuple[tuple[int, str], ...]
    left_out: tuple[tuple[Refusal, str], ...]

    @property
    def mark(self) -> str:
        """Another one as soon as other organisations are meant."""
        return sha256(",".join(str(pk) for pk, _ in self.begun).encode()).hexdigest()

    @property
    def reasons(self) -> tuple[tuple[Refusal, int], ...]:
        return tuple(Counter(reason for reason, _ in self.left_out).most_common())


def chosen(person: User, selection: Selection, now: datetime) -> QuerySet[Organisation]:
    """Those of the selection that the person may read."""
    if selection.is_bare:
        return portfolio.bare(person)
    own = Organisation.objects.filter(
        memberships__user=person, memberships__role__in=having(Right.READ), removed_at=None
    )
    if selection.wanted:
        return own.filter(pk__in=portfolio.narrowed(person, selection.wanted, now).values("organisation"))
    return own.filter(key__in=selection.keys)


def planned(
    person: User, found: QuerySet[Organisation], *, name: str, start: str, edition: str, known: Catalogue
) -> Planned:
    """For whom a campaign of that name would begin something, in one query whatever their number."""
    role = Membership.objects.filter(organisation=OuterRef("pk"), user=person).values("role")
    latest = Assessment.objects.filter(organisation=OuterRef("pk"), is_latest=True).values("edition")
    already = Pushed.objects.filter(
        organisation=OuterRef("pk"), campaign__person=person, campaign__name=name, refusal=""
    )
    lines = found.order_by("name", "pk").values_list(
        "pk", "name", Subquery(role), Subquery(latest), Exists(already), named=False
    )
    begun, left_out = [], []
    for pk, called, has_role, text, is_there in lines:
        reason = _refusal(has_role, text, start, edition, known, is_there=is_there)
        if reason:
            left_out.append((reason, called))
        else:
            begun.append((pk, called))
    return Planned(begun=tuple(begun), left_out=tuple(left_out))


def _refusal(
    role: str, text: str | None, start: str, edition: str, known: Catalogue, *, is_there: bool
) -> Refusal | None:
    if is_there:
        return Refusal.ALREADY
    if role not in having(Right.EDIT):
        return Refusal.NO_RIGHT
    if start == Start.PREVIOUS and text is None:
        return Refusal.NO_PREVIOUS
    if start == Start.PREVIOUS and not leads(known, str(text), edition):
        return Refusal.OTHER_TEXT
    return None


def leads(known: Catalogue, text: str, edition: str) -> bool:
    """Whether a bridge leads from one text to the other."""
    return text in known.ids and known.referential(text) == known.referential(edition)


class Where(StrEnum):
    """Where organisations of a campaign are, to list those that it concerns."""

    ALL = ""
    BLANK = "blank"
    STILL = "still"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many organisations of a campaign are where. ``still``: nothing moved for so many days, and not all is rated."""

    all: int
    waiting: int
    refused: int
    blank: int
    still: int

    @property
    def begun(self) -> int:
        return self.all - self.waiting - self.refused


def campaigns(person: User) -> QuerySet[Campaign]:
    """The last one begun first, each with how many organisations it has (``count``) and how many answered something."""
    return (
        Campaign.objects.filter(person=person)
        .defer("template")
        .annotate(count=Count("pushed"), answering=Count("pushed", filter=Q(pushed__assessment__answered__gt=0)))
        .order_by("-created_at", "-pk")
    )


def followed(campaign: Campaign) -> QuerySet[Pushed]:
    """The organisations of a campaign that its person may still read. A thrown away assessment is nobody's business."""
    return Pushed.objects.filter(
        campaign=campaign,
        organisation__memberships__user=campaign.person_id,
        organisation__memberships__role__in=having(Right.READ),
        organisation__removed_at=None,
        assessment__removed_at=None,
    ).annotate(indicators=Length("assessment__levels"))


def standing(campaign: Campaign, now: datetime, days: int) -> Standing:
    """In one query."""
    conditions = {where.value: _where(where, now, days) for where in Where if where is not Where.ALL}
    counts = followed(campaign).aggregate(
        all=Count("pk"), **{name: Count("pk", filter=condition) for name, condition in conditions.items()}
    )
    return Standing(**counts)


def at(campaign: Campaign, where: Where, now: datetime, days: int) -> QuerySet[Pushed]:
    """Those that are there, what moved least recently first."""
    found = followed(campaign).filter(_where(where, now, days))
    return found.select_related("organisation", "assessment").order_by(
        F("assessment__updated_at").asc(nulls_last=True), "organisation__name", "pk"
    )


def begun(campaign: Campaign, where: Where, now: datetime, days: int) -> QuerySet[Assessment]:
    """The assessments of those that are there, what moved least recently first."""
    found = followed(campaign).filter(_where(where, now, days)).values("assessment")
    return (
        Assessment.objects.filter(pk__in=found).select_related("organisation").defer("profile").order_by("updated_at")
    )


def _where(where: Where, now: datetime, days: int) -> Q:
    still = Q(assessment__updated_at__lt=now - timedelta(days=days), assessment__answered__lt=F("indicators"))
    return {
        Where.ALL: Q(),
        Where.BLANK: Q(assessment__answered=0),
        Where.STILL: still,
        Where.WAITING: Q(assessment=None, refusal=""),
        Where.REFUSED: ~Q(refusal=""),
    }[where]


def lenders(person: User, words: str) -> QuerySet[Assessment]:
    """Assessments of a person's own organisations from which others may start, the last changed first."""
    found = Assessment.objects.filter(
        removed_at=None,
        organisation__memberships__user=person,
        organisation__memberships__role__in=having(Right.READ),
        organisation__removed_at=None,
        organisation__is_example=False,
    )
    found = holding(found, words, "organisation__name", "title")
    return found.select_related("organisation").defer("profile").order_by("-updated_at", "-pk")
