"""Read edition files: one TOML file an edition, holding only what differs from the edition it is based on.

How a file completes its base: an indicator, criterion, condition or source is found by its number or key, and each
field it gives replaces that field of the base, whole. Two exceptions: a wording that gives ``pending`` and no words
keeps the base's words, still marked as they were, and an empty table takes the base's field away. ``change`` tells what
this edition changed and ``verification`` who checked this edition: neither is inherited. Any other table replaces the
base's, whole. ``removed`` lists the indicators that this edition drops.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from auditblanc.domain.edition_faults import faults
from auditblanc.domain.referential import Edition
from auditblanc.domain.structure import StructureError, build

Table = dict[str, Any]

# What an edition never takes from its base: what names it, and when it holds.
_OWN = ("id", "title", "based_on", "audits_from", "audits_to", "checked_on", "unknowns")
_WORDS = {"official", "form", "reworded"}
_KEYED = {"criteria": "number", "indicators": "number", "conditions": "key", "sources": "key"}
_ENTRY = {"criteria": "critère", "indicators": "indicateur", "conditions": "condition", "sources": "source"}
_TABLE_LINE = re.compile(r"^[ \t]*\[", re.MULTILINE)


class EditionError(ValueError):
    """What is wrong with an edition file, and in which entry, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the first lines of an edition file say: enough to list editions and to choose one by the audit's date."""

    id: str
    title: str
    checked_on: date
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
        raise EditionError(f"{name} › {error}") from error
    if not edition.id:
        raise EditionError(f"{name} › id : ce champ est vide ; il donne son identifiant à l’édition.")
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


def parse(text: str, name: str) -> Table:
    """The raw table of an edition file, its entries known by their number or key.

    Raises:
        EditionError: not TOML, or an entry without number or key, or twice there.
    """
    table = _toml(text, name)
    for key, identity in _KEYED.items():
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


def complete(table: Table, base: Table | None) -> Table:
    """``table`` completed by its base, itself complete already; indicators and criteria in the order of their numbers.

    Raises:
        StructureError: it removes an indicator that its base does not have.
    """
    completed = {key: value for key, value in (base or {}).items() if key not in _OWN}
    completed |= {key: value for key, value in table.items() if key not in ("removed", "rules", *_KEYED)}
    completed["rules"] = {**completed.get("rules", {}), **table.get("rules", {})}
    for key, identity in _KEYED.items():
        completed[key] = _merge(completed.get(key, []), table.get(key, []), identity)
    return completed | {"indicators": _without(completed["indicators"], table.get("removed", []))}


def _merge(base: list[Table], own: list[Table], key: str) -> list[Table]:
    entries = {entry[key]: _inherited(entry) for entry in base}
    for entry in own:
        entries[entry[key]] = _overlay(entries.get(entry[key], {}), entry)
    return [entries[name] for name in (sorted(entries) if key == "number" else entries)]


def _inherited(entry: Table) -> Table:
    """What is said of one edition only stays behind: what it changed, and who verified its wording."""
    return {name: _unverified(value) for name, value in entry.items() if name != "change"}


def _unverified(value: object) -> object:
    if isinstance(value, dict) and "verification" in value:
        return {name: item for name, item in value.items() if name != "verification"}
    return value


def _overlay(base: Table, own: Table) -> Table:
    given = base | {name: _keep_words(base.get(name), value) for name, value in own.items()}
    return {name: value for name, value in given.items() if value != {}}


def _keep_words(base: object, own: object) -> object:
    """``own``, or the base's wording with the ``pending`` of ``own`` when that is all it says of the words."""
    if isinstance(base, dict) and isinstance(own, dict) and "pending" in own and not _WORDS & own.keys():
        return base | own
    return own


def _without(indicators: list[Table], removed: object) -> list[Table]:
    if not isinstance(removed, list):
        raise StructureError("une liste est attendue.", ("removed",))
    for number in removed:
        if number not in [entry["number"] for entry in indicators]:
            raise StructureError(f"l’indicateur {number} n’existe pas dans l’édition de base.", ("removed",))
    return [entry for entry in indicators if entry["number"] not in removed]


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
        raise EditionError(f"{' › '.join((name, *_place(error.path)))} : {error.sentence}") from error
    return edition


def _place(path: tuple[str, ...]) -> tuple[str, ...]:
    """Where a person looks in the file: « indicateur 12 › statement »."""
    if len(path) > 1 and path[0] in _ENTRY:
        return (f"{_ENTRY[path[0]]} {path[1]}", *path[2:])
    return path
