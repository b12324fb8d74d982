"""The JSON file of an assessment: holds everything, and every earlier version of it is still read.

Its shape is published: ``docs/schema/assessment-2.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import json_table
from auditblanc.interchange.problems import Cell, Problem, Reading, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition
    from auditblanc.interchange.json_table import Table, Upgrades

FORMAT = "auditblanc-assessment"
VERSION = 2
SCHEMA = f"urn:auditblanc:schema:assessment:{VERSION}"
# 2: proofs have pieces, dossiers, a period, a state; an assessment has actions and findings. All may be absent.
UPGRADES: Upgrades = {1: lambda document: document}

# What names the file, beside what it holds. « file » stands in a line of `read --json`.
_HEADER = frozenset({"$schema", "format", "version", "file"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the file holds. ``problems`` are the doubts of the reading that it was saved from."""

    assessment: Snapshot
    problems: tuple[Problem, ...] = ()


def write(snapshot: Snapshot, _edition: Edition | None = None) -> bytes:
    """The file, indented, keys in the order of the schema. The edition is not needed: the file names it."""
    document = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "assessment": assessment_object(snapshot),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def write_reading(reading: Reading) -> bytes:
    """The file of what was read, with the doubts of the reading: :func:`read` gives back both."""
    document = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "assessment": assessment_object(reading.snapshot),
        "problems": [problem_object(problem) for problem in reading.problems],
    }
    return msgspec.json.encode(document)


def keep(snapshot: Snapshot, _edition: Edition | None = None) -> Snapshot:
    """Everything that an assessment says. Accounts are the site's: who an action is given to is told by name."""
    return snapshot


def assessment_object(snapshot: Snapshot) -> Table:
    """An assessment as plain values, as it stands in the file and in the answer of `read --json`."""
    table: Table = msgspec.json.decode(msgspec.json.encode(snapshot))
    return table


def problem_object(problem: Problem) -> Table:
    """A doubt as plain values: indicator, cell, message."""
    return {"indicator": problem.indicator, "cell": problem.cell.value, "message": problem.message}


def read(data: bytes, catalogue: Catalogue, *, upgrades: Upgrades = UPGRADES) -> Reading:
    """The assessment of a file of this version or of any earlier one, or of a saved answer of `read --json`.

    Raises:
        UnreadableFileError: one French sentence that names the place at fault.
    """
    document = json_table.table(data)
    _require_assessment(document)
    document = json_table.upgraded(document, version=VERSION, upgrades=upgrades)
    body = json_table.built(Body, {key: value for key, value in document.items() if key not in _HEADER})
    found = (problem for problem in _unknowns(body.assessment, catalogue) if problem not in body.problems)
    return Reading(snapshot=body.assessment, problems=(*body.problems, *found))


def _require_assessment(document: dict[str, Any]) -> None:
    if document.get("format", FORMAT) == FORMAT and "assessment" in document:
        return
    if document.get("format") == "auditblanc-profile":
        raise UnreadableFileError("Ce fichier est un profil, non une évaluation : donnez-le avec --profile.")
    raise UnreadableFileError(
        "Ce fichier JSON n’est pas une évaluation d’Auditblanc : choisissez un fichier qu’Auditblanc a écrit."
    )


def _unknowns(snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Problem]:
    """What the assessment cites and its edition does not hold: kept, and told."""
    if snapshot.edition not in catalogue.ids:
        yield Problem(
            cell=Cell.FILE,
            message=f"Le texte « {snapshot.edition} » n’est pas connu ici : les réponses sont gardées, mais rien ne peut en être calculé.",
        )
        return
    known = catalogue.edition(snapshot.edition).numbers
    for rating in snapshot.ratings:
        if rating.indicator not in known:
            yield _unknown(rating.indicator, snapshot.edition, "sa notation est gardée, vérifiez son numéro")
    cited = {number for item in snapshot.evidence for number in item.indicators}
    for number in sorted(cited.difference(known)):
        yield _unknown(number, snapshot.edition, "des preuves le citent et sont gardées, vérifiez son numéro")


def _unknown(number: int, edition: str, what: str) -> Problem:
    message = f"L’indicateur {number} n’existe pas dans le texte « {edition} » : {what}."
    return Problem(cell=Cell.ROW, indicator=number, message=message)
