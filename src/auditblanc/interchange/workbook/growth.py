"""Let the rows of a workbook grow while a person types.

XlsxWriter marks every row whose height it is given as fixed by hand, and then no application makes it higher for the
text typed in it. The mark is taken off, the height stays.
"""

from __future__ import annotations

import io
import zipfile

_FIXED = b' customHeight="1"'


def let_rows_grow(data: bytes) -> bytes:
    """The same workbook without the mark."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as target,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            is_sheet = entry.filename.startswith("xl/worksheets/sheet")
            target.writestr(entry, content.replace(_FIXED, b"") if is_sheet else content)
    return buffer.getvalue()
