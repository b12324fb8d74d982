"""What stands before the items of lists: a dash, or a number written as 3, c, C, iii, III."""

from __future__ import annotations

BULLET = "- "
# For each depth but the first.
INDENT = "  "

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET = 26


def numeral(number: int, form: str) -> str:
    """``number`` in a form named as WordprocessingML does; decimal for those that French forms do not use."""
    if form in ("none", "bullet") or number < 0:
        return ""
    if form in ("lowerLetter", "upperLetter"):
        letters = _letters(number)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _letters(number: int) -> str:
    """From a to z, then aa, bb and so on, as Word does."""
    return chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1) if number else ""


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        repeated, number = divmod(number, value)
        written += letters * repeated
    return written
