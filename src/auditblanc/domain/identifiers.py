"""Numbers that the State gives to a provider: are they well formed? Nothing is looked up."""

from __future__ import annotations

import re

_SIREN = re.compile("[0-9]{9}")
# The region, the department (2A and 2B in Corsica), a serial number. Source: the receipt of the declaration.
_NDA = re.compile("[0-9]{2}(?:[0-9]{2}|2[AB])[0-9]{7}")
_BASE = 10


def is_siren(typed: str) -> bool:
    """Nine digits of which the last one checks the others (Luhn); spaces do not count."""
    digits = "".join(typed.split())
    return bool(_SIREN.fullmatch(digits)) and sum(map(_weighed, range(len(digits)), digits)) % _BASE == 0


def is_nda(typed: str) -> bool:
    """Eleven characters; spaces do not count."""
    return bool(_NDA.fullmatch("".join(typed.split()).upper()))


def _weighed(place: int, digit: str) -> int:
    """Every second digit counts double, its own two digits added."""
    value = int(digit) * (1 + place % 2)
    return value // _BASE + value % _BASE
