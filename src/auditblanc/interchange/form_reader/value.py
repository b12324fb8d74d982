"""The small values that the reader's steps hand over: a form makes thousands of them."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, gc=False):
    """A frozen value; :func:`msgspec.structs.replace` changes it.

    Three times cheaper to build and to look into than a named tuple, ten times than a frozen dataclass. It holds only
    what was made before it: there is no cycle for the garbage collector to look for.
    """
