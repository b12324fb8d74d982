"""Months as the law counts them, and days as French writes them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def months_after(day: date, months: int) -> date:
    """The same day of the month, ``months`` later (earlier when negative).

    A month too short ends on its last day: one month after 31 January is 28 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_in_french(day: date) -> str:
    """« mars 2027 »."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def in_french(day: date) -> str:
    """« 1er mars 2027 », « 10 mai 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"
