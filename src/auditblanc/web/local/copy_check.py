"""The database of a copy, looked into before it is used: whole, ours, brought to this version; and what it holds."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_file import EditionError
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web.local.copy_format import EDITIONS
from auditblanc.web.local.copy_reading import DAMAGED
from auditblanc.web.local.live_database import is_whole, opened
from auditblanc.web.local.prepare import disk_migrations, is_newer
from auditblanc.web.local.tables import NEWER, make_tables

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
            make_tables(copy.folder)
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
    if not is_whole(file):
        raise UnreadableFileError(DAMAGED)
    with closing(opened(file)) as database:
        if database.execute(_FOREIGN).fetchone()[0]:
            raise UnreadableFileError(DAMAGED)
        applied = set(database.execute("SELECT app, name FROM django_migrations"))
    if is_newer(applied):
        raise UnreadableFileError(NEWER)
    return bool(disk_migrations() - applied)
