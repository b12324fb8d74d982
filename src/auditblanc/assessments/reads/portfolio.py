"""Many organisations as a list: how far each is, what comes next, when it last moved; found, narrowed, sorted, a page at a time.

An organisation is told by the last assessment begun (``Assessment.is_latest``). The worked examples are nobody's own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Window
from django.utils.timezone import localdate

from auditblanc.accounts.models import Organisation, Tag, User
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads.agenda import Agenda, agendas
from auditblanc.assessments.reads.points import Points, points
from auditblanc.assessments.reads.words import holding
from auditblanc.domain.agenda import Due
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAGE = 50
RANKED = 300
STILL = timedelta(days=30)


class Sort(StrEnum):
    """The order of the list."""

    PROGRESS = "progress"
    AUDIT = "audit"
    POINTS = "points"
    ACTIVITY = "activity"
    NAME = "name"

    @property
    def label(self) -> str:
        return {
            "progress": "Moins avancés d’abord",
            "audit": "Audit le plus proche",
            "points": "Le plus de points de vigilance",
            "activity": "Dernière activité",
            "name": "Nom",
        }[self.value]

    @property
    def ranks(self) -> bool:
        """Whether it tells who is behind; not asked for in neutral mode."""
        return self in (Sort.PROGRESS, Sort.POINTS)


class State(StrEnum):
    """What may keep an organisation from being ready, to list those that it concerns."""

    BLANK = "blank"
    STILL = "still"
    MISSING = "missing"
    NO_AUDIT = "no_audit"

    @property
    def label(self) -> str:
        return {
            "blank": "Rien n’est évalué",
            "still": "Rien n’a bougé depuis 30 jours",
            "missing": "Au moins un indicateur manquant",
            "no_audit": "Sans date d’audit",
        }[self.value]

    @property
    def ranks(self) -> bool:
        """As that of a sort."""
        return self is State.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What narrows the list; nothing said narrows nothing. ``with_points``: points to watch are told too."""

    words: str = ""
    tag: str = ""
    state: State | None = None
    sort: Sort = Sort.PROGRESS
    page: int = 1
    with_points: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One organisation. ``next``: what comes next for it, or is late. ``points``: where they are asked for."""

    organisation: Organisation
    assessment: Assessment
    tags: tuple[str, ...]
    next: Due | None
    points: Points | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``sort``: the order that they are in, which is another one than was asked for where those are too many for it."""

    lines: tuple[Line, ...]
    sort: Sort
    found: int
    page: int
    pages: int


def listed(person: User, wanted: Wanted, now: datetime) -> Page:
    """In seven queries, whatever their number; one less where words are looked for, two more for points to watch.

    Sorted by these: by what :func:`by_points` says, or by progress where it says nothing; two queries more, one less.
    """
    found = narrowed(person, wanted, now)
    ranked = by_points(found) if wanted.sort is Sort.POINTS else None
    sort = Sort.PROGRESS if wanted.sort is Sort.POINTS and ranked is None else wanted.sort
    if ranked is None:
        shown = sorted_by(found, sort).select_related("organisation")
        count, here = _cut(found, shown if wanted.with_points else shown.defer("profile"), wanted)
    else:
        count, here = len(ranked), ranked[cut(len(ranked), wanted.page, PAGE).rows]
    told = lines(person, here, localdate(now))
    if wanted.with_points:
        watched = points(here)
        told = tuple(replace(line, points=watched.get(line.assessment.pk)) for line in told)
    place = cut(count, wanted.page, PAGE)
    return Page(lines=told, sort=sort, found=count, page=place.page, pages=place.pages)


def every(person: User, wanted: Wanted, now: datetime) -> Iterable[Assessment]:
    """All of the list in its order, whatever the page; read as they are asked for."""
    found = narrowed(person, wanted, now)
    ranked = by_points(found) if wanted.sort is Sort.POINTS else None
    if ranked is not None:
        return ranked
    return sorted_by(found, wanted.sort).select_related("organisation").defer("profile").iterator(chunk_size=2000)


def _cut(
    found: QuerySet[Assessment], shown: QuerySet[Assessment], wanted: Wanted
) -> tuple[int, tuple[Assessment, ...]]:
    """How many there are, and the rows of the page that is asked for, or of the last one."""
    if wanted.words:
        # One question for both: each would read the name of every organisation.
        asked = slice((wanted.page - 1) * PAGE, wanted.page * PAGE)
        here = tuple(shown.annotate(of=Window(Count("pk")))[asked])
        if here:
            return here[0].of, here
    count = found.count()
    return count, tuple(shown[cut(count, wanted.page, PAGE).rows])


def narrowed(person: User, wanted: Wanted, now: datetime) -> QuerySet[Assessment]:
    """The current assessments of a person's own organisations, those that are wanted."""
    found = holding(own(person), wanted.words, "organisation__name")
    if wanted.tag:
        found = found.filter(
            Exists(Tag.objects.filter(person=person, word=wanted.tag, organisation=OuterRef("organisation")))
        )
    match wanted.state:
        case State.BLANK:
            found = found.filter(answered=0)
        case State.STILL:
            found = found.filter(updated_at__lt=now - STILL)
        case State.MISSING:
            found = found.filter(levels__contains=str(Level.MISSING.value))
        case State.NO_AUDIT:
            found = found.filter(audit_day=None)
    return found


def own(person: User) -> QuerySet[Assessment]:
    """The current assessment of each organisation that a person may read."""
    # One question, from the person's memberships down: the indexes of both tables answer it without reading their rows.
    return Assessment.objects.filter(
        is_latest=True,
        organisation__memberships__user=person,
        organisation__memberships__role__in=having(Right.READ),
        organisation__removed_at=None,
        organisation__is_example=False,
    )


def sorted_by(found: QuerySet[Assessment], sort: Sort) -> QuerySet[Assessment]:
    """By what the rows themselves hold; points to watch are not among it: see :func:`by_points`."""
    match sort:
        case Sort.PROGRESS | Sort.POINTS:
            return found.order_by("answered", "organisation")
        case Sort.ACTIVITY:
            return found.order_by("-updated_at", "-organisation")
        case Sort.AUDIT:
            return found.order_by(F("audit_day").asc(nulls_last=True), "organisation")
        case Sort.NAME:
            return found.order_by("organisation__name", "organisation")


def by_points(found: QuerySet[Assessment]) -> tuple[Assessment, ...] | None:
    """Those that could be worst off first, by majors, then by all gaps; nothing where they are more than ``RANKED``.

    Nobody keeps what their answers lead to: it is told for each, which takes a few milliseconds the first time.
    """
    every = tuple(found.select_related("organisation").order_by("organisation")[: RANKED + 1])
    if len(every) > RANKED:
        return None
    worst = {key: (told.majors, told.gaps) for key, told in points(every).items()}
    return tuple(sorted(every, key=lambda row: worst.get(row.pk, (-1, -1)), reverse=True))


def lines(person: User, here: Sequence[Assessment], today: date) -> tuple[Line, ...]:
    """The rows in words, in five queries."""
    organisations = [row.organisation for row in here]
    tags: dict[int, list[str]] = defaultdict(list)
    for organisation, word in Tag.objects.filter(person=person, organisation__in=organisations).values_list(
        "organisation", "word"
    ):
        tags[organisation].append(word)
    agenda = {each.organisation.pk: each for each in agendas(organisations)}
    return tuple(
        Line(
            organisation=row.organisation,
            assessment=row,
            tags=tuple(tags[row.organisation_id]),
            next=_next(agenda[row.organisation_id], today),
        )
        for row in here
    )


def _next(agenda: Agenda, today: date) -> Due | None:
    """What is late, else what comes first."""
    to_come = (due for due in agenda.dues if due.day >= today)
    return next(iter((*agenda.late(today), *to_come)), None)


def tags(person: User) -> tuple[str, ...]:
    """The words that the person put on organisations, in one query."""
    return tuple(Tag.objects.filter(person=person).order_by("word").values_list("word", flat=True).distinct())


def bare(person: User) -> QuerySet[Organisation]:
    """The organisations that a person may read, and that have no assessment begun."""
    begun = Assessment.objects.filter(is_latest=True, organisation=OuterRef("pk"))
    theirs = Organisation.objects.filter(
        memberships__user=person, memberships__role__in=having(Right.READ), removed_at=None, is_example=False
    )
    return theirs.exclude(Exists(begun))
