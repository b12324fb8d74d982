"""Copies kept in a folder under their dates, and which of them are enough: so many days, so many weeks, so many months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from auditblanc.web.environment import SettingError
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_NAME = re.compile(r"auditblanc-(\d{4}-\d{2}-\d{2}-\d{4})\.zip")
_PART = re.compile(r"(\d{1,4}) ?(j|s|m|jours?|semaines?|mois)")
UNREADABLE = "« {text} » ne dit pas combien de copies sont gardées : écrivez par exemple 7j,4s,12m, pour une par jour pendant 7 jours, une par semaine pendant 4 semaines, une par mois pendant 12 mois."
_UNDATED = "--keep ne compte que les copies qui portent leur date : donnez un dossier à la place de « {name} »."
_STUCK = "La copie est faite, mais une plus ancienne n’a pas pu être retirée ({reason}) : retirez-la vous-même, ou vérifiez les droits du dossier."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One copy a day for so many days that have one, then one a week, then one a month."""

    days: int = 0
    weeks: int = 0
    months: int = 0


def kept(text: str) -> Kept:
    """What a text such as « 7j,4s,12m » says.

    Raises:
        SettingError: it cannot be read, or keeps nothing.
    """
    counts = {"j": 0, "s": 0, "m": 0}
    for part in text.split(","):
        found = _PART.fullmatch(part.strip())
        if not found:
            raise SettingError(UNREADABLE.format(text=text))
        counts[found[2][0]] = int(found[1])
    if not any(counts.values()):
        raise SettingError(UNREADABLE.format(text=text))
    return Kept(days=counts["j"], weeks=counts["s"], months=counts["m"])


def keep_asked(text: str | None, target: Path) -> Kept | None:
    """What ``--keep`` says beside a copy that is to be written.

    Raises:
        RefusedError: it cannot be read, or the copy would not be one of those that are counted.
    """
    if text is None:
        return None
    if not _NAME.fullmatch(target.name):
        raise RefusedError(_UNDATED.format(name=target.name))
    try:
        return kept(text)
    except SettingError as error:
        raise RefusedError(f"--keep : {error}") from error


def dated(folder: Path) -> dict[Path, datetime]:
    """The copies of a folder, by their names alone, oldest first; each with its moment on the clock of this machine."""
    found = ((path, _NAME.fullmatch(path.name)) for path in folder.glob("auditblanc-*.zip"))
    moments = ((path, _moment(name[1])) for path, name in found if name and path.is_file())
    return dict(sorted(((path, moment) for path, moment in moments if moment), key=lambda each: each[1]))


def enough(moments: Iterable[datetime], keep: Kept) -> set[datetime]:
    """Those to keep: the last of each day, week and month, for as many as asked of those that have one. The newest always."""
    newest_first = sorted(moments, reverse=True)
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (keep.days, datetime.date),
        (keep.weeks, lambda moment: moment.isocalendar()[:2]),
        (keep.months, lambda moment: (moment.year, moment.month)),
    )
    wanted = set(newest_first[:1])
    for count, period in periods:
        last_of = {period(moment): moment for moment in reversed(newest_first)}
        wanted |= set(sorted(last_of.values(), reverse=True)[:count])
    return wanted


def thin(folder: Path, keep: Kept) -> list[Path]:
    """Remove the copies that are more than enough; which. Any other file is left alone.

    Raises:
        RefusedError: one cannot be removed.
    """
    copies = dated(folder)
    wanted = enough(copies.values(), keep)
    removed = [path for path, moment in copies.items() if moment not in wanted]
    try:
        for path in removed:
            path.unlink()
    except OSError as error:
        raise RefusedError(_STUCK.format(reason=error)) from error
    return removed


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d-%H%M")  # noqa: DTZ007 -- as the clock on the wall
    except ValueError:
        return None
