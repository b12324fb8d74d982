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


def part_names(file: IO[bytes]) -> tuple[str, ...]:
    """The names that the list at the end of the file tells; nothing where there is no list, or one without measure."""
    end = file.seek(0, 2)
    start = max(0, end - _MOST_COMMENT - _END.size)
    file.seek(start)
    tail = file.read()
    found = tail.rfind(_END_MARK)
    if found < 0 or found + _END.size > len(tail):
        return ()
    _, size, _ = _END.unpack_from(tail, found)
    # Where the list is said to begin is not believed: it ends where the end begins.
    first = start + found - size
    if size > LIST_LIMIT or first < 0:
        return ()
    file.seek(first)
    return tuple(_names(file.read(size)))


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
