"""From what a cell holds to the value meant: dates written as text, numbers typed as words, lists in one cell."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from auditblanc.domain.categories import Category
from auditblanc.domain.text import clean_line, clean_text
from auditblanc.interchange.spreadsheet import values
from auditblanc.interchange.workbook.words import CATEGORIES, DoubtError, meant, normalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditblanc.interchange.spreadsheet import CellValue
    from auditblanc.interchange.workbook.words import Options

MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
# What word processors put between lines, found in what was pasted from them.
_BREAKS = str.maketrans("\x0b\x0c\x85", "\n\n\n")
# Serial numbers of days from 2000 to 2100: what a date becomes when its cell loses its format.
_SERIALS = range(36_526, 73_416)
# Of normalised text: words and numbers with one space between.
_DAY_FIRST = re.compile("([0-9]{1,2})(?:er)? ([0-9]{1,2}|[a-z]+) ([0-9]{4})")
_YEAR_FIRST = re.compile("([0-9]{4}) ([0-9]{2}) ([0-9]{2})(?:[t ][0-9 ]*z?)?")
_WHOLE = re.compile("[0-9]{1,9}(?:[.,]0*)?")
_SEPARATORS = re.compile(r"[,;/·&+\n]|\bet\b|\s")
_RANGE = re.compile(r"\b([0-9]{1,3})\s*(?:-|–|à|a)\s*([0-9]{1,3})\b")


def as_typed(value: CellValue) -> str:
    """What a cell shows, as text."""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def text(value: CellValue) -> str:
    return clean_text(as_typed(value).translate(_BREAKS))


def line(value: CellValue) -> str:
    return clean_line(as_typed(value).translate(_BREAKS))


def lines(value: CellValue) -> tuple[str, ...]:
    """What stands in a cell, one item a line; an item written twice is one."""
    return tuple(dict.fromkeys(line(part) for part in text(value).split("\n") if part.strip()))


def whole_number(value: CellValue) -> int:
    """A whole number from 0.

    Raises:
        DoubtError: anything else.
    """
    found = _WHOLE.fullmatch("".join(as_typed(value).split()))
    if isinstance(value, bool) or not found:
        raise DoubtError("n’est pas un nombre entier")
    return int(re.split("[.,]", found[0])[0])


def day(value: CellValue) -> date:
    """A day, typed as a date or written out: « 12/09/2026 », « 12 septembre 2026 », « 2026-09-12 ».

    Raises:
        DoubtError: no such day, or a form that could mean several.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value in _SERIALS:
        return values.day(value)
    written = normalised(as_typed(value))
    if found := _YEAR_FIRST.fullmatch(written):
        parts = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(written):
        parts = found[3], found[2], found[1]
    else:
        raise DoubtError("n’est pas une date lisible : écrivez-la comme 12/09/2026")
    try:
        return date(int(parts[0]), _month(parts[1]), int(parts[2]))
    except ValueError:
        raise DoubtError("n’est pas une date qui existe") from None


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else MONTHS.index(written) + 1


def numbers(value: CellValue) -> tuple[int, ...]:
    """Numbers of indicators in one cell, as listed: « 1, 5 et 12 », « 3 à 6 ».

    Raises:
        DoubtError: something else than numbers stands there.
    """
    if isinstance(value, float):
        # « 1,5 » typed in a cell of numbers: nothing tells the list from the number, and indicators are whole.
        raise DoubtError(
            "peut être un nombre à virgule : écrivez la liste avec des points-virgules, par exemple « 1 ; 5 »"
        )
    listed = _RANGE.sub(_spelled_out, as_typed(value).casefold())
    parts = [part for part in _SEPARATORS.split(listed) if part]
    if not all(re.fullmatch("[0-9]{1,9}", part) and int(part) for part in parts):
        raise DoubtError("n’est pas une liste de numéros d’indicateurs, comme « 1 ; 5 ; 12 »")
    return tuple(dict.fromkeys(int(part) for part in parts))


def _spelled_out(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    return ";".join(map(str, range(first, last + 1))) if first <= last else found[0]


def categories(value: CellValue) -> tuple[Category, ...]:
    """Categories of action in one cell, as listed: « AF, CFA ».

    Raises:
        DoubtError: a word that is none of them.
    """
    parts = [part.strip() for part in re.split(r"[,;/·+\n]|\bet\b|\s(?=(?:AF|BC|VAE|CFA)\b)", as_typed(value))]
    return tuple(dict.fromkeys(Category(meant(CATEGORIES, part)) for part in parts if part))


def one_of(options: Options) -> Callable[[CellValue], Any]:
    """How to understand a cell for which these answers are offered."""
    return lambda value: meant(options, as_typed(value))
