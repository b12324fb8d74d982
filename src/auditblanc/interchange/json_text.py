"""JSON from anybody's file to plain values, within bounds, without its silent losses.

The standard parser keeps the last of two equal keys, takes « NaN » for a number and dives as deep as it is told: here
each of these is one French sentence.
"""

from __future__ import annotations

import json
import re
from typing import Any, Never

from auditblanc.interchange.problems import UnreadableFileError

SIZE_LIMIT = 20 * 1024 * 1024
DEPTH_LIMIT = 20
# Brackets, commas and strings. A full assessment with a thousand proofs has some twenty thousand.
PARTS_LIMIT = 500_000
DIGITS_LIMIT = 15

# A string without an end stops with the file, so that no part is looked at twice.
_PART = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def parse(data: bytes) -> object:
    """The value that a JSON file holds.

    Raises:
        UnreadableFileError: not JSON, not UTF-8, too large, too deep, or ambiguous.
    """
    _require_bounds(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError(
            "Ce fichier JSON n’est pas enregistré en UTF-8 : enregistrez-le à nouveau en choisissant ce codage."
        ) from None
    if not text.strip():
        raise UnreadableFileError("Ce fichier est vide : choisissez celui que vous avez enregistré depuis Auditblanc.")
    try:
        return json.loads(text, object_pairs_hook=_table, parse_constant=_no_constant, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise UnreadableFileError(_sentence(error)) from None


def _require_bounds(data: bytes) -> None:
    if len(data) > SIZE_LIMIT:
        raise UnreadableFileError("Ce fichier JSON dépasse 20 Mo : aucune évaluation n’est aussi longue, vérifiez-le.")
    depth = 0
    for count, part in enumerate(_PART.finditer(data)):
        depth += _STEPS.get(data[part.start()], 0)
        if depth > DEPTH_LIMIT:
            raise UnreadableFileError(
                f"Ce fichier JSON emboîte plus de {DEPTH_LIMIT} niveaux : ce n’est pas une évaluation d’Auditblanc."
            )
        if count > PARTS_LIMIT:
            raise UnreadableFileError(
                "Ce fichier JSON compte trop d’éléments pour une évaluation : vérifiez que c’est le bon fichier."
            )


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise UnreadableFileError(
                f"La clé « {quotable(key)} » est donnée deux fois au même endroit : gardez-en une."
            )
        table[key] = value
    return table


def _no_constant(name: str) -> Never:
    raise UnreadableFileError(f"« {name} » n’est pas une valeur JSON : remplacez-la par un nombre ou par null.")


def _whole(digits: str) -> int:
    if len(digits) > DIGITS_LIMIT:
        raise UnreadableFileError(f"Le nombre {digits[:DIGITS_LIMIT]}… est trop grand : corrigez-le.")
    return int(digits)


def _sentence(error: json.JSONDecodeError) -> str:
    if error.msg == "Extra data":
        return "Ce fichier contient plusieurs documents JSON à la suite : enregistrez chacun dans son propre fichier."
    place = f"ligne {error.lineno}, colonne {error.colno}"
    return f"Ce fichier n’est pas du JSON correct ({place}) : corrigez cet endroit ou enregistrez-le à nouveau."


def quotable(text: str, *, limit: int | None = 60) -> str:
    """The start of a text of a file, as any terminal can show it: no control, no half of a character."""
    return _UNSHOWN.sub("?", text[:limit])
