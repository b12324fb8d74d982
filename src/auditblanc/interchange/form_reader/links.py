"""A link as text: what is shown, then where it leads."""

from __future__ import annotations

import re
from urllib.parse import unquote

_ADDRESS = re.compile(r"(?i)^(?:https?://|mailto:|tel:)?(?:www\.)?")


def with_address(text: str, address: str) -> str:
    """« texte (adresse) »; the text alone when it is the address, or when the link stays inside the document."""
    address = address.strip()
    if not address or address.startswith("#") or _bare(text) == _bare(address):
        return text
    return f"{text} ({address})" if text.strip() else address


def _bare(address: str) -> str:
    return _ADDRESS.sub("", unquote(address).strip()).rstrip("/").casefold()
