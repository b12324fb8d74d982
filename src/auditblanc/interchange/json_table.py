"""From the plain tables of a JSON file to our values: texts cleaned, versions upgraded, faults told with their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from auditblanc.domain.structure import StructureError, build
from auditblanc.domain.text import TextError, clean_line, clean_text
from auditblanc.interchange.json_text import parse, quotable
from auditblanc.interchange.problems import UnreadableFileError

T = TypeVar("T")
Table = dict[str, Any]
# From a version to the next: what is done to an old file before it is read.
Upgrades = Mapping[int, Callable[[Table], Table]]

# Fields of several lines; any other is a line.
TEXTS = frozenset({"presentation", "reason", "address", "words", "message", "cause", "plan", "check_note"})
_INDEX = re.compile("[1-9][0-9]{0,8}")


def table(data: bytes) -> Table:
    """The table that a JSON file holds at its top.

    Raises:
        UnreadableFileError: not JSON, or JSON that is no table.
    """
    value = parse(data)
    if not isinstance(value, dict):
        raise UnreadableFileError(
            "Ce fichier JSON n’est ni une évaluation ni un profil d’Auditblanc : choisissez-en un."
        )
    return value


def upgraded(document: Table, *, version: int, upgrades: Upgrades) -> Table:
    """A document of any version that was ever written, as one of ``version``. One that does not say is of version 1.

    Raises:
        UnreadableFileError: it is newer than this program, or its version never was.
    """
    found = document.get("version", 1)
    if not isinstance(found, int) or isinstance(found, bool):
        raise UnreadableFileError("La clé « version » doit être un nombre entier : corrigez-la.")
    if found > version:
        raise UnreadableFileError(
            f"Ce fichier vient d’une version plus récente d’Auditblanc (format {found}, ici {version}) : mettez Auditblanc à jour."
        )
    while found != version:
        if found not in upgrades:
            raise UnreadableFileError(
                f"La version {found} de ce format n’a jamais existé : corrigez la clé « version »."
            )
        document = upgrades[found](document)
        found += 1
    return document


def built(kind: type[T], document: Table) -> T:
    """The document as ``kind``, its texts cleaned first: a file typed by hand may have other line ends.

    Raises:
        UnreadableFileError: names the place at fault, as in « ratings[3].level ».
    """
    try:
        return build(kind, _cleaned(document, ()))
    except StructureError as error:
        where = f"« {_place(error.path)} » : " if error.path else ""
        raise UnreadableFileError(quotable(f"{where}{error.sentence}", limit=None)) from error


def _cleaned(value: object, path: tuple[str, ...]) -> object:
    match value:
        case dict():
            return {key: _cleaned(item, (*path, quotable(key))) for key, item in value.items()}
        case list():
            return [_cleaned(item, (*path, str(place))) for place, item in enumerate(value, start=1)]
        case str():
            return _clean(value, path)
    return value


def _clean(text: str, path: tuple[str, ...]) -> str:
    try:
        return clean_text(text) if path[-1] in TEXTS else clean_line(text)
    except TextError as error:
        raise StructureError(str(error), path) from error


def _place(path: tuple[str, ...]) -> str:
    """« assessment.ratings[3].level »: « build » counts places from 1, programs that read JSON from 0."""
    steps = (f"[{int(part) - 1}]" if _INDEX.fullmatch(part) else f".{part[:60]}" for part in path)
    return "".join(steps).removeprefix(".")
