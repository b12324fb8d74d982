"""« Tout effacer »: the data folder as on the first day."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import alone
from auditblanc.interchange.data_folder import EDITIONS_FOLDER, PREVIEWS_FOLDER, PROOFS_FOLDER
from auditblanc.web.environment import DATABASE_FILE, JOURNAL_FILE, SECRET_FILE
from auditblanc.web.local import state
from auditblanc.web.local.copy_file import KEPT
from auditblanc.web.local.prepare import first_start, schema_mark
from auditblanc.web.local.putting_back import ASIDE, put_database
from auditblanc.web.local.staging import forget_staged
from auditblanc.web.local.state import State
from auditblanc.web.local.tables import make_tables

if TYPE_CHECKING:
    from datetime import datetime


def erase_everything(folder: Path, *, at: datetime) -> None:
    """Replace the database by a new one, and remove copies, files, own editions and the secret: another is made at the next start.

    Copies that the person saved elsewhere, and editions kept outside of the data folder, are theirs.
    """
    with TemporaryDirectory(dir=folder, prefix=".copie-", ignore_cleanup_errors=True) as scratch:
        make_tables(Path(scratch))
        with alone():
            put_database(Path(scratch) / DATABASE_FILE, folder)
    for name in (
        KEPT,
        EDITIONS_FOLDER,
        PROOFS_FOLDER,
        PREVIEWS_FOLDER,
        *(path.name for path in folder.glob(f"{ASIDE}-*")),
    ):
        shutil.rmtree(folder / name, ignore_errors=True)
    forget_staged(folder)
    for name in (SECRET_FILE, JOURNAL_FILE):
        (folder / name).unlink(missing_ok=True)
    state.write(folder, State(port=state.read(folder).port, installed_at=at, schema=schema_mark()))
    first_start(at)
