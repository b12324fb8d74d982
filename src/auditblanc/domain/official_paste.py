"""Read the official wording that a person pasted from its source: plain text, with a heading before each part.

A heading begins a line, and the words may follow on that line; numbers are written « 12 », « n° 12 » or « N°12 »:

- « Indicateur 12 », then the statement; for every indicator of the edition, in any order;
- « Niveau attendu », below a statement, then its expected level; wherever one is published, or nowhere;
- « Critère 3 », then the title of the criterion; the titles are all given, or none.

Words are kept as pasted, but for the blanks around lines and blank lines in a row.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.official import OfficialCriterion, OfficialError, OfficialIndicator, OfficialTexts, misfits
from auditblanc.domain.referential import Verification
from auditblanc.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditblanc.domain.referential import Edition


class Part(StrEnum):
    """What a heading announces; ``NOTHING`` stands before the first one."""

    CRITERION = "criterion"
    INDICATOR = "indicator"
    LEVEL = "level"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words under one heading. ``number``: of the criterion or indicator, ``None`` when the heading is of neither."""

    part: Part
    number: int | None
    words: str


_SHOWN = 60
_START = r"[\s#*•-]*"
_NUMBER = r"\s*(?:n\s*[°ºo]\s*)?(?P<number>[0-9]{1,4})"
_WORDS = r"(?:[\s*]*[:.)–—-]+[\s*]*|[\s*]+|$)(?P<words>.*)"
_HEADINGS = {
    Part.CRITERION: re.compile(rf"{_START}crit[eè]re{_NUMBER}{_WORDS}", re.IGNORECASE),
    Part.INDICATOR: re.compile(rf"{_START}indicateur{_NUMBER}{_WORDS}", re.IGNORECASE),
    # Without a colon it could be the beginning of a sentence.
    Part.LEVEL: re.compile(rf"{_START}niveaux?\s+attendus?[\s*]*(?:[:.–—-]+[\s*]*(?P<words>.*))?$", re.IGNORECASE),
}


def official_texts(pasted: str, edition: Edition, *, by: str, on: date, url: str) -> OfficialTexts:
    """The official wording of ``edition``, from a pasted text that ``by`` took at ``url`` on the day ``on``.

    Raises:
        OfficialError: all that is wrong, as French sentences: what is missing, there twice, unknown to the edition or
            under no heading; a name that is missing, an address that is not one.
    """
    try:
        verification = Verification(by=clean_line(by), on=on, url=clean_line(url))
        found = tuple(passages(pasted))
    except ValueError as error:
        raise OfficialError([str(error)]) from error
    statements, levels, titles = (_under(part, found) for part in (Part.INDICATOR, Part.LEVEL, Part.CRITERION))
    problems = (
        *_strays(found),
        *misfits(edition, statements=_numbers(statements), levels=_numbers(levels), titles=_numbers(titles)),
    )
    if problems:
        raise OfficialError(problems)
    level_of = dict(levels)
    return OfficialTexts(
        edition=edition.id,
        verification=verification,
        indicators=tuple(
            OfficialIndicator(number=number, statement=words, expected_level=level_of.get(number, ""))
            for number, words in sorted(statements)
        ),
        criteria=tuple(OfficialCriterion(number=number, title=words) for number, words in sorted(titles)),
    )


def _under(part: Part, found: tuple[Passage, ...]) -> list[tuple[int, str]]:
    """The words of each part, with its number; a heading that nothing follows gives none."""
    return [(one.number, one.words) for one in found if one.part is part and one.number is not None and one.words]


def _numbers(numbered: list[tuple[int, str]]) -> list[int]:
    return [number for number, _ in numbered]


def _strays(found: tuple[Passage, ...]) -> Iterator[str]:
    for passage in found:
        if passage.number is None and passage.words:
            shown = textwrap.shorten(passage.words, width=_SHOWN, placeholder="…")
            yield f"Ce passage ne suit aucun titre « Indicateur … » : « {shown} ». Retirez-le ou déplacez-le."


def passages(pasted: str) -> Iterator[Passage]:
    """The pasted text cut at its headings, in its order; nothing of it is lost.

    Raises:
        TextError: a passage holds a character that no text may hold, or is too long.
    """
    part, number, lines = Part.NOTHING, None, list[str]()
    for line in unicodedata.normalize("NFC", pasted).lstrip("\ufeff").splitlines():
        heading = next(filter(None, (_heading(kind, line) for kind in _HEADINGS)), None)
        if heading is None:
            lines.append(line)
            continue
        yield Passage(part=part, number=number, words=_joined(lines))
        # An expected level is that of the statement above; under the title of a criterion there is none.
        above = None if part is Part.CRITERION else number
        part, own_number, words = heading
        number = above if part is Part.LEVEL else own_number
        lines = [words]
    yield Passage(part=part, number=number, words=_joined(lines))


def _heading(part: Part, line: str) -> tuple[Part, int | None, str] | None:
    """The part that a line announces, its number if it has one, and the words that follow on the line."""
    found = _HEADINGS[part].match(line)
    if found is None:
        return None
    given = found.groupdict()
    return part, int(given["number"]) if "number" in given else None, given["words"] or ""


def _joined(lines: list[str]) -> str:
    words = "\n".join(line.strip() for line in lines)
    return clean_text(re.sub(r"\n{3,}", "\n\n", words))
