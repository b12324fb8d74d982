"""Names of rows in addresses: short, drawn at random, so that nobody can guess or count them."""

from __future__ import annotations

import secrets

# Without what the eye confuses (0 and o, 1 and l) and without vowels, so that no word appears by chance.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LENGTH = 12


def new_key() -> str:
    """Twelve characters out of 27: 57 bits, none of them said by the row."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
