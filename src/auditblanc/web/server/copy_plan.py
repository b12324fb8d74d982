"""Copies that a shared site makes by itself: where, when, how many are kept, and whether one is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.french import weighed
from auditblanc.web.environment import SettingError, text
from auditblanc.web.local.dated_copies import Kept, dated, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

BACKUPS = "AUDITBLANC_BACKUPS"
BACKUP_AT = "AUDITBLANC_BACKUP_AT"
BACKUPS_KEPT = "AUDITBLANC_BACKUPS_KEPT"
BACKUPS_FILES = "AUDITBLANC_BACKUPS_FILES"
WITH_FILES, WITHOUT = "oui", "non"
_AT, _KEPT = "03:15", "7j,4s,12m"
_NO_FOLDER = "{name} : « {folder} » n’est pas un dossier de cette machine ; créez-le, ou donnez-en un autre."
_NO_HOUR = "{name} vaut « {said} » : écrivez une heure, par exemple 03:15."
_NO_ANSWER = "{name} vaut « {said} » : écrivez « oui » (les copies contiennent les fichiers des preuves) ou « non »."


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One copy a day in the folder ``into``, at the hour ``at`` of this machine's clock."""

    into: Path
    at: time
    keep: Kept
    with_files: bool


def plan() -> Plan | None:
    """What the environment says; nothing when no folder is given.

    Raises:
        SettingError: one of the variables cannot be read.
    """
    folder = Path(text(BACKUPS))
    if not text(BACKUPS):
        return None
    if not folder.is_dir():
        raise SettingError(_NO_FOLDER.format(name=BACKUPS, folder=folder))
    return Plan(into=folder, at=_hour(), keep=_kept(), with_files=_with_files())


def faults() -> Iterator[str]:
    """What keeps the plan from being read, in a sentence that says what to do."""
    try:
        plan()
    except SettingError as error:
        yield str(error)


def is_missing(asked: Plan, now: datetime) -> bool:
    """Whether the last copy that was to be made by now was not: also when the machine was off at its hour.

    One dated after tomorrow was made while the clock was wrong, and counts for nothing.
    """
    clock = now.replace(tzinfo=None)
    due = datetime.combine(clock.date(), asked.at)
    if due > clock:
        due -= timedelta(days=1)
    return not any(due <= moment <= clock + timedelta(days=1) for moment in dated(asked.into).values())


def copies_told() -> str:
    """For whoever looks after the site: what is planned, the last copy and its size; or what keeps it from being planned."""
    try:
        return told(plan())
    except SettingError as error:
        return str(error)


def told(asked: Plan | None) -> str:
    if asked is None:
        return "aucune copie programmée sur cette machine"
    copies = dated(asked.into)
    if not copies:
        return f"chaque jour à {asked.at:%H:%M} ; aucune encore"
    path, moment = list(copies.items())[-1]
    return f"chaque jour à {asked.at:%H:%M} ; la dernière le {in_french(moment.date())} à {moment:%H:%M}, {weighed(path.stat().st_size)}"


def _hour() -> time:
    said = text(BACKUP_AT) or _AT
    try:
        return datetime.strptime(said, "%H:%M").time()  # noqa: DTZ007 -- as the clock on the wall
    except ValueError as error:
        raise SettingError(_NO_HOUR.format(name=BACKUP_AT, said=said)) from error


def _kept() -> Kept:
    try:
        return kept(text(BACKUPS_KEPT) or _KEPT)
    except SettingError as error:
        raise SettingError(f"{BACKUPS_KEPT} : {error}") from error


def _with_files() -> bool:
    said = text(BACKUPS_FILES) or WITH_FILES
    if said not in (WITH_FILES, WITHOUT):
        raise SettingError(_NO_ANSWER.format(name=BACKUPS_FILES, said=said))
    return said == WITH_FILES
