"""A copy takes the place of the data, which are kept aside: while the site runs, or while it does not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import alone
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.saving import make_folder, write_atomically
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE, text
from auditblanc.web.local import postgresql, state
from auditblanc.web.local.copy_file import keep_copy
from auditblanc.web.local.live_database import opened, replace_database
from auditblanc.web.local.prepare import schema_mark
from auditblanc.web.local.proof_files import Proof, put, store_of
from auditblanc.web.local.tables import NewerError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from auditblanc.web.local.copy_reading import Unpacked

ASIDE = "avant-restauration"
# Of the library of accounts, in the list of migrations.
_ACCOUNTS = "SELECT COUNT(*) FROM django_migrations WHERE app = 'account'"


def put_back(copy: Unpacked, folder: Path, *, at: datetime) -> str:
    """Put a checked copy in place; where the former data are now, "" if there were none.

    Its files and editions come first, and the editions that they replace go last: whenever this is cut short, each
    assessment finds its text, each proof its files. Files of before stay: another copy may need them.
    """
    is_elsewhere = bool(text(DATABASE_VARIABLE))
    has_accounts = _has_accounts(copy.database)
    if is_elsewhere:
        # Before the tables are held: a store may take hours, and a site that is stopped throws nothing away.
        _put_files(copy, folder)
    nobody_else: AbstractContextManager[None] = postgresql.held() if is_elsewhere else alone()
    with nobody_else:
        aside = _rows_aside(folder, at) if is_elsewhere else _file_aside(folder, at)
        _put_editions(copy)
        if is_elsewhere:
            postgresql.replace_rows(copy.database)
        else:
            _put_files(copy, folder)
            put_database(copy.database, folder)
    _drop_other_editions(copy)
    _remember(copy, folder, has_accounts=has_accounts)
    return aside


def put_database(new: Path, folder: Path) -> None:
    """Put a database of this version in the place of the folder's."""
    live = folder / DATABASE_FILE
    if live.is_file():
        replace_database(live, new)
    else:
        new.replace(live)


def _file_aside(folder: Path, at: datetime) -> str:
    """Keep what is there: as a copy, or as it is when it cannot be read any more."""
    if not (folder / DATABASE_FILE).is_file():
        return ""
    try:
        return str(keep_copy(folder, ASIDE, at=at))
    except sqlite3.Error:
        aside = folder / f"{ASIDE}-{at:%Y-%m-%d-%H%M%S}"
        aside.mkdir()
        for path in folder.glob(f"{DATABASE_FILE}*"):
            if path.suffix != ".gate":
                path.replace(aside / path.name)
        return str(aside)


def _rows_aside(folder: Path, at: datetime) -> str:
    """The same on PostgreSQL: what a newer version made is not ours to read, and stays as it is under another name."""
    if postgresql.is_empty():
        return ""
    try:
        return str(keep_copy(folder, ASIDE, at=at))
    except NewerError:
        schema = f"{ASIDE}-{at:%Y-%m-%d-%H%M%S}"
        postgresql.move_aside(schema)
        return f"{schema} (schéma de la base PostgreSQL)"


def _put_editions(copy: Unpacked) -> None:
    make_folder(editions_folder())
    for path in copy.editions:
        write_atomically(editions_folder() / path.name, path.read_bytes())


def _put_files(copy: Unpacked, folder: Path) -> None:
    """The files of proofs that are not there, or no longer what their name says."""
    store = store_of(folder)
    for path in copy.files:
        with path.open("rb") as content:
            put(store, Proof(organisation=path.parts[-3], sha256=path.name), content)


def _drop_other_editions(copy: Unpacked) -> None:
    kept = {path.name for path in copy.editions}
    for path in editions_folder().glob("*.toml"):
        if path.name not in kept:
            path.unlink()


def _has_accounts(database: Path) -> bool:
    with closing(opened(database)) as rows:
        return bool(rows.execute(_ACCOUNTS).fetchone()[0])


def _remember(copy: Unpacked, folder: Path, *, has_accounts: bool) -> None:
    """What the copy says of its machine; people who have accounts keep the site from being opened to whoever starts it."""
    remembered = state.read(copy.folder)
    state.write(
        folder,
        replace(
            state.read(folder),
            installed_at=remembered.installed_at or copy.made_at,
            last_copy=copy.made_at,
            schema=schema_mark(),
            is_shared=remembered.is_shared or has_accounts,
        ),
    )
