"""The database of a copy, looked into before it is used: whole, ours, brought to this version; and what it holds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_file import EditionError
from auditblanc.interchange.data_folder import VARIABLE
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web.environment import DATABASE_VARIABLE
from auditblanc.web.local.copy_file import EDITIONS
from auditblanc.web.local.copy_reading import DAMAGED
from auditblanc.web.local.live_database import opened
from auditblanc.web.local.prepare import NEWER, disk_migrations, is_newer

if TYPE_CHECKING:
    from pathlib import Path

    from auditblanc.web.local.copy_reading import Unpacked

_BAD_EDITION = "Cette copie contient un texte qui ne peut pas être lu ({fault}) : choisissez-en une autre."
_HOLDS = """
    SELECT organisation.name, COUNT(assessment.id)
    FROM accounts_organisation AS organisation
    LEFT JOIN assessments_assessment AS assessment ON assessment.organisation_id = organisation.id
    WHERE organisation.is_example = ? GROUP BY organisation.id ORDER BY organisation.name
"""
# Ours has tables and indexes alone: anything else would act by itself once in place.
_FOREIGN = "SELECT COUNT(*) FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a copy holds, for the person to know it again. ``organisations``: name, and how many assessments."""

    made_at: datetime
    version: str
    organisations: tuple[tuple[str, int], ...]
    examples: int


def checked(copy: Unpacked) -> Contents:
    """The copy, ready to be put in place.

    Raises:
        UnreadableFileError: its database is damaged, not ours, or of a newer version.
    """
    try:
        if _is_behind(copy.database):
            bring_up_to_date(copy.folder)
        # A text at fault would keep every page from being shown.
        load([copy.folder / EDITIONS] if copy.editions else [])
        return contents(copy)
    except EditionError as error:
        raise UnreadableFileError(_BAD_EDITION.format(fault=error)) from error
    except (sqlite3.Error, subprocess.CalledProcessError) as error:
        raise UnreadableFileError(DAMAGED) from error


def contents(copy: Unpacked) -> Contents:
    with closing(opened(copy.database)) as database:
        own = tuple(database.execute(_HOLDS, [False]))
        examples = len(database.execute(_HOLDS, [True]).fetchall())
    return Contents(made_at=copy.made_at, version=copy.version, organisations=own, examples=examples)


def _is_behind(file: Path) -> bool:
    """Whether the database still lacks a table of this version, once it is known to be whole."""
    with closing(opened(file)) as database:
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise UnreadableFileError(DAMAGED)
        if database.execute("PRAGMA foreign_key_check").fetchone() or database.execute(_FOREIGN).fetchone()[0]:
            raise UnreadableFileError(DAMAGED)
        applied = set(database.execute("SELECT app, name FROM django_migrations"))
    if is_newer(applied):
        raise UnreadableFileError(NEWER)
    return bool(disk_migrations() - applied)


def bring_up_to_date(folder: Path) -> None:
    """Make every table of this version in the database of a folder that is not in use, by a process of its own.

    Raises:
        subprocess.CalledProcessError: it cannot be done.
    """
    environment = {**os.environ, VARIABLE: str(folder)}
    environment.pop(DATABASE_VARIABLE, None)
    subprocess.run(
        [sys.executable, "-m", "auditblanc.web.local.migrate_aside"], env=environment, check=True, capture_output=True
    )
