"""A copy takes the place of the data, which are kept aside: while the site runs, or while it does not."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import alone
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.saving import copy_atomically, make_folder, write_atomically
from auditblanc.web.environment import DATABASE_FILE
from auditblanc.web.local import state
from auditblanc.web.local.copy_file import digest, keep_copy
from auditblanc.web.local.live_database import replace_database
from auditblanc.web.local.prepare import schema_mark

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from auditblanc.web.local.copy_reading import Unpacked

ASIDE = "avant-restauration"


def put_back(copy: Unpacked, folder: Path, *, at: datetime) -> Path | None:
    """Put a checked copy in place; where the former data are now, if there were any.

    Its editions and files come first, and the editions that they replace go last: whenever this is cut short, each
    assessment finds its text, each proof its files. Files of before stay: another copy may need them.
    """
    with alone():
        aside = _set_aside(folder, at)
        _put_editions(copy)
        _put_files(copy, folder)
        put_database(copy.database, folder)
        _drop_other_editions(copy)
    remembered = state.read(copy.folder)
    state.write(
        folder,
        replace(
            state.read(folder),
            installed_at=remembered.installed_at or copy.made_at,
            last_copy=copy.made_at,
            schema=schema_mark(),
            is_shared=remembered.is_shared,
        ),
    )
    return aside


def put_database(new: Path, folder: Path) -> None:
    """Put a database of this version in the place of the folder's."""
    live = folder / DATABASE_FILE
    if live.is_file():
        replace_database(live, new)
    else:
        new.replace(live)


def _set_aside(folder: Path, at: datetime) -> Path | None:
    """Keep what is there: as a copy, or as it is when it cannot be read any more."""
    if not (folder / DATABASE_FILE).is_file():
        return None
    try:
        return keep_copy(folder, ASIDE, at=at)
    except sqlite3.Error:
        aside = folder / f"{ASIDE}-{at:%Y-%m-%d-%H%M%S}"
        aside.mkdir()
        for path in folder.glob(f"{DATABASE_FILE}*"):
            if path.suffix != ".gate":
                path.replace(aside / path.name)
        return aside


def _put_editions(copy: Unpacked) -> None:
    make_folder(editions_folder())
    for path in copy.editions:
        write_atomically(editions_folder() / path.name, path.read_bytes())


def _put_files(copy: Unpacked, folder: Path) -> None:
    """The files of proofs that are not there, or no longer what their name says."""
    for path in copy.files:
        target = folder / path.relative_to(copy.folder)
        if target.is_file() and digest(target) == target.name:
            continue
        for place in reversed(target.relative_to(folder).parents[:-1]):
            make_folder(folder / place)
        with path.open("rb") as content:
            copy_atomically(content, target)


def _drop_other_editions(copy: Unpacked) -> None:
    kept = {path.name for path in copy.editions}
    for path in editions_folder().glob("*.toml"):
        if path.name not in kept:
            path.unlink()
