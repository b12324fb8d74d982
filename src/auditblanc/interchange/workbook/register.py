"""What a workbook holds of proofs beyond their line, of actions and of gaps: on the hidden sheet, as JSON, piece by piece.

People read and change the lines of « Preuves »; what stands here follows the line that says the same.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import msgspec

from auditblanc.domain.action import Action
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.snapshot_error import SnapshotError
from auditblanc.domain.structure import StructureError, build
from auditblanc.domain.text import TextError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.workbook.ledger import Ledger

T = TypeVar("T")
Entries = dict[tuple[str, str], str]

PROOF, ACTION, GAP = "preuve", "action", "écart"
OBJECTS = frozenset({PROOF, ACTION, GAP})
# A cell of Excel holds 32,767 characters, fewer once some are escaped.
CHUNK = 8000
_ALTERED = "La feuille « Données » a été modifiée : ce qu’elle gardait des {what} n’est pas repris ; reprenez-le depuis Auditblanc."
_WHAT = {PROOF: "fichiers et dates des preuves", ACTION: "actions", GAP: "écarts relevés"}


def entries(snapshot: Snapshot) -> Entries:
    """Object and field of each piece, with its value."""
    told = (
        (PROOF, _held(snapshot.evidence)),
        (ACTION, snapshot.actions),
        (GAP, snapshot.findings),
    )
    return {key: value for about, items in told for key, value in _chunks(about, items)}


def _held(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    """The proofs of which a line says less than all, and those whose lines say the same: they are told apart by their order."""
    partly = {_identity(item) for item in evidence if item != line(item) or item.key}
    return [item for item in evidence if _identity(item) in partly]


def line(item: Evidence) -> Evidence:
    """What people see of a proof."""
    return Evidence(
        title=item.title,
        indicators=item.indicators,
        place=item.place,
        content_date=item.content_date,
        holder=item.holder,
    )


def evidence(held: Mapping[tuple[str, str], str], lines: Iterable[Evidence], ledger: Ledger) -> tuple[Evidence, ...]:
    """The proofs of the lines, each with what was held of it."""
    whole: dict[object, list[Evidence]] = {}
    for item in _values(held, PROOF, Evidence, ledger):
        whole.setdefault(_identity(item), []).append(item)
    return tuple(_completed(item, whole.get(_identity(item), [])) for item in lines)


def actions(held: Mapping[tuple[str, str], str], ledger: Ledger) -> tuple[Action, ...]:
    return _values(held, ACTION, Action, ledger)


def findings(held: Mapping[tuple[str, str], str], ledger: Ledger) -> tuple[AuditFinding, ...]:
    return _values(held, GAP, AuditFinding, ledger)


def _completed(item: Evidence, same: list[Evidence]) -> Evidence:
    """Of several that say the same, the one on the same indicators, else the first that is left."""
    found = next((each for each in same if each.indicators == item.indicators), same[0] if same else None)
    if found is None:
        return item
    same.remove(found)
    return replace(found, indicators=item.indicators)


def _identity(item: Evidence) -> object:
    return item.title, item.place, item.content_date, item.holder


def _chunks(about: str, items: Iterable[object]) -> Iterator[tuple[tuple[str, str], str]]:
    for number, item in enumerate(items, start=1):
        plain = json.dumps(msgspec.to_builtins(item), ensure_ascii=True, separators=(",", ":"))
        # Cells lose the blanks at their ends.
        told = plain.replace(" ", "\\u0020")
        for place in range(0, len(told), CHUNK):
            yield (about, f"{number}.{place // CHUNK + 1}"), told[place : place + CHUNK]


def _values(held: Mapping[tuple[str, str], str], about: str, kind: type[T], ledger: Ledger) -> tuple[T, ...]:
    pieces: dict[int, dict[int, str]] = {}
    try:
        for (name, field), value in held.items():
            if name == about:
                number, _, place = field.partition(".")
                pieces.setdefault(int(number), {})[int(place)] = value
        texts = ("".join(told[place] for place in sorted(told)) for _, told in sorted(pieces.items()))
        return tuple(build(kind, json.loads(text)) for text in texts)
    except (ValueError, RecursionError, StructureError, SnapshotError, TextError):
        ledger.say(_ALTERED.format(what=_WHAT[about]))
        return ()
