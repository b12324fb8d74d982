"""The register as a list: found by words, narrowed, sorted, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from auditblanc.assessments import models
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads import register
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.search import plain

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation

PAGE = 100


class Sort(StrEnum):
    """The order of the list."""

    NOTED = "noted"
    TITLE = "title"
    DATE = "date"

    @property
    def label(self) -> str:
        return {"noted": "Dernières notées", "title": "Titre", "date": "Date du contenu"}[self.value]


class Lack(StrEnum):
    """What a proof lacks, to list those that lack it."""

    DATE = "date"
    INDICATOR = "indicator"
    FILE = "file"

    @property
    def label(self) -> str:
        return {"date": "Sans date", "indicator": "À rattacher à un indicateur", "file": "Sans fichier"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What narrows the list; nothing said narrows nothing. ``dossier`` is the key of one.

    ``without``: those that do not answer to this indicator.
    """

    words: str = ""
    state: EvidenceState | None = None
    indicator: int | None = None
    without: int | None = None
    dossier: str = ""
    holder: str = ""
    site: str = ""
    lack: Lack | None = None
    sort: Sort = Sort.NOTED
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    key: str
    version: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page of the list. ``total``: of the register, ``found``: of those that are wanted."""

    lines: tuple[Line, ...]
    total: int
    found: int
    page: int
    pages: int


def listed(organisation: Organisation, wanted: Wanted) -> Listed:
    """The page that is asked for, else the last one: in seven queries, eight where words are looked for."""
    own = models.Evidence.objects.filter(organisation=organisation, removed_at=None)
    found = _narrowed(own, wanted)
    if wanted.words:
        found = found.filter(pk__in=_holding(found, wanted.words))
    count = found.count()
    here = cut(count, wanted.page, PAGE)
    keys = list(_sorted(found, wanted.sort).values_list("pk", flat=True)[here.rows])
    rows = {row.id: (row, item) for row, item in register.with_rows(own.filter(pk__in=keys))}
    return Listed(
        lines=tuple(Line(key=rows[pk][0].key, version=rows[pk][0].version, evidence=rows[pk][1]) for pk in keys),
        total=own.count(),
        found=count,
        page=here.page,
        pages=here.pages,
    )


def dossiers(organisation: Organisation) -> tuple[models.Dossier, ...]:
    """Sessions, learners and trainers with how many proofs each has (``count``), in one query."""
    there = Count("proofs", filter=Q(proofs__evidence__removed_at=None))
    return tuple(models.Dossier.objects.filter(organisation=organisation).annotate(count=there))


def choices(organisation: Organisation) -> dict[str, tuple[str, ...]]:
    """Holders and sites that proofs name, in the order of the alphabet, in one query."""
    own = models.Evidence.objects.filter(organisation=organisation, removed_at=None)
    pairs = list(own.values_list("holder", "site").distinct())
    return {
        name: tuple(sorted({pair[place] for pair in pairs if pair[place]}, key=plain))
        for place, name in enumerate(("holders", "sites"))
    }


def _narrowed(own: QuerySet[models.Evidence], wanted: Wanted) -> QuerySet[models.Evidence]:
    if wanted.state:
        own = own.filter(state=wanted.state.value)
    if wanted.indicator:
        own = own.filter(links__indicator=wanted.indicator)
    if wanted.without:
        own = own.exclude(links__indicator=wanted.without)
    if wanted.dossier:
        own = own.filter(in_dossiers__dossier__key=wanted.dossier)
    if wanted.holder:
        own = own.filter(holder=wanted.holder)
    if wanted.site:
        own = own.filter(site=wanted.site)
    return _lacking(own, wanted.lack)


def _lacking(own: QuerySet[models.Evidence], lack: Lack | None) -> QuerySet[models.Evidence]:
    if lack is Lack.DATE:
        return own.filter(content_date=None, covers_to=None)
    if lack is Lack.INDICATOR:
        return own.filter(~Exists(models.EvidenceIndicator.objects.filter(evidence=OuterRef("pk"))))
    if lack is Lack.FILE:
        return own.filter(~Exists(models.Piece.objects.filter(evidence=OuterRef("pk"))))
    return own


def _holding(found: QuerySet[models.Evidence], words: str) -> list[int]:
    """Those that hold each word, whatever the accents and the capitals: databases do not agree on either."""
    texts: dict[int, list[str]] = defaultdict(list)
    columns = "title", "shows", "place", "holder", "site", "in_dossiers__dossier__name", "pieces__revisions__name"
    for pk, *said in found.values_list("pk", *columns):
        texts[pk] += filter(None, said)
    wanted = plain(words).split()
    plained = ((pk, plain(" ".join(said))) for pk, said in texts.items())
    return [pk for pk, text in plained if all(word in text for word in wanted)]


def _sorted(found: QuerySet[models.Evidence], sort: Sort) -> QuerySet[models.Evidence]:
    orders = {
        Sort.NOTED: ("-pk",),
        Sort.TITLE: ("title", "pk"),
        Sort.DATE: (F("content_date").desc(nulls_last=True), "-pk"),
    }
    return found.order_by(*orders[sort])
