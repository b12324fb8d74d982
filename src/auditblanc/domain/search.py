"""Find indicators by the words of their text, whatever the accents and the capitals."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import Edition, Indicator


def search(edition: Edition, words: str) -> tuple[Indicator, ...]:
    """The indicators that hold each of the words, in order; all of them without a word. A number finds its indicator."""
    wanted = plain(words).split()
    return tuple(each for each in edition.indicators if _holds(each, wanted))


def _holds(indicator: Indicator, wanted: list[str]) -> bool:
    if wanted == [str(indicator.number)]:
        return True
    text = plain(" ".join(_texts(indicator)))
    return all(word in text for word in wanted)


def _texts(indicator: Indicator) -> Iterator[str]:
    yield indicator.title
    wordings = (indicator.scope_note, indicator.statement, indicator.expected_level, indicator.evidence_examples)
    yield from (wording.text for wording in wordings)
    yield from (*indicator.evidence_kinds, *indicator.auditor_asks, *indicator.usual_gaps)


def plain(text: str) -> str:
    """« Évaluation » as « evaluation », and one kind of apostrophe."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(part for part in parts if not unicodedata.combining(part))
