"""Which ratings of a person's organisations a text re-opens: before it is installed, and once it is.

Of each organisation the current assessment, from its level string alone: thousands are told in one query, and a rating is
told when it has a level.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from auditblanc.assessments.models.assessment import UNRATED
from auditblanc.assessments.reads.portfolio import own
from auditblanc.assessments.row_files import Sheet
from auditblanc.domain.edition_changes import changes
from auditblanc.domain.referential import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.accounts.models import User
    from auditblanc.domain.catalogue import Catalogue

HEADINGS = ("Organisme", "Évaluation", "Texte", "Réponses à revoir", "Indicateurs")
PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The current assessment of an organisation, and the numbers of those of its ratings that are to be looked at again."""

    organisation: str
    organisation_key: str
    key: str
    title: str
    edition: str
    begun: datetime
    numbers: tuple[int, ...]

    def __str__(self) -> str:
        return self.title or f"Évaluation du {localtime(self.begun):%d/%m/%Y}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """``lines``: those with most to look at again first; ``untouched``: how many have nothing to look at again.

    ``new``: the indicators that some of these assessments do not have, whether or not they concern the organisation.
    """

    lines: tuple[Line, ...]
    untouched: int
    new: tuple[int, ...]

    @property
    def count(self) -> int:
        return sum(len(line.numbers) for line in self.lines)

    @property
    def by_indicator(self) -> tuple[tuple[int, int], ...]:
        """How many organisations have to look at each indicator again, in the order of the indicators."""
        return tuple(sorted(Counter(number for line in self.lines for number in line.numbers).items()))


def reopened(person: User, catalogue: Catalogue, edition: str) -> Reopened:
    """Of the same referential, on another edition, in one query whatever their number."""
    ways = {
        start: changes(catalogue, start, edition)
        for start in catalogue.ids
        if start != edition and catalogue.referential(start) == catalogue.referential(edition)
    }
    again = {start: tuple(each.indicator for each in told if each.reopens) for start, told in ways.items()}
    rows = own(person).filter(edition__in=ways).order_by("organisation__name", "organisation")
    lines = tuple(
        Line(
            organisation=name,
            organisation_key=organisation,
            key=key,
            title=title,
            edition=start,
            begun=begun,
            numbers=tuple(number for number in again[start] if levels[number - 1 : number] not in ("", UNRATED)),
        )
        for name, organisation, key, title, start, begun, levels in rows.values_list(
            "organisation__name", "organisation__key", "key", "title", "edition", "created_at", "levels"
        )
    )
    starts = {line.edition for line in lines}
    new = {each.indicator for start in starts for each in ways[start] if each.kind is ChangeKind.NEW}
    touched = sorted((line for line in lines if line.numbers), key=lambda line: -len(line.numbers))
    return Reopened(lines=tuple(touched), untouched=len(lines) - len(touched), new=tuple(sorted(new)))


def sheet(lines: Sequence[Line]) -> Sheet:
    rows = (
        (line.organisation, str(line), line.edition, len(line.numbers), ", ".join(map(str, line.numbers)))
        for line in lines
    )
    return Sheet(title="Réponses à revoir", headings=HEADINGS, rows=rows, wide=2)
