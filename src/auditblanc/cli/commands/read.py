"""`auditblanc read`: what a filled form says, and what in it is doubtful."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditblanc.cli import batch, editions, job, terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.lines import problem_lines, rated, rating_rows, text_lines
from auditblanc.cli.machine import json_line, print_json
from auditblanc.cli.options import Asked, assessment_options, json_option
from auditblanc.cli.told import incoherence_lines, passage_lines
from auditblanc.domain.french import counted
from auditblanc.interchange import formats
from auditblanc.interchange.json_format import assessment_object, problem_object
from auditblanc.interchange.problems import Reading, UnreadableFileError

if TYPE_CHECKING:
    from auditblanc.cli.job import Job
    from auditblanc.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One file of a batch: the line of JSON it gives, or why it gives nothing."""

    path: Path
    rated: str = ""
    line: str = ""
    doubts: int = 0
    refusal: str = ""


@click.command(cls=FrenchCommand, name="read")
@click.argument("files", metavar="FICHIER…", nargs=-1, required=True, type=click.Path(path_type=Path))
@assessment_options
@json_option
def command(files: tuple[Path, ...], *, as_json: bool, **asked: Any) -> int:
    """Lit une fiche remplie (Word, ODT), un classeur ou un JSON : niveaux, textes, et chaque doute avec son endroit.

    Plusieurs fichiers ou un dossier : une ligne par fichier.
    """
    wishes = Asked(**asked)
    paths = batch.expand(files)
    if len(paths) == 1 and not files[0].is_dir():
        one(paths[0], wishes, as_json=as_json)
        return 0
    return many(paths, wishes, as_json=as_json)


def one(path: Path, wishes: Asked, *, as_json: bool) -> None:
    catalogue = editions.catalogue()
    reading = formats.read_file(path, catalogue)
    work = job.prepare(reading.snapshot, wishes, catalogue)
    if as_json:
        print_json(document(replace(reading, snapshot=work.snapshot)))
        return
    print_ratings(path.name, work)
    if work.passage:
        terminal.say(*passage_lines(work.passage))
    terminal.say(*incoherence_lines(work))
    print_doubts(reading)


def print_ratings(name: str, work: Job) -> None:
    terminal.heading(f"{name} : {rated(work.snapshot, work.edition)}")
    terminal.say(*text_lines(work))
    terminal.table(("N°", "Indicateur", "Niveau", "Présentation"), rating_rows(work.snapshot, work.edition), wide=3)


def print_doubts(reading: Reading) -> None:
    if not reading.problems:
        terminal.say("Aucun doute de lecture.")
        return
    terminal.heading(f"{counted(len(reading.problems), 'doute', 'doutes')} à vérifier")
    terminal.say(*problem_lines(reading.problems))


def document(reading: Reading) -> dict[str, Any]:
    """The plain objects that `--json` prints."""
    return {
        "assessment": assessment_object(reading.snapshot),
        "problems": [problem_object(problem) for problem in reading.problems],
    }


def many(paths: list[Path], wishes: Asked, *, as_json: bool) -> int:
    """One line a file; 1 when some are unusable, 2 when all are."""
    outcomes = []
    for outcome in batch.each(partial(attempt, wishes=wishes), paths):
        outcomes.append(outcome)
        if outcome.refusal:
            click.echo(outcome.refusal, err=True)
        elif as_json:
            click.echo(outcome.line)
    if not as_json:
        rows = [(str(entry.path), entry.rated, str(entry.doubts)) for entry in outcomes if not entry.refusal]
        terminal.table(("Fichier", "Évalués", "Doutes"), rows, wide=0)
    refused = sum(bool(outcome.refusal) for outcome in outcomes)
    summary = f"{counted(len(paths) - refused, 'fichier lu', 'fichiers lus')}, {counted(refused, 'refusé', 'refusés')}"
    click.echo(summary, err=True)
    return 2 if refused == len(paths) else min(refused, 1)


def attempt(path: Path, wishes: Asked) -> Outcome:
    """Read one file of a batch, in whatever process it falls to."""
    try:
        reading = formats.read_file(path, shared_catalogue())
        work = job.prepare(reading.snapshot, wishes, shared_catalogue())
    except UnreadableFileError as error:
        return Outcome(path=path, refusal=str(error) if str(path) in str(error) else f"{path} : {error}")
    content = {"file": str(path), **document(replace(reading, snapshot=work.snapshot))}
    return Outcome(
        path=path,
        rated=rated(work.snapshot, work.edition),
        line=json_line(content),
        doubts=len(reading.problems),
    )


@cache
def shared_catalogue() -> Catalogue:
    """The editions, loaded once a process."""
    return editions.catalogue()
