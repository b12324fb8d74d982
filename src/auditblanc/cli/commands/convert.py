"""`auditblanc convert`: the same assessment in another format, or carried to another edition."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from auditblanc.cli import batch, editions, job
from auditblanc.cli.commands.read import shared_catalogue
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.options import Asked, assessment_options
from auditblanc.cli.told import tell, tell_job, tell_problems
from auditblanc.cli.written import written
from auditblanc.domain.french import counted
from auditblanc.interchange import formats
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import make_folder, write_atomically

ENDINGS = [entry.name for entry in formats.WRITTEN]


@click.command(cls=FrenchCommand, name="convert")
@click.argument("files", metavar="FICHIER… SORTIE", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "ending", type=click.Choice(ENDINGS), help="Format, quand SORTIE est un dossier.")
@assessment_options
def command(files: tuple[Path, ...], *, ending: str | None, **asked: Any) -> int:
    """Réécrit une évaluation dans SORTIE ; la fin du nom choisit le format (.docx, .xlsx, .json).

    Avec --edition ou --audit-date, l’évaluation passe d’abord au texte demandé. Plusieurs fichiers : SORTIE est un dossier.
    """
    *sources, output = files
    if not sources:
        raise click.UsageError("Indiquez au moins un fichier à lire, puis le fichier à écrire.")
    wishes = Asked(**asked)
    paths = batch.expand(sources)
    if len(paths) == 1 and ending is None and not output.is_dir():
        one(paths[0], output, wishes)
        return 0
    return many(paths, output, ending, wishes)


def one(path: Path, output: Path, wishes: Asked) -> None:
    catalogue = editions.catalogue()
    target = formats.written_as(output)
    reading = formats.read_file(path, catalogue)
    work = job.prepare(reading.snapshot, wishes, catalogue)
    write_atomically(output, written(work, target))
    tell_job(work)
    tell_problems(reading.problems)
    tell(f"Écrit : {output}")


def many(paths: list[Path], folder: Path, ending: str | None, wishes: Asked) -> int:
    """Each file under its own name in the folder; 1 when some are unusable, 2 when all are."""
    if ending is None:
        raise click.UsageError("Pour plusieurs fichiers, indiquez le format avec --to, par exemple --to json.")
    make_folder(folder)
    names = [f"{path.stem}{formats.FORMATS[ending].suffix}" for path in paths]
    doubled = {name for name in names if names.count(name) > 1}
    if doubled:
        raise click.UsageError(f"Deux fichiers donneraient le même nom, {min(doubled)} : renommez l’un des deux.")
    refusals = [
        refusal
        for refusal in batch.each(partial(attempt, folder=folder, ending=ending, wishes=wishes), paths)
        if refusal
    ]
    for refusal in refusals:
        click.echo(refusal, err=True)
    click.echo(f"{counted(len(paths) - len(refusals), 'fichier écrit', 'fichiers écrits')} dans {folder}", err=True)
    return 2 if len(refusals) == len(paths) else min(len(refusals), 1)


def attempt(path: Path, folder: Path, ending: str, wishes: Asked) -> str:
    """Convert one file of a batch; the sentence that says why not, empty when done."""
    target = formats.FORMATS[ending]
    try:
        reading = formats.read_file(path, shared_catalogue())
        work = job.prepare(reading.snapshot, wishes, shared_catalogue())
        write_atomically(folder / f"{path.stem}{target.suffix}", written(work, target))
    except UnreadableFileError as error:
        return f"{path} : {error}"
    return ""
