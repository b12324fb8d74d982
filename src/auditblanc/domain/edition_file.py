"""Read edition files: one TOML file an edition."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date

from auditblanc.domain.edition_faults import faults
from auditblanc.domain.edition_overlay import KEYED, Table
from auditblanc.domain.referential import Edition
from auditblanc.domain.structure import StructureError, build

_ENTRY = {"criteria": "critère", "indicators": "indicateur", "conditions": "condition", "sources": "source"}
# It also names the file of the official wording.
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_TABLE_LINE = re.compile(r"^[ \t]*\[", re.MULTILINE)


class EditionError(ValueError):
    """What is wrong with an edition file, and in which entry, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the first lines of an edition file say: enough to list editions and to choose one by the audit's date.

    ``referential`` is empty when the edition takes it from its base.
    """

    id: str
    title: str
    checked_on: date
    referential: str = ""
    based_on: str = ""
    audits_from: date | None = None
    audits_to: date | None = None


def heading(text: str, name: str) -> Heading:
    """The heading of an edition file, whose entries are left unread.

    Raises:
        EditionError: the heading is not TOML, or a field of it is missing or at fault.
    """
    root = _root(text, name)
    known = {field.name for field in fields(Heading)}
    try:
        edition = build(Heading, {key: value for key, value in root.items() if key in known})
    except StructureError as error:
        raise refusal(error, name) from error
    if not _IDENTIFIER.fullmatch(edition.id):
        raise EditionError(f"{name} › id : des lettres, des chiffres, des points et des tirets sont attendus.")
    return edition


def _root(text: str, name: str) -> Table:
    first = _TABLE_LINE.search(text)
    if first:
        try:
            return tomllib.loads(text[: first.start()])
        except tomllib.TOMLDecodeError:
            pass  # either an error, or a list of the heading holds a line that looks like a table
    return _toml(text, name)


def _toml(text: str, name: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EditionError(f"{name} : ce fichier n’est pas du TOML correct ({error}).") from error
    except RecursionError as error:
        raise EditionError(f"{name} : ce fichier imbrique trop de listes : ce n’est pas un texte.") from error


def parse(text: str, name: str) -> Table:
    """The raw table of an edition file, its entries known by their number or key.

    Raises:
        EditionError: not TOML, or an entry without number or key, or twice there.
    """
    table = _toml(text, name)
    for key, identity in KEYED.items():
        entries = table.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise EditionError(f"{name} › {key} : une liste de tables [[{key}]] est attendue.")
        seen = set()
        for place, entry in enumerate(entries, start=1):
            if not isinstance(entry.get(identity), str if identity == "key" else int):
                raise EditionError(f"{name} › {_ENTRY[key]} à la place {place} : le champ « {identity} » manque.")
            if entry[identity] in seen:
                raise EditionError(f"{name} › {_ENTRY[key]} {entry[identity]} : présent deux fois dans ce fichier.")
            seen.add(entry[identity])
    return table


def read(table: Table, name: str) -> Edition:
    """A complete table as an edition.

    Raises:
        EditionError: names the file, the entry and the field at fault.
    """
    try:
        edition = build(Edition, table)
        for fault in faults(edition, table):
            raise fault
    except StructureError as error:
        raise refusal(error, name) from error
    return edition


def refusal(error: StructureError, name: str) -> EditionError:
    """The error as a person finds it in the file: « 2026-v9.toml › indicateur 12 › statement : … »."""
    path = error.path
    if len(path) > 1 and path[0] in _ENTRY:
        path = (f"{_ENTRY[path[0]]} {path[1]}", *path[2:])
    return EditionError(f"{' › '.join((name, *path))} : {error.sentence}")
