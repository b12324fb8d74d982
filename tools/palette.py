"""A picture of a page in 256 colours: half the bytes or less, and nothing that an eye sees."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = b"\x89PNG\r\n\x1a\n"
# Eight bits a channel, three channels, not interlaced: what a browser and pdftoppm write. Then one byte a pixel.
_RGB, _INDEXED = (8, 2, 0, 0, 0), (8, 3, 0, 0, 0)
_PIXEL = 3
_COLOURS = 256


def in_few_colours(picture: bytes) -> bytes:
    """The same picture with the 256 colours it uses most; each other one becomes the nearest of them.

    Raises:
        ValueError: it is no picture of that kind.
    """
    parts = list(_parts(picture))
    width, height, *kind = struct.unpack(">IIBBBBB", parts[0][1])
    if tuple(kind) != _RGB:
        raise ValueError(kind)
    packed = b"".join(content for name, content in parts if name == b"IDAT")
    pixels = [
        line[at : at + _PIXEL] for line in _lines(zlib.decompress(packed), width) for at in range(0, len(line), _PIXEL)
    ]
    kept = [colour for colour, _ in Counter(pixels).most_common(_COLOURS)]
    place = {colour: number for number, colour in enumerate(kept)}
    for colour in set(pixels) - place.keys():
        place[colour] = min(range(len(kept)), key=lambda number, colour=colour: _distance(colour, kept[number]))
    indexed = bytes(place[pixel] for pixel in pixels)
    lines = b"".join(b"\0" + indexed[at : at + width] for at in range(0, len(indexed), width))
    return _HEAD + b"".join(
        _part(name, content)
        for name, content in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, *_INDEXED)),
            (b"PLTE", b"".join(kept)),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        )
    )


def _parts(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_HEAD)
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _lines(raw: bytes, width: int) -> Iterator[bytes]:
    """Each line of pixels, its filter undone. See the PNG specification, § 9."""
    length = width * _PIXEL
    above = bytes(length)
    for at in range(0, len(raw), length + 1):
        line = bytearray(raw[at + 1 : at + 1 + length])
        _undo(raw[at], line, above)
        above = bytes(line)
        yield above


def _undo(kind: int, line: bytearray, above: bytes) -> None:
    for at, value in enumerate(line):
        left = line[at - _PIXEL] if at >= _PIXEL else 0
        corner = above[at - _PIXEL] if at >= _PIXEL else 0
        told = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind]
        line[at] = (value + told) % 256


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
