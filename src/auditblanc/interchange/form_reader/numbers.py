"""Numbers of indicators as people write them: 12, « 12. », « n° 12 », « I12 », « Indicateur 12 : »."""

from __future__ import annotations

import re

_DIGITS = 3
_NAMED = r"(?:(?:indicateur|indic|ind|i)\.?\s*)?(?:(?:n[°ºo]|num[ée]ro)\.?\s*)?"
_NUMBER = re.compile(rf"(?i)\s*{_NAMED}(\d{{1,{_DIGITS}}})\s*(?:[.):–-]+\s*|$|(?=\s))")


def split_number(text: str) -> tuple[int | None, str]:
    """The number that a cell starts with, and what follows it; ``None`` and the whole text when it starts otherwise."""
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS:
        return int(text), ""
    found = _NUMBER.match(text)
    return (int(found[1]), text[found.end() :].strip()) if found else (None, text)
