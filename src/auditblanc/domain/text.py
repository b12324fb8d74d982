r"""The one text type: what a person may write in a field, and how it is normalised.

A *text* is Unicode without surrogates, controls (newline and tab excepted) or noncharacters, with line ends as ``\n``,
without blank ends, of at most 20,000 characters. A *line* is a text of at most 500 characters that holds no line break,
Unicode's own included, and no tab. Anything else is a named problem: :class:`TextError`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT_LIMIT = 20_000
LINE_LIMIT = 500

_BREAKS = re.compile("[\r\n\t\u2028\u2029]+")
# Surrogates and noncharacters cannot stand in a UTF-8 file or in XML; controls are never typed on purpose.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
# What nearly every text is made of: told thirty times faster than that it holds none of the others.
_COMMON = re.compile("[\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*")


class TextError(ValueError):
    """What is wrong with a text, as one French sentence."""


def clean_text(raw: str) -> str:
    """``raw`` as a text.

    Raises:
        TextError: a character that no field holds, or more than 20,000 characters.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    forbidden = illegible(text)
    if forbidden:
        raise TextError(
            f"Le texte contient un caractère illisible (code {forbidden}) : effacez-le et ressaisissez ce passage."
        )
    if len(text) > TEXT_LIMIT:
        raise TextError(
            f"Le texte compte {len(text)} caractères ; la limite est de {TEXT_LIMIT} : raccourcissez-le ou joignez un document."
        )
    return text


def readable(raw: str) -> str:
    """``raw`` without the characters that no field holds, to be quoted in a sentence."""
    return _FORBIDDEN.sub("", raw.replace("\r\n", "\n").replace("\r", "\n"))


def is_common(raw: str) -> bool:
    """Whether all characters, and line ends, are such as texts hold. A text with rarer ones, as pictures, may be one too."""
    return _COMMON.fullmatch(raw) is not None


def illegible(raw: str) -> str:
    """The code of the first character that no text may hold, as « U+0000 »; empty when there is none."""
    forbidden = None if is_common(raw) else _FORBIDDEN.search(raw)
    return f"U+{ord(forbidden.group()):04X}" if forbidden else ""


def clean_line(raw: str) -> str:
    """``raw`` as a line: breaks and tabs become spaces.

    Raises:
        TextError: as :func:`clean_text`, or more than 500 characters.
    """
    line = clean_text(_BREAKS.sub(" ", raw))
    if len(line) > LINE_LIMIT:
        raise TextError(f"Ce champ compte {len(line)} caractères ; la limite est de {LINE_LIMIT} : raccourcissez-le.")
    return line


def require_text(**fields: str) -> None:
    """Refuse a field that is not a text already, so that no value holds what a reader would not give back."""
    _require(clean_text, fields)


def require_line(**fields: str) -> None:
    """Refuse a field that is not a line already."""
    _require(clean_line, fields)


def _require(clean: Callable[[str], str], fields: dict[str, str]) -> None:
    for name, value in fields.items():
        if value and clean(value) != value:
            raise TextError(
                f"Le champ « {name} » doit être nettoyé (fins de ligne, blancs aux bords) avant d’être gardé."
            )
