"""What people put in a box to tick, and what they put in one to say that it is not ticked.

A box is ticked by a letter x in any number, a cross, a tick, a filled shape, an asterisk or a plus, « oui », « ok »,
« vrai », the column's own digit or word (« 1 » or « Prêt » in column 1), a ticked control. It is refused by a dash, a
slash, dots, « non », « faux », « 0 ». An empty box or circle was printed, not typed. Anything else is words: quoted,
never guessed.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from auditblanc.domain.snapshot import Level

# The last four are the ticks and crosses of Wingdings, when the font was lost on the way.
_TICKS = frozenset("x×⨯╳✓✔☑☒✗✘✕✖🗸🗹🗵🗷✅❌❎√v•●■▪◼⬛◉🔘*+üþýû")
_REFUSALS = frozenset("-‐‑‒–—―_/\\|.…")
_EMPTY_BOXES = frozenset("☐□◻⬜○◯◌")
_TICK_WORDS = frozenset(("oui", "ok", "vrai"))
_REFUSAL_WORDS = frozenset(("non", "no", "faux", "0"))
_LEVEL_WORDS = {
    "1": Level.READY,
    "prêt": Level.READY,
    "pret": Level.READY,
    "2": Level.PARTIAL,
    "partiel": Level.PARTIAL,
    "3": Level.MISSING,
    "manquant": Level.MISSING,
}
# Blanks that cannot be seen, and what makes a picture of a sign.
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u2060\ufeff\ufe0e\ufe0f]+")
_AROUND = re.compile(r"^[(\[{-]+|[)\]}.]+$")
_LEVEL_NAME = re.compile(r"^(niveau|niv)\.?n?°?")


class Mark(Enum):
    """How a box is left. ``UNTOUCHED``: nothing that a person typed."""

    UNTOUCHED = auto()
    TICKED = auto()
    REFUSED = auto()
    WORDS = auto()


@lru_cache(maxsize=256)
def mark(text: str, level: Level | None) -> Mark:
    """What the text of a cell says of the level of its column; ``None`` for a column that stands for all three."""
    signs = _INVISIBLE.sub("", text).casefold()
    plain = _AROUND.sub("", signs)
    if (not plain and "-" not in signs) or _EMPTY_BOXES.issuperset(signs):
        return Mark.UNTOUCHED
    if _REFUSALS.issuperset(signs) or plain in _REFUSAL_WORDS:
        return Mark.REFUSED
    if _TICKS.issuperset(plain) or plain in _TICK_WORDS or (level and level_said(text) is level):
        return Mark.TICKED
    return Mark.WORDS


def level_said(text: str) -> Level | None:
    """The level that a cell names by its digit or word: « 2 », « niveau 2 », « Partiel »."""
    plain = _AROUND.sub("", _INVISIBLE.sub("", text).casefold())
    return _LEVEL_WORDS.get(_LEVEL_NAME.sub("", plain))
