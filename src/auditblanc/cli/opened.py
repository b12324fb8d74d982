"""What commands on one assessment start from: the file if there is one, the options, the editions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.cli import editions
from auditblanc.cli.job import Job, prepare
from auditblanc.domain.catalogue import Catalogue
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import formats
from auditblanc.interchange.problems import Problem

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from auditblanc.cli.options import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An assessment made ready, with the doubts of its file."""

    job: Job
    catalogue: Catalogue
    problems: tuple[Problem, ...] = ()


def opened(path: Path | None, asked: Asked, *, today: date) -> Opened:
    """The file made ready; without a file, an empty assessment on the text in force today.

    Raises:
        UnreadableFileError: the file or the profile cannot be read.
        EditionError: the edition asked for does not exist.
    """
    catalogue = editions.catalogue()
    if path is None:
        job = prepare(Snapshot(edition=choose(catalogue, today).edition), asked, catalogue)
        return Opened(job=said_to_be_in_force(job, asked), catalogue=catalogue)
    reading = formats.read_file(path, catalogue)
    job = prepare(reading.snapshot, asked, catalogue)
    return Opened(job=job, catalogue=catalogue, problems=reading.problems)


def said_to_be_in_force(job: Job, asked: Asked) -> Job:
    """Without file, date or edition, it is today that chose the text."""
    if asked.edition or job.snapshot.profile.audit.first_day:
        return job
    return replace(job, notes=(f"Texte en vigueur aujourd’hui : {job.edition.title}.",))
