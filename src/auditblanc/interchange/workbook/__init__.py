"""The XLSX workbook: one file that a person can fill, and that holds everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.workbook.options import WorkbookError, WorkbookOptions, part

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.problems import Reading


__all__ = ["WorkbookError", "WorkbookOptions", "keep", "read", "write"]
_WHOLE = WorkbookOptions()


def write(snapshot: Snapshot, edition: Edition, options: WorkbookOptions = _WHOLE) -> bytes:
    """The workbook of an assessment, or of a part; the same assessment gives the same bytes.

    Raises:
        WorkbookError: the assessment is on another edition, or a row asked for does not exist.
    """
    # XlsxWriter takes a fifth of a second to load: who only reads does not wait for it.
    from auditblanc.interchange.workbook.writer import write as write_book  # noqa: PLC0415

    if snapshot.edition != edition.id:
        raise WorkbookError(
            f"L’évaluation porte sur l’édition « {snapshot.edition} », le classeur sur « {edition.id} »."
        )
    unknown = [number for number in options.rows or () if number not in edition.numbers]
    if unknown:
        raise WorkbookError(f"L’indicateur {unknown[0]} n’existe pas dans l’édition « {edition.id} ».")
    return write_book(part(snapshot, options), edition, options)


def read(data: bytes, catalogue: Catalogue) -> Reading:
    """What a person filled in, with every doubt.

    Raises:
        UnreadableFileError: not a workbook of ours, or one that cannot be read whole.
    """
    from auditblanc.interchange.workbook.reader import read as read_book  # noqa: PLC0415 -- as above: lxml

    return read_book(data, catalogue)


def keep(snapshot: Snapshot, _edition: Edition | None = None, options: WorkbookOptions = _WHOLE) -> Snapshot:
    """What the workbook holds of an assessment: see ``options.part``."""
    return part(snapshot, options)
