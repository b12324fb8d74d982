"""Write the list of the characters that the fonts within typst can draw: run it again when typst is updated.

The fonts stand as they are in typst's compiled module. Each has a table of its characters (`cmap`); the list is all of
them together, since typst looks in the others for what one font lacks. What typst nevertheless refuses is taken out.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from collections.abc import Iterator

ASSET = Path(__file__).resolve().parent.parent / "src" / "auditblanc" / "reports" / "assets" / "drawable.txt"
SEPARATOR = "\x01"
# Each font draws what it likes there.
PRIVATE = set(range(0xE000, 0xF900))
# Upright, bold and italic.
PAGE = b"""#set document(title: "t")
#set text(font: "Libertinus Serif")
#for each in sys.inputs.data.split("\\u{1}") { [#each *#each* _#each;_ #parbreak()] }"""
# How a font file begins: the kind of its outlines, then how many tables it has.
_FONT = re.compile(rb"(?:OTTO|\x00\x01\x00\x00)\x00[\x08-\x28]", re.DOTALL)


def characters(data: bytes) -> set[int]:
    return {character for start in fonts(data) for character in of_font(data, start)}


def fonts(data: bytes) -> Iterator[int]:
    for match in _FONT.finditer(data):
        if b"cmap" in tables(data, match.start()):
            yield match.start()


def tables(data: bytes, start: int) -> dict[bytes, int]:
    """The tables of a font, by name, with their places; none when these bytes are no font."""
    (count,) = struct.unpack_from(">H", data, start + 4)
    records = [struct.unpack_from(">4sIII", data, start + 12 + 16 * index) for index in range(count)]
    found = {name: start + place for name, _, place, _ in records}
    return found if all(re.fullmatch(rb"[\x20-\x7e]{4}", name) for name in found) else {}


def of_font(data: bytes, start: int) -> Iterator[int]:
    """Subtables of format 12: groups of characters that follow each other. The fonts of typst have one, or format 4."""
    base = tables(data, start)[b"cmap"]
    (count,) = struct.unpack_from(">H", data, base + 2)
    for index in range(count):
        _, _, place = struct.unpack_from(">HHI", data, base + 4 + 8 * index)
        (kind,) = struct.unpack_from(">H", data, base + place)
        if kind == 12:
            yield from _groups(data, base + place)
        elif kind == 4:
            yield from _segments(data, base + place)


def _groups(data: bytes, place: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, place + 12)
    for index in range(count):
        first, last, _ = struct.unpack_from(">III", data, place + 16 + 12 * index)
        yield from range(first, last + 1)


def _segments(data: bytes, place: int) -> Iterator[int]:
    twice = struct.unpack_from(">H", data, place + 6)[0]
    for at in range(0, twice, 2):
        end, start, delta, offset = (
            struct.unpack_from(">H", data, place + shift + at)[0]
            for shift in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
        )
        for character in range(start, min(end, 0xFFFE) + 1):
            glyph = character
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", data, place + 16 + 3 * twice + at + offset + 2 * (character - start)
                )
            if (glyph + delta) & 0xFFFF if glyph else 0:
                yield character


def ranges(found: set[int]) -> list[tuple[int, int]]:
    ordered = sorted(found)
    starts = [each for each in ordered if each - 1 not in found]
    ends = [each for each in ordered if each + 1 not in found]
    return list(zip(starts, ends, strict=True))


def accepted(found: set[int]) -> set[int]:
    """Without those that stop a PDF/UA-1; each refusal names one, so that it takes half a minute."""
    left = sorted(found - {ord("\n"), ord("\r")} - PRIVATE)
    while True:
        data = SEPARATOR.join(chr(character) for character in left)
        try:
            typst.compile(PAGE, format="pdf", ignore_system_fonts=True, sys_inputs={"data": data}, pdf_standards="ua-1")
        except RuntimeError as error:
            left.remove(refused(str(error)))
        else:
            return set(left)


def refused(sentence: str) -> int:
    """The character that an error is about: as it is, or as its number."""
    told = re.search(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))', sentence, re.DOTALL)
    if told is None:
        raise RuntimeError(sentence)
    return int(told[1], 16) if told[1] else ord(told[2])


def main() -> None:
    (module,) = (path for path in Path(typst.__file__).parent.iterdir() if path.suffix in {".so", ".pyd"})
    lines = [f"{first:04X}-{last:04X}" for first, last in ranges(accepted(characters(module.read_bytes())))]
    ASSET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} ranges")


if __name__ == "__main__":
    main()
