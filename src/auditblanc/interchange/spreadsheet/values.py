"""From what SpreadsheetML stores to what a cell shows. Source: ECMA-376, part 1, § 18.3.1.4, 18.8.30, 18.17.4.1, 22.9.2.19."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.spreadsheet.cells import CellValue

# Formats of dates that every application knows by number; 45 to 47 are durations of no use to us.
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# The first is a day early: applications count a 29 February 1900 that never was.
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 2_957_003


def unescape(text: str) -> str:
    """Text with its ``_xHHHH_`` sequences as the characters they stand for."""
    if "_x" not in text:
        return text
    decoded = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def plain_text(node: etree._Element) -> str:
    """The text of a string item: its runs one after the other, without the reading aids of Asian scripts."""
    if len(node) == 1 and len(node[0]) == 0:
        return unescape(node[0].text or "")
    parts = (
        text.text or ""
        for text in node.iter("{*}t")
        if not any(parent.tag.endswith("}rPh") for parent in text.iterancestors())
    )
    return unescape("".join(parts))


def is_date_format(number: int, code: str) -> bool:
    """Whether numbers of that format show a day; ``code`` is empty for the formats known by number."""
    if not code:
        return number in _DATE_FORMATS
    letters = _NOT_FORMAT.sub("", code.partition(";")[0]).lower()
    return "y" in letters or "d" in letters


def number(text: str, *, is_date: bool, from_1904: bool) -> CellValue:
    """A stored number as shown: a day, else a whole number where it is one; the text itself when it is no number."""
    try:
        value = float(text)
    except ValueError:
        return text
    if not math.isfinite(value):
        return text
    if is_date and 1 <= value <= _LAST_SERIAL:
        return day(int(value), from_1904=from_1904)
    return int(value) if value.is_integer() else value


def day(serial: int, *, from_1904: bool = False) -> date:
    """The day of a serial number, from 1 to 2,957,003 (31 December 9999 counted from 1904)."""
    return (_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=serial)
