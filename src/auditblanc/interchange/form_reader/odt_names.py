"""The names of OpenDocument that the reader knows. Source: OpenDocument 1.2, part 1 (OASIS)."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_OASIS}office:1.0}}"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLES = f"{{{_OASIS}table:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
FORM = f"{{{_OASIS}form:1.0}}"
META = f"{{{_OASIS}meta:1.0}}"
FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
SVG = f"{{{_OASIS}svg-compatible:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
# What LibreOffice adds to the standard, and how it keeps the fields of old Word forms.
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"

PARAGRAPH = f"{TEXT}p"
HEADING = f"{TEXT}h"
LIST = f"{TEXT}list"
LIST_ITEM = f"{TEXT}list-item"
LIST_HEADER = f"{TEXT}list-header"
SECTION = f"{TEXT}section"
TRACKED = f"{TEXT}tracked-changes"
STYLE_NAME = f"{TEXT}style-name"
TABLE = f"{TABLES}table"
ROW = f"{TABLES}table-row"
CELL = f"{TABLES}table-cell"
COVERED_CELL = f"{TABLES}covered-table-cell"
ADDRESS = f"{XLINK}href"
IDENTIFIER = "{http://www.w3.org/XML/1998/namespace}id"

# No count of a form is so large: what a stranger wrote beyond it is this one too.
_ABSURD = 99_999


def natural(value: str | None, default: int) -> int:
    """A natural number of at most 99,999; ``default`` for what is no number."""
    if not value or not value.isascii() or not value.isdigit():
        return default
    return int(value) if len(value) <= len(str(_ABSURD)) else _ABSURD


def times(value: str | None) -> int:
    """How often something is there, or on how many rows or columns: at least one."""
    return max(natural(value, 1), 1) if value else 1
