"""How an edition holds only what differs from the edition it is based on.

An indicator, criterion, condition or source is found by its number or key, and each field it gives replaces that field
of the base, whole. Three exceptions: a wording that gives ``pending`` and no words keeps the base's words, still marked
as they were; ``{ added = [...], dropped = [...] }`` amends a list of the base; an empty table takes the base's field
away. ``change`` tells what this edition changed and ``verification`` who checked this edition: neither is inherited.
Any other table replaces the base's, whole. ``removed`` lists the indicators that this edition drops.
"""

from __future__ import annotations

from typing import Any

from auditblanc.domain.structure import StructureError, at

Table = dict[str, Any]

# The lists whose entries are completed one by one, and what tells an entry from the others.
KEYED = {"criteria": "number", "indicators": "number", "conditions": "key", "sources": "key"}
# What an edition never takes from its base: what names it, and when it holds.
_OWN = ("id", "title", "based_on", "audits_from", "audits_to", "checked_on", "unknowns")
_WORDS = {"official", "form", "reworded"}
_AMENDMENTS = {"added", "dropped"}


def complete(table: Table, base: Table | None) -> Table:
    """``table`` completed by its base, itself complete already; indicators and criteria in the order of their numbers.

    Raises:
        StructureError: it amends or removes what its base does not have.
    """
    completed = {key: value for key, value in (base or {}).items() if key not in _OWN}
    completed |= {key: value for key, value in table.items() if key not in ("removed", "rules", *KEYED)}
    completed["rules"] = {**completed.get("rules", {}), **table.get("rules", {})}
    for key, identity in KEYED.items():
        completed[key] = at(key, _merge, completed.get(key, []), table.get(key, []), identity)
    return completed | {"indicators": _without(completed["indicators"], table.get("removed", []))}


def _merge(base: list[Table], own: list[Table], key: str) -> list[Table]:
    entries = {entry[key]: _inherited(entry) for entry in base}
    for entry in own:
        entries[entry[key]] = at(str(entry[key]), _overlay, entries.get(entry[key], {}), entry)
    return [entries[name] for name in (sorted(entries) if key == "number" else entries)]


def _inherited(entry: Table) -> Table:
    """What is said of one edition only stays behind: what it changed, and who verified its wording."""
    return {name: _unverified(value) for name, value in entry.items() if name != "change"}


def _unverified(value: object) -> object:
    if isinstance(value, dict) and "verification" in value:
        return {name: item for name, item in value.items() if name != "verification"}
    return value


def _overlay(base: Table, own: Table) -> Table:
    given = base | {name: at(name, _field, base.get(name), value) for name, value in own.items()}
    return {name: value for name, value in given.items() if value != {}}


def _field(base: object, own: object) -> object:
    """What a field becomes: see the three exceptions at the head of this module."""
    if isinstance(own, dict) and isinstance(base, list) and own.keys() & _AMENDMENTS:
        return _amended(base, own)
    if isinstance(own, dict) and isinstance(base, dict) and "pending" in own and not _WORDS & own.keys():
        return base | own
    return own


def _amended(base: list[Any], own: Table) -> list[Any]:
    for key, items in own.items():
        if key not in _AMENDMENTS:
            raise StructureError("une liste se modifie par « added » et « dropped » seulement.", (key,))
        if not isinstance(items, list):
            raise StructureError("une liste est attendue.", (key,))
    dropped = own.get("dropped", [])
    for item in dropped:
        if item not in base:
            raise StructureError(f"« {item} » n’est pas dans la liste de l’édition de base.", ("dropped",))
    return [*(item for item in base if item not in dropped), *own.get("added", [])]


def _without(indicators: list[Table], removed: object) -> list[Table]:
    if not isinstance(removed, list):
        raise StructureError("une liste est attendue.", ("removed",))
    for number in removed:
        if number not in [entry["number"] for entry in indicators]:
            raise StructureError(f"l’indicateur {number} n’existe pas dans l’édition de base.", ("removed",))
    return [entry for entry in indicators if entry["number"] not in removed]
