"""What the PDF's fonts can draw. PDF/UA-1 refuses a character without a drawing, and one emoji must not cost a report."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from auditblanc.domain.french import counted

STAND_IN = "□"
# Marks and joiners say nothing once the letter that they change is gone.
_WITHOUT_BODY = ("Cf", "Mn", "Me")


def drawable(words: str) -> tuple[str, int]:
    """The same words with ``□`` for what no font can draw, and how many there are."""
    composed = unicodedata.normalize("NFC", words)
    if not _others().search(composed):
        return composed, 0
    shown = _others().sub(_stand_in, composed)
    return shown, shown.count(STAND_IN) - composed.count(STAND_IN)


def unmarked(words: str) -> tuple[str, int]:
    """Without the marks that no composed letter holds, and how many: a letter and its mark may be in two fonts."""
    left = "".join(each for each in words if unicodedata.category(each)[0] != "M")
    return left, len(words) - len(left)


def note(count: int) -> str:
    """Said at the end of the document: nothing is replaced in silence."""
    if not count:
        return ""
    what = counted(count, "caractère absent", "caractères absents")
    return (
        f"{what} des polices de ce PDF (émoji, autre écriture, accent rare) : « {STAND_IN} » en tient lieu, ou la lettre "
        "seule. Le fichier Word garde tout."
    )


def _stand_in(match: re.Match[str]) -> str:
    return "" if unicodedata.category(match[0]) in _WITHOUT_BODY else STAND_IN


@cache
def _others() -> re.Pattern[str]:
    lines = files("auditblanc.reports").joinpath("assets", "drawable.txt").read_text("utf-8").split()
    bounds = [[int(bound, 16) for bound in line.split("-")] for line in lines]
    known = "".join(f"\\U{first:08X}-\\U{last:08X}" for first, last in bounds)
    return re.compile(f"[^\\n\\r\\t{known}]")
