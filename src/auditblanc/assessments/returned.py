"""A file that came back beside the assessment it comes back to: each difference, each doubt, indicator by indicator."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.bridge import bridge
from auditblanc.domain.merge_choice import Proposal, proposals
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import json_format
from auditblanc.interchange.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.models import Intake
    from auditblanc.interchange.problems import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One indicator, or the assessment and its profile (``number`` is ``None``)."""

    number: int | None
    title: str
    proposals: tuple[Proposal, ...]
    doubts: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """``theirs`` is on the text of the assessment; ``left`` says what of the file has no place there.

    ``mark`` tells whether the assessment is still the one that was compared.
    """

    theirs: Snapshot
    groups: tuple[Group, ...]
    left: tuple[str, ...]
    mark: str

    @property
    def count(self) -> int:
        return sum(len(group.proposals) for group in self.groups)


def returned(here: Desk, intake: Intake) -> Returned:
    """What the file would bring. No query.

    Raises:
        UnreadableFileError: it was put aside by a version of another format.
        EditionError, PathError: its text is not at hand any more.
    """
    reading = json_format.read(intake.document.encode(), here.catalogue)
    theirs, left = carried(here, reading.snapshot)
    return Returned(
        theirs=theirs,
        groups=tuple(_groups(here, proposals(here.snapshot, theirs), reading)),
        left=left,
        mark=hashlib.sha256(json_format.write(here.snapshot)).hexdigest()[:16],
    )


def carried(here: Desk, snapshot: Snapshot) -> tuple[Snapshot, tuple[str, ...]]:
    """What the file says on the text of the assessment, and what has no place there.

    Raises:
        EditionError, PathError: it is about another text, from which nothing can be carried.
    """
    if snapshot.edition == here.edition.id:
        return snapshot, ()
    found = bridge(here.catalogue, snapshot, here.edition.id)
    return found.snapshot, found.left_behind.sentences


def _groups(here: Desk, found: tuple[Proposal, ...], reading: Reading) -> Iterator[Group]:
    """Only those of which there is something to say, the assessment itself last: it is seldom what came back for."""
    titles = {each.number: f"{each.number}. {each.title}" for each in here.edition.indicators}
    numbers = {*titles, *(each.difference.indicator for each in found), *(each.indicator for each in reading.problems)}
    for number in (*sorted(each for each in numbers if each is not None), None):
        group = Group(
            number=number,
            title=titles.get(number, f"Indicateur {number}") if number else "L’évaluation et son profil",
            proposals=tuple(each for each in found if each.difference.indicator == number),
            doubts=tuple(each for each in reading.problems if each.indicator == number),
        )
        if group.proposals or group.doubts:
            yield group
