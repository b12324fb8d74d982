"""Hand texts to XlsxWriter so that they come back to the letter.

XlsxWriter writes a string that begins with ``<r>`` and ends with ``</r>`` as markup, unescaped, and escapes only the
first of two overlapping ``_xHHHH_`` sequences. Such texts are given to it as the markup of one run, escaped by us.
"""

from __future__ import annotations

import re
from html import escape

# Each underscore that begins such a sequence, overlaps included.
_SEQUENCE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def for_xlsxwriter(text: str) -> str:
    """``text``, or the markup that stands for it where XlsxWriter would alter it."""
    if not text.startswith("<r>") and not _SEQUENCE.search(text):
        return text
    stored = escape(_SEQUENCE.sub("_x005F_", text), quote=False)
    # As a character reference, the underscore is out of reach of XlsxWriter's own escaping.
    return f'<r><t xml:space="preserve">{stored.replace("_", "&#95;")}</t></r>'
