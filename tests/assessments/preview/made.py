"""Pictures and documents to look at, and those that were made to harm whoever looks."""

from __future__ import annotations

import io
import struct
import zlib
from functools import lru_cache

import typst
from PIL import Image

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@lru_cache
def pdf(pages: int = 1) -> bytes:
    """A real one, each page with its number."""
    source = "#set page(width: 10cm, height: 14cm)\n" + "\n#pagebreak()\n".join(f"= Page {n + 1}" for n in range(pages))
    return typst.compile(source.encode())


def image(kind: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, (20, 90, 120)).save(target, kind, **options)
    return target.getvalue()


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few hundred kilobytes that would unpack to gigabytes."""
    squeezer = zlib.compressobj(9)
    row = bytes(side * 3 + 1)
    pixels = b"".join(squeezer.compress(row) for _ in range(side // 100)) + squeezer.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def word(*paragraphs: str) -> str:
    """The document part of a Word file."""
    said = "".join(f"<w:p><w:r>{each}</w:r></w:p>" for each in paragraphs)
    return f'<w:document xmlns:w="{WORD}"><w:body>{said}</w:body></w:document>'


def shown(picture: bytes) -> Image.Image:
    opened = Image.open(io.BytesIO(picture))
    opened.load()
    return opened
