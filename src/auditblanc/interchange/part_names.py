"""The names of the parts of a ZIP package on the disk, within bounds: nothing is inflated, the list alone is read."""

from __future__ import annotations

import struct
from typing import IO

# An office document of a thousand pictures has a list of 100 kB.
LIST_LIMIT = 1_000_000
_MOST_COMMENT = 1 << 16
_END = struct.Struct("<4s8xLL2x")
_END_MARK = b"PK\x05\x06"
_ENTRY = struct.Struct("<4s24xHHH12x")
_ENTRY_MARK = b"PK\x01\x02"


def list_size(file: IO[bytes]) -> int | None:
    """How many bytes the list at the end of a package says that it takes, before anything reads it; ``None``: no list."""
    found = _list(file)
    return found[1] if found else None


def part_names(file: IO[bytes]) -> tuple[str, ...]:
    """The names that the list at the end of the file tells; nothing where there is no list, or one without measure."""
    first, size = _list(file) or (-1, 0)
    if size > LIST_LIMIT or first < 0:
        return ()
    file.seek(first)
    return tuple(_names(file.read(size)))


def _list(file: IO[bytes]) -> tuple[int, int] | None:
    """Where the list begins, and its bytes. Where it is said to begin is not believed: it ends where the end begins."""
    end = file.seek(0, 2)
    start = max(0, end - _MOST_COMMENT - _END.size)
    file.seek(start)
    tail = file.read()
    found = tail.rfind(_END_MARK)
    if found < 0 or found + _END.size > len(tail):
        return None
    size: int = _END.unpack_from(tail, found)[1]
    return start + found - size, size


def _names(listed: bytes) -> list[str]:
    names, at = [], 0
    while at + _ENTRY.size <= len(listed):
        mark, name, extra, comment = _ENTRY.unpack_from(listed, at)
        if mark != _ENTRY_MARK:
            break
        at += _ENTRY.size
        names.append(listed[at : at + name].decode("utf-8", "replace"))
        at += name + extra + comment
    return names
