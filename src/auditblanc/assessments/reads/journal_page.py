"""The journal as a list: who, when, what, from what to what; narrowed, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from auditblanc.accounts.models import Role, User
from auditblanc.assessments.journal_words import Kind, people_in, profile_told, sentence, told
from auditblanc.assessments.models import Assessment, Event
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads.history import FIELDS, ErasedError, past_rating
from auditblanc.domain.difference import in_words, is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditblanc.accounts.models import Organisation

PAGE = 50
GONE = "une personne partie"
# What can be put back as it was: the rows that the journal keeps whole.
ROWS = frozenset({"evidence", "action", "finding"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What narrows the list; nothing said narrows nothing. ``journal``: one that came with a file."""

    kind: Kind | None = None
    author: str = ""
    assessment: str = ""
    indicator: int | None = None
    since: date | None = None
    journal: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event in words. ``is_row``: what it was before can be put back. ``erased``: by whom and when its values were."""

    number: int
    at: datetime
    by: str
    what: str
    assessment: str
    assessment_key: str
    indicator: int | None
    before: str
    after: str
    has_values: bool
    is_row: bool
    is_answer: bool
    erased: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    lines: tuple[Line, ...]
    found: int
    page: int
    pages: int


def listed(organisation: Organisation, wanted: Wanted) -> Page:
    """The newest first, in four queries whatever their number."""
    events = _narrowed(Event.objects.filter(organisation=organisation, journal=wanted.journal), wanted)
    found = events.count()
    here = cut(found, wanted.page, PAGE)
    shown = events.select_related("value__erased_by").order_by("-number")[here.rows]
    rows = tuple(shown)
    keys = {each.author for each in rows}.union(*(people_in(text) for each in rows for text in _texts(each)))
    names = {person.key: str(person) for person in User.objects.filter(key__in=keys)}
    names |= {role.value: role.label for role in Role}
    titles = {row.key: str(row) for row in Assessment.objects.filter(organisation=organisation)}
    return Page(lines=tuple(_line(each, names, titles) for each in rows), found=found, page=here.page, pages=here.pages)


def authors(organisation: Organisation) -> tuple[tuple[str, str], ...]:
    """Who wrote in the journal and is still known, by name: key and name, in one query."""
    wrote = Event.objects.filter(organisation=organisation, journal="").values("author").distinct()
    found = [(person.key, str(person)) for person in User.objects.filter(key__in=wrote)]
    return tuple(sorted(found, key=lambda each: each[1].lower()))


def brought(organisation: Organisation) -> tuple[str, ...]:
    """The journals that came with files, in one query."""
    others = Event.objects.filter(organisation=organisation).exclude(journal="")
    return tuple(others.order_by("journal").values_list("journal", flat=True).distinct())


def _narrowed(events: QuerySet[Event], wanted: Wanted) -> QuerySet[Event]:
    if wanted.kind is Kind.REST:
        events = events.exclude(field__in=[name for each in Kind for name in each.fields])
    elif wanted.kind:
        events = events.filter(field__in=wanted.kind.fields)
    asked = Q()
    for name, value in (
        ("author", wanted.author),
        ("assessment", wanted.assessment),
        ("indicator", wanted.indicator),
        ("at__date__gte", wanted.since),
    ):
        asked &= Q(**{name: value}) if value else Q()
    return events.filter(asked)


def _texts(event: Event) -> tuple[str, ...]:
    """The values that may name people; answers do not, and may be long."""
    return (event.value.before, event.value.after) if event.field in Kind.PEOPLE.fields else ()


def _line(event: Event, names: Mapping[str, str], titles: Mapping[str, str]) -> Line:
    value = event.value
    return Line(
        number=event.number,
        at=event.at,
        by=names.get(event.author, GONE),
        what=sentence(event),
        assessment=titles.get(event.assessment, ""),
        assessment_key=event.assessment if event.assessment in titles else "",
        indicator=event.indicator,
        before=_said(event, names, start=True),
        after=_said(event, names),
        has_values=bool(value.before or value.after),
        is_row=event.field in ROWS and bool(value.before) and not event.journal,
        is_answer=event.verb == "answered" and not event.journal,
        erased=_erased(event),
    )


def _said(event: Event, names: Mapping[str, str], *, start: bool = False) -> str:
    value = event.value
    text, other = (value.before, value.after) if start else (value.after, value.before)
    if event.field == "profile" and text and other:
        return profile_told(value.before, value.after, start=start)
    if event.verb != "answered" or event.field not in FIELDS:
        return told(event.field, text, other, names)
    try:
        answer = FIELDS[event.field].answer(past_rating(event, start=start))
    except ErasedError:
        return ""
    return FIELDS[event.field].nothing if is_blank(answer) else in_words(answer)


def _erased(event: Event) -> str:
    value = event.value
    return str(value.erased_by or GONE) if value.erased_at else ""
