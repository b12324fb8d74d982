"""Days and periods as people write them in titles and names of files: « 12/03/2026 », « mars 2026 », « du 2 au 4 mars 2026 »."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.search import plain

if TYPE_CHECKING:
    from collections.abc import Callable

# By their first letters, without accents.
_MONTHS = ("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec")
_MONTH = r"(janv(?:ier)?|fev(?:r|rier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\.?"
_YEAR = r"((?:19|20)\d\d)"
_CENTURY, _SHORT = 2000, 100
_DAY = r"(\d{1,2})(?:er)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The day of a content, or the period that it covers; ``words`` is what said so, as it was written."""

    day: date | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""


def said_date(text: str) -> Said | None:
    """The first day or period that a text names; ``None`` when it names none, or one that does not exist."""
    simple = plain(text)
    if len(simple) != len(text):
        # A letter became two: places no longer agree, and the words cannot be quoted.
        text = simple
    for pattern, read in _PATTERNS:
        matches = list(pattern.finditer(simple))
        for match in matches:
            found = _attempt(read, match)
            if found:
                return Said(day=found.day, first=found.first, last=found.last, words=text[match.start() : match.end()])
        if matches:
            # A day that does not exist is no year either.
            return None
    return None


def _attempt(read: Callable[[re.Match[str]], Said], match: re.Match[str]) -> Said | None:
    try:
        return read(match)
    except ValueError:
        return None


def _days(match: re.Match[str]) -> Said:
    first, last, month, year = match.groups()
    return Said(first=date(int(year), _number(month), int(first)), last=date(int(year), _number(month), int(last)))


def _school_year(match: re.Match[str]) -> Said:
    first, last = int(match[1]), int(match[2])
    if last != first + 1:
        raise ValueError
    return Said(first=date(first, 9, 1), last=date(last, 8, 31))


def _iso(match: re.Match[str]) -> Said:
    return Said(day=date(int(match[1]), int(match[2]), int(match[3])))


def _numeric(match: re.Match[str]) -> Said:
    day, month, year = int(match[1]), int(match[2]), int(match[3])
    return Said(day=date(year + _CENTURY if year < _SHORT else year, month, day))


def _in_words(match: re.Match[str]) -> Said:
    return Said(day=date(int(match[3]), _number(match[2]), int(match[1])))


def _month(match: re.Match[str]) -> Said:
    month, year = _number(match[1]), int(match[2])
    return Said(first=date(year, month, 1), last=date(year, month, monthrange(year, month)[1]))


def _iso_month(match: re.Match[str]) -> Said:
    year, month = int(match[1]), int(match[2])
    return Said(first=date(year, month, 1), last=date(year, month, monthrange(year, month)[1]))


def _year(match: re.Match[str]) -> Said:
    return Said(first=date(int(match[1]), 1, 1), last=date(int(match[1]), 12, 31))


def _number(month: str) -> int:
    return next(place for place, start in enumerate(_MONTHS, start=1) if month.startswith(start))


# The most precise first: a day within a month within a year.
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Said]], ...] = (
    (re.compile(rf"\bdu {_DAY} au {_DAY} {_MONTH} {_YEAR}\b"), _days),
    (re.compile(rf"(?<!\d){_YEAR}[-_./ ](\d\d)[-_./ ](\d\d)(?!\d)"), _iso),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)"), _iso),
    (re.compile(r"(?<![\d.])(\d{1,2})[-/._](\d{1,2})[-/._]((?:19|20)?\d\d)(?!\d)"), _numeric),
    (re.compile(rf"\b{_DAY}[ _]{_MONTH}[ _]{_YEAR}\b"), _in_words),
    (re.compile(rf"\b{_MONTH}[ _-]{_YEAR}\b"), _month),
    (re.compile(rf"(?<!\d){_YEAR}[-_./](0[1-9]|1[0-2])(?!\d)"), _iso_month),
    (re.compile(rf"(?<!\d){_YEAR}\s?[-–/]\s?{_YEAR}(?!\d)"), _school_year),
    (re.compile(rf"(?<!\d){_YEAR}(?!\d)"), _year),
)
