"""Names of files as they can be kept, shown and given back on every system."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LENGTH = 200
NAMELESS = "fichier"
# Windows opens a device instead of a file of that name, whatever follows its first point.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")


def clean_name(name: str, suffixes: Sequence[str] = ()) -> str:
    """A name of at most 200 characters that says one file and nothing else.

    No folder, no control or invisible character (those that turn the direction of writing among them), nothing that
    Windows forbids. It ends as one of ``suffixes`` (with their points): else the first is added, so that a system never
    takes a file for something that its content is not.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(" " if mark.isspace() else mark for mark in last if mark.isspace() or mark.isprintable())
    plain = _SPACES.sub(" ", _FORBIDDEN.sub("-", visible)).strip(" .")
    stem, suffix = _parted(plain, suffixes)
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    return f"{stem[: LENGTH - len(suffix)].rstrip(' .') or NAMELESS}{suffix}"


def stem_of(name: str, suffixes: Sequence[str]) -> str:
    """A clean name without its suffix, as the title of what it holds."""
    return _parted(name, suffixes)[0].replace("_", " ").strip() or name


def unlike(name: str, taken: Collection[str]) -> str:
    """The name, with « (2) » and so on where it is taken; systems that ignore case must tell it apart too."""
    lower = {each.casefold() for each in taken}
    stem, point, suffix = name.rpartition(".")
    found, number = name, 2
    while found.casefold() in lower:
        found, number = f"{stem or suffix} ({number}){point + suffix if stem else ''}", number + 1
    return found


def _parted(name: str, suffixes: Sequence[str]) -> tuple[str, str]:
    """What stands before the suffix, and the suffix as it was written, or the one that it should have."""
    for suffix in suffixes:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)].rstrip(" ."), name[-len(suffix) :]
    return name, suffixes[0] if suffixes else ""
