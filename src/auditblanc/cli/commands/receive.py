"""`auditblanc receive`: many filled forms, each attached to its organisation."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from auditblanc.cli import terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site
from auditblanc.domain.french import counted
from auditblanc.interchange.formats import load
from auditblanc.interchange.saving import write_atomically

if TYPE_CHECKING:
    from auditblanc.accounts.models import User
    from auditblanc.assessments.mass_intake.source import Source
    from auditblanc.assessments.models import MassIntake

_NOBODY = "Plusieurs personnes ont un compte sur ces données : dites pour qui, avec « --person ADRESSE »."
_UNKNOWN = "Personne n’a de compte à l’adresse « {email} » : vérifiez-la."
_LINES = 50


@click.command(cls=FrenchCommand, name="receive")
@click.argument("source", metavar="DOSSIER|ZIP", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--index",
    "index_file",
    metavar="FICHIER.csv",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="L’index des fiches (fichier ; nom ; SIREN ; NDA) ; sinon « index.csv », à côté d’elles.",
)
@click.option("--known-only", is_flag=True, help="Ne crée aucun organisme : rattache à ceux qui sont là.")
@click.option("--person", "email", metavar="ADRESSE", help="La personne qui reçoit les fiches, sur un site partagé.")
@click.option(
    "--report",
    metavar="FICHIER.xlsx",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Enregistre la suite donnée à chaque fiche, et chaque doute.",
)
@data_option
def command(
    source: Path,
    *,
    index_file: Path | None,
    known_only: bool,
    email: str | None,
    report: Path | None,
    folder: Path | None,
) -> int:
    """Reçoit un dossier ou une archive de fiches remplies, et rattache chacune à son organisme.

    Par l’identifiant que porte une fiche venue du site, par l’index, ou par le SIREN ou le NDA écrit dans la fiche ou dans
    le nom du fichier ; jamais par un nom qui ressemble. Arrêtée, la commande reprend où elle en était ; relancée, elle ne
    change rien.
    """
    require_site()
    data = data_asked(folder)
    from auditblanc.web.local.prepare import ready  # noqa: PLC0415 -- only where the site is installed

    ready(data)
    from auditblanc.assessments.mass_intake import report as told  # noqa: PLC0415 -- after the settings
    from auditblanc.assessments.reads import mass_intake as reads  # noqa: PLC0415

    intake = received(source, index_file, person(email), creates=not known_only)
    counts = reads.counts(intake)
    left = [(form.name, form.get_outcome_display(), form.reason) for form in reads.left(intake)[:_LINES]]
    if left:
        terminal.table(("Fichier", "Suite", "Pourquoi"), left, wide=2)
    if report:
        write_atomically(report, told.workbook(intake))
    click.echo(f"{counts.sentence}.")
    return 1 if counts.waiting or counts.refused else 0


def received(path: Path, index_file: Path | None, by: User, *, creates: bool) -> MassIntake:
    """The whole reception, told on the terminal while it goes on."""
    from auditblanc.assessments.mass_intake.index import Index, read_index  # noqa: PLC0415 -- after the settings
    from auditblanc.assessments.mass_intake.run import carry_on  # noqa: PLC0415
    from auditblanc.assessments.reads.mass_intake import unfinished  # noqa: PLC0415
    from auditblanc.assessments.writes.mass_intake import open_intake  # noqa: PLC0415

    source, beside = opened(path)
    data = load(index_file) if index_file else beside
    index = read_index(data) if data is not None else Index()
    intake = unfinished(by, path.name) or open_intake(by, name=path.name, creates=creates, at=now())
    with Progress(len(source.names)) as progress:
        carry_on(intake, source, index, now=now, done=progress)
    for sentence in intake.remarks.splitlines()[:_LINES]:
        click.echo(sentence, err=True)
    return intake


def opened(path: Path) -> tuple[Source, bytes | None]:
    """The folder or the archive, and the index that lies in it."""
    from auditblanc.assessments.mass_intake.source import Archive, Folder  # noqa: PLC0415 -- after the settings

    if path.is_dir():
        return Folder.below(path), Folder.index(path)
    archive = Archive.of(path.open("rb"))
    return archive, archive.index()


def person(email: str | None) -> User:
    """Who receives the forms.

    Raises:
        click.UsageError: several people are there and none is named, or nobody has this address.
    """
    from auditblanc.accounts.models import User  # noqa: PLC0415 -- after the settings
    from auditblanc.accounts.writes import local_person  # noqa: PLC0415

    if email:
        found = User.objects.filter(email__iexact=email).first()
        if not found:
            raise click.UsageError(_UNKNOWN.format(email=email))
        return found
    if User.objects.exclude(email=None).exists():
        raise click.UsageError(_NOBODY)
    return local_person()


def now() -> datetime:
    return datetime.now().astimezone()


class Progress:
    """How many files are settled, on one line of stderr, where somebody watches."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._watched = total, 0, sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._watched:
            sys.stderr.write("\n")

    def __call__(self, more: int) -> None:
        self._done += more
        if self._watched:
            sys.stderr.write(f"\r{self._done} / {counted(self._total, 'fichier', 'fichiers')}")
            sys.stderr.flush()
