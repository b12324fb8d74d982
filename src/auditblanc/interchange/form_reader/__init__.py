"""Read the form back, from Word or OpenDocument, whoever printed it and whatever people did to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange import file_kinds
from auditblanc.interchange.archive import Package
from auditblanc.interchange.form_reader import docx_grid, odt_grid
from auditblanc.interchange.form_reader.assembly import reading
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.problems import Reading

_DOCUMENTS = {file_kinds.DOCX: docx_grid.document, file_kinds.ODT: odt_grid.document}


def read(data: bytes, catalogue: Catalogue) -> Reading:
    """What a form says. Its format is told by its content.

    Raises:
        UnreadableFileError: damaged, dangerous, or not the form.
    """
    package = Package.open(data)
    kind = package.kind
    if kind not in _DOCUMENTS:
        raise UnreadableFileError(kind.sentence)
    return reading(_DOCUMENTS[kind](package), catalogue)
