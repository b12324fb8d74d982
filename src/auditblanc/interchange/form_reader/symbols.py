"""Characters of the symbol fonts that Word inserts, as the Unicode signs they draw."""

from __future__ import annotations

# Only what stands for a tick, a box, a bullet or an arrow: forms are not filled with the rest.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA7: "▪", 0xA8: "☐",
    0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_SYMBOL = {0xB7: "•", 0xD6: "√", 0xDE: "⇒", 0xAE: "→"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000
# The characters of the first plane that XML and a text may hold, whatever a stranger wrote.
_PLANE = (range(0x20, 0xD800), range(0xE000, 0xFFFE))


def symbol(font: str, code: str) -> str:
    """The sign for a hexadecimal code in a font; the character itself when the font draws something else."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    sign = _FONTS.get(font.casefold(), {}).get(point - _PRIVATE if point >= _PRIVATE else point)
    return sign or (chr(point) if any(point in allowed for allowed in _PLANE) else "")
