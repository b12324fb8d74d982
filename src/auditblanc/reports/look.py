"""How an organisation's documents look: one accent colour that stays readable, and a logo."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

# A calm blue, 8:1 on white.
ACCENT = "#1f4e79"
READABLE = 4.5
# A logo is a few dozen kilobytes; and a small file can unfold into an image that fills the memory.
LARGEST_LOGO = 500_000
LONGEST_SIDE = 4000

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# The markers that begin a JPEG frame, whatever its coding: the others of their range are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class LookError(ValueError):
    """A colour or a logo that cannot be used, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A PNG or JPEG image; ``alternative`` is what it says to those who do not see it."""

    data: bytes
    alternative: str

    def __post_init__(self) -> None:
        if len(self.data) > LARGEST_LOGO:
            raise LookError("Le logo pèse plus de 500 ko : choisissez une image plus légère.")
        width, height = self.size
        if max(width, height) > LONGEST_SIDE:
            raise LookError(f"Le logo compte {max(width, height)} pixels de côté : restez sous {LONGEST_SIDE}.")
        if not 1 <= width / height <= 20 and not 1 <= height / width <= 20:  # noqa: PLR2004 -- a banner, or a tower
            raise LookError("Le logo est bien trop étroit : choisissez une image moins allongée.")

    @property
    def kind(self) -> str:
        """The usual end of the file's name, without its dot."""
        if self.data.startswith(_PNG):
            return "png"
        if self.data.startswith(_JPEG):
            return "jpg"
        raise LookError("Le logo doit être une image PNG ou JPEG.")

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in pixels, both at least 1."""
        try:
            width, height = struct.unpack_from(">II", self.data, 16) if self.kind == "png" else _jpeg_size(self.data)
        except (struct.error, IndexError) as error:
            raise LookError("Le logo est abîmé : choisissez une autre image.") from error
        if not (width and height):
            raise LookError("Le logo est vide : choisissez une autre image.")
        return width, height


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    accent: str = ACCENT
    logo: Logo | None = None

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.accent):
            raise LookError(f"« {self.accent} » n’est pas une couleur : écrivez-la comme {ACCENT}.")

    @property
    def ink(self) -> str:
        """The accent, darkened as far as text on white asks: 4.5:1."""
        colour = self.accent.lower()
        while contrast_on_white(colour) < READABLE:
            colour = _darker(colour)
        return colour


def contrast_on_white(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance and contrast ratio."""
    channels = [part / 255 for part in bytes.fromhex(colour[1:])]
    low = 0.04045
    red, green, blue = (c / 12.92 if c <= low else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _darker(colour: str) -> str:
    return "#" + bytes(int(part * 0.94) for part in bytes.fromhex(colour[1:])).hex()


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Read in the first frame header; segments before it are stepped over."""
    place = 2
    while True:
        marker = data[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        place += 2 + max(length, 2)
