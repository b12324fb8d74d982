"""Make any text that a document may hold a text of the domain, without losing what can be seen."""

from __future__ import annotations

import re

from auditblanc.domain.text import TEXT_LIMIT, is_common
from auditblanc.interchange.problems import UnreadableFileError

# Every character that XML lets through and that ``domain.text`` refuses.
_PLANE_ENDS = "".join(chr(point + last) for point in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_ODD = re.compile(f"[\x7f-\x9f\ufdd0-\ufdef{_PLANE_ENDS}]")
_NEXT_LINE = "\x85"


def legible(text: str) -> str:
    """``text`` with single line feeds and without the characters that no field holds.

    U+0080–U+009F are what the code page of old Windows editors leaves when its quotes, dashes and ligatures are taken
    for Unicode: they are turned back into these. The others show nothing in any editor: they are left out.
    """
    if is_common(text):
        return text.strip()
    return _ODD.sub(_meant, text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def field_text(text: str, where: str) -> str:
    """``text`` as a field holds it. ``where`` opens the sentence of the refusal: « Indicateur 12 : la réponse ».

    Raises:
        UnreadableFileError: more than 20,000 characters.
    """
    cleaned = legible(text)
    require_short(cleaned, where)
    return cleaned


def require_short(text: str, where: str) -> None:
    """Raises: UnreadableFileError beyond what a field can hold, be it only to quote it."""
    if len(text) > TEXT_LIMIT:
        raise UnreadableFileError(
            f"{where} compte {len(text)} caractères, la limite est de {TEXT_LIMIT} : raccourcissez ce passage dans la fiche, ou joignez un document, puis réessayez."
        )


def _meant(match: re.Match[str]) -> str:
    character = match.group()
    if character == _NEXT_LINE:
        return "\n"
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", errors="ignore")
    return ""
