"""An archive of forms given on the site, and its index: kept where files of proofs are, until each form is settled."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING

from django.core.files.base import File

from auditblanc.assessments.storage import contents

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACE = "receptions"
ARCHIVE, INDEX = "zip", "csv"


def keep(key: str, archive: IO[bytes], index: IO[bytes] | None) -> None:
    """Before the row that tells of them.

    Raises:
        SavingError: the disk refuses.
    """
    for file, what in ((archive, ARCHIVE), (index, INDEX)):
        if file is not None:
            file.seek(0)
            contents().save(_name(key, what), file if isinstance(file, File) else File(file))


def opened(key: str, what: str) -> IO[bytes] | None:
    """The archive or the index, to be closed; nothing when it is not there."""
    try:
        return contents().open(_name(key, what), "rb")
    except FileNotFoundError:
        return None


def discard(keys: Iterable[str]) -> None:
    """Remove what was kept; one that is gone already is no fault."""
    for key in keys:
        for what in (ARCHIVE, INDEX):
            with suppress(FileNotFoundError):
                contents().delete(_name(key, what))


def _name(key: str, what: str) -> str:
    return f"{_PLACE}/{key}.{what}"
