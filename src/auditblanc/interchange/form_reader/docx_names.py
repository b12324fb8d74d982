"""The names of WordprocessingML that the reader knows. Source: ECMA-376, part 1, § 17."""

from __future__ import annotations

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

BODY = f"{W}body"
PARAGRAPH = f"{W}p"
PARAGRAPH_PROPERTIES = f"{W}pPr"
RUN = f"{W}r"
TEXT = f"{W}t"
RUN_PROPERTIES = f"{W}rPr"
TABLE = f"{W}tbl"
ROW = f"{W}tr"
ROW_PROPERTIES = f"{W}trPr"
CELL = f"{W}tc"
CELL_PROPERTIES = f"{W}tcPr"
CONTROL = f"{W}sdt"
CONTROL_PROPERTIES = f"{W}sdtPr"
CONTROL_CONTENT = f"{W}sdtContent"
ALTERNATE = f"{MC}AlternateContent"
CHOICE = f"{MC}Choice"
FALLBACK = f"{MC}Fallback"
STYLE = f"{W}pStyle"
NUMBERING = f"{W}numPr"
DELETED = f"{W}del"
# What tells how a block looks, and holds nothing to read.
PROPERTIES = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr"))
_COUNT = re.compile("[0-9]{1,4}")
VALUE = f"{W}val"
IDENTIFIER = f"{W}id"


def is_on(value: str | None) -> bool:
    """An on/off value: present without value is on."""
    return value not in ("0", "false", "off", "none")


def count(value: str | None, default: int) -> int:
    """A natural number below 10,000; ``default`` for anything else, since a stranger may have written it."""
    return int(value) if value and _COUNT.fullmatch(value) else default
