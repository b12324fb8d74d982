"""Out: every row of an organisation and every content, as a stream."""

from __future__ import annotations

import json
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import BinaryField

from auditblanc import __version__
from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models import StoredFile
from auditblanc.assessments.organisation_file.tables import TABLES
from auditblanc.assessments.reads.journal import head
from auditblanc.assessments.storage import opened
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import copy_atomically
from auditblanc.interchange.streamed_zip import AlteredError, StreamedZip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from django.db.models import Model

    from auditblanc.assessments.organisation_file.tables import Table

FORMAT, VERSION = "auditblanc-organisation", 2
MANIFEST = "organisation.json"
MISSING = "Un fichier de preuve manque ou a été modifié : « auditblanc check » dit lequel. Rien n’a été enregistré."


def stream(organisation: Organisation, at: datetime) -> Iterator[bytes]:
    """The bytes of the file, in order. Rows are read first, all as they are at one moment; contents never change.

    Raises:
        FileNotFoundError, AlteredError: a content is gone or altered; what was given until then is no whole file.
    """
    with transaction.atomic():
        if connection.features.has_select_for_update:
            # Whoever writes to the organisation waits for this row (writes.journal).
            Organisation.objects.select_for_update().only("pk").get(pk=organisation.pk)
        said = {table: tuple(_line(table, row) for row in table.rows(organisation)) for table in TABLES}
        files = tuple(StoredFile.objects.filter(organisation=organisation).order_by("sha256"))
        last = head(organisation)
    archive = StreamedZip((at.year, at.month, at.day, at.hour, at.minute, at.second))
    for table, lines in said.items():
        yield from archive.text(table.part, "".join(lines).encode())
    for file in files:
        content = opened(organisation.key, file.sha256)
        yield from archive.file(f"files/{file.sha256}", content, size=file.size, sha256=file.sha256)
    about = {
        "format": FORMAT,
        "version": VERSION,
        "auditblanc": __version__,
        "made_at": at.isoformat(timespec="seconds"),
        "organisation": {"name": organisation.name, "accent": organisation.accent},
        "journal": last,
        "parts": archive.sums,
    }
    yield from archive.text(MANIFEST, json.dumps(about, ensure_ascii=False, indent=1).encode())
    yield from archive.end()


def write(organisation: Organisation, target: Path, at: datetime) -> None:
    """:func:`stream` into a file, whole or not at all.

    Raises:
        SavingError: the disk refuses. UnreadableFileError: a file of a proof is gone or altered.
    """
    with TemporaryFile() as made:
        try:
            made.writelines(stream(organisation, at))
        except (FileNotFoundError, AlteredError) as error:
            raise UnreadableFileError(MISSING) from error
        made.seek(0)
        copy_atomically(made, target, mode=0o600)


def _line(table: Table, row: Model) -> str:
    said = {}
    for field in table.fields:
        value = getattr(row, field.attname)
        said[field.attname] = bytes(value).hex() if isinstance(field, BinaryField) else value
    return json.dumps(said, default=_moment, ensure_ascii=False) + "\n"


def _moment(value: date) -> str:
    """Days, and moments to the microsecond: the journal's hashes count them."""
    return value.isoformat()
