"""Read edition files: one TOML file an edition, holding only what differs from the edition it is based on.

How a file completes its base: an indicator, criterion, condition or source is found by its number or key, and each
field it gives replaces that field of the base, whole. Two exceptions: a wording that gives ``pending`` and no words
keeps the base's words, still marked as they were, and an empty table takes the base's field away. ``change`` tells what
this edition changed and is never inherited. Any other table replaces the base's, whole. ``removed`` lists the
indicators that this edition drops.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from auditblanc.domain.pieces import is_an_answer
from auditblanc.domain.referential import Edition, Indicator
from auditblanc.domain.structure import StructureError, build

if TYPE_CHECKING:
    from collections.abc import Iterator

Table = dict[str, Any]

# What an edition never takes from its base: what names it, and when it holds.
_OWN = ("id", "title", "based_on", "audits_from", "audits_to", "checked_on", "unknowns")
_WORDS = {"official", "form", "reworded"}
_KEYED = {"criteria": "number", "indicators": "number", "conditions": "key", "sources": "key"}


class EditionError(ValueError):
    """What is wrong with an edition file, and in which entry, as one French sentence."""


def parse(text: str, name: str) -> Table:
    """The raw table of an edition file.

    Raises:
        EditionError: not TOML, or without an identifier.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EditionError(f"{name} : ce fichier n’est pas du TOML correct ({error}).") from error
    if not isinstance(table.get("id"), str) or not table["id"]:
        raise EditionError(f"{name} : le champ « id » manque ; il donne son identifiant à l’édition.")
    return table


def complete(table: Table, base: Table | None) -> Table:
    """``table`` completed by its base, itself complete already."""
    if base is None:
        return {key: value for key, value in table.items() if key != "removed"}
    completed = {key: value for key, value in base.items() if key not in _OWN}
    completed |= {key: value for key, value in table.items() if key not in ("removed", "rules", *_KEYED)}
    completed["rules"] = {**base.get("rules", {}), **table.get("rules", {})}
    for key, identity in _KEYED.items():
        completed[key] = _merge(base.get(key, []), table.get(key, []), identity)
    gone = set(table.get("removed", ()))
    completed["indicators"] = [entry for entry in completed["indicators"] if entry.get("number") not in gone]
    return completed


def _merge(base: list[Table], own: list[Table], key: str) -> list[Table]:
    entries = {entry.get(key): {k: v for k, v in entry.items() if k != "change"} for entry in base}
    for entry in own:
        entries[entry.get(key)] = _overlay(entries.get(entry.get(key), {}), entry)
    return list(entries.values())


def _overlay(base: Table, own: Table) -> Table:
    fields = base | {name: _keep_words(base.get(name), value) for name, value in own.items()}
    return {name: value for name, value in fields.items() if value != {}}


def _keep_words(base: object, own: object) -> object:
    """``own``, or the base's wording with the ``pending`` of ``own`` when that is all it says of the words."""
    if isinstance(base, dict) and isinstance(own, dict) and "pending" in own and not _WORDS & own.keys():
        return base | own
    return own


def read(table: Table, name: str) -> Edition:
    """A complete table as an edition.

    Raises:
        EditionError: names the file, the entry and the field at fault.
    """
    try:
        edition = build(Edition, table)
    except StructureError as error:
        raise EditionError(f"{name} : {error}") from error
    for sentence in _faults(edition):
        raise EditionError(f"{name} : {sentence}")
    return edition


def _faults(edition: Edition) -> Iterator[str]:
    """What types cannot say: numbers in order, and everything that is named exists."""
    criteria = {criterion.number for criterion in edition.criteria}
    if list(edition.numbers) != sorted(set(edition.numbers)):
        yield "les indicateurs doivent être dans l’ordre, chacun une seule fois."
    if edition.audits_from and edition.audits_to and edition.audits_to < edition.audits_from:
        yield "la fin d’application précède le début."
    for indicator in edition.indicators:
        for sentence in _indicator_faults(edition, indicator, criteria):
            yield f"indicateur {indicator.number} : {sentence}"
    for piece in edition.rules.pieces.pieces:
        for path in piece.answered_by:
            if not is_an_answer(path):
                yield f"pièce « {piece.key} » : la réponse « {path} » n’existe pas dans un profil."


def _indicator_faults(edition: Edition, indicator: Indicator, criteria: set[int]) -> Iterator[str]:
    if indicator.criterion not in criteria:
        yield f"le critère {indicator.criterion} n’existe pas dans cette édition."
    if not indicator.statement.text:
        yield "l’énoncé est vide."
    told = {condition.key for condition in edition.conditions}
    for scope in indicator.applies.values():
        if scope.condition and scope.condition not in told:
            yield f"la condition « {scope.condition} » n’est pas décrite dans cette édition."
    known = {source.key for source in edition.sources}
    wordings = (indicator.statement, indicator.expected_level, indicator.evidence_examples, indicator.scope_note)
    cited = {key for wording in wordings for key in wording.sources} | set(indicator.sources)
    for key in sorted(cited | set(indicator.change.sources if indicator.change else ())):
        if key not in known:
            yield f"la source « {key} » n’est pas décrite dans cette édition."
