"""What a form of an edition has printed in it, ready to be looked up: built once for an edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditblanc.domain.referential import REWORDED_MENTION, Edition
from auditblanc.interchange.form_reader.roles import Role
from auditblanc.interchange.form_reader.wording import key, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import Indicator, LegalText

# Where a text is printed: the columns that hold it, and for each the indicators.
Places = dict[Role, tuple[int, ...]]
_NOWHERE: Places = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCell:
    """A cell of the text of one indicator. ``lines`` are the keys of its lines."""

    text: str
    lines: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Printed:
    """What a form of ``edition`` has printed in it.

    ``exact`` and ``keys`` tell where a text is printed, to the letter and to the word. ``mentions`` and ``outside`` are the keys of lines that we add to cells, and of those around the rows.
    """

    edition: Edition
    numbers: frozenset[int]
    cells: dict[tuple[Role, int], PrintedCell]
    mentions: frozenset[str]
    outside: frozenset[str]
    exact: dict[str, Places] = field(default_factory=dict)
    keys: dict[str, Places] = field(default_factory=dict)

    def places(self, text: str) -> Places:
        """Where a text is printed, to the letter or else to the word."""
        return self.exact.get(text) or self.keys.get(key(text), _NOWHERE)

    def indicators(self, role: Role, text: str) -> tuple[int, ...]:
        return self.places(text).get(role, ())


def printed(edition: Edition) -> Printed:
    """What the forms of ``edition`` have printed in them."""
    known = _BUILT.get(id(edition))
    if known is None or known.edition is not edition:
        known = _BUILT[id(edition)] = _build(edition)
    return known


# An edition cannot be a key (it holds tables), and each is built once by its catalogue: it is known by its identity.
_BUILT: dict[int, Printed] = {}


def _build(edition: Edition) -> Printed:
    legal = (edition.decree, edition.guide, edition.audit_order)
    mentions = frozenset(key(_mentioned("", source)) for source in legal)
    built = Printed(
        edition=edition,
        numbers=frozenset(edition.numbers),
        cells={},
        mentions=mentions,
        outside=mentions | set(_outside(edition)),
    )
    for indicator in edition.indicators:
        for role, text, variants in _texts(indicator, edition):
            lines = frozenset(map(key, text.split("\n")))
            built.cells[role, indicator.number] = PrintedCell(text=text, lines=lines, words=frozenset(words(text)))
            for variant in variants if text else ():
                _add(built.exact, variant, role, indicator.number)
                _add(built.keys, key(variant), role, indicator.number)
    return built


def _outside(edition: Edition) -> Iterator[str]:
    """The introduction, with the numbers of its scale or with those of a list; the banners of criteria."""
    for line in (edition.title, *edition.introduction):
        yield key(line)
        yield key(line.lstrip("123- "))
    for criterion in edition.criteria:
        yield key(criterion.title.text)
        yield key(f"Critère {criterion.number} : {criterion.title.text}")


def _texts(indicator: Indicator, edition: Edition) -> Iterator[tuple[Role, str, tuple[str, ...]]]:
    """Each cell of an indicator: its text, and the ways a form may show it."""
    statement, full = indicator.statement.text, indicator.full_statement
    yield Role.STATEMENT, full, (full, _mentioned(full, edition.decree), statement)
    for role, wording in ((Role.EXPECTED, indicator.expected_level), (Role.EVIDENCE, indicator.evidence_examples)):
        yield role, wording.text, (wording.text, _mentioned(wording.text, edition.guide))


def _mentioned(text: str, source: LegalText) -> str:
    """As the writer shows our own words."""
    return f"{text}\n{REWORDED_MENTION} – {source.name}"


def _add(index: dict[str, Places], text: str, role: Role, number: int) -> None:
    places = index.setdefault(text, {})
    if number not in places.get(role, ()):
        places[role] = (*places.get(role, ()), number)
