"""`SHA256SUMS`: the list that `sha256sum -c` reads, a line a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def written(sums: Mapping[str, str]) -> bytes:
    """The list, by path. Paths hold neither line breaks nor backslashes: nothing is to be escaped."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sums.items()).encode()


def read(data: bytes) -> dict[str, str] | None:
    """The SHA-256 by path; ``None`` when it is no such list."""
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    if not found or not all(found):
        return None
    return {line[2]: line[1] for line in found if line}
