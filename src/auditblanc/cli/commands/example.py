"""`auditblanc example`: the main job, from end to end, on a fictitious provider."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from auditblanc.cli import editions, terminal
from auditblanc.cli.commands.forecast import print_fixes, print_forecast
from auditblanc.cli.commands.read import print_doubts, print_ratings
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.job import Job, prepare
from auditblanc.cli.options import Asked
from auditblanc.cli.told import passage_lines
from auditblanc.cli.written import written
from auditblanc.domain.fixes import first_fixes
from auditblanc.domain.forecast import forecast
from auditblanc.interchange import formats
from auditblanc.interchange.json_profile import write_profile
from auditblanc.interchange.saving import make_folder, write_atomically

FORM = "fiche-atelier-mimosa.docx"
ANSWERS = "atelier-mimosa.json"
WRITTEN = "fiche-atelier-mimosa-2026.docx"
PROFILE = "profil-atelier-mimosa.json"


@click.command(cls=FrenchCommand, name="example")
@click.argument("folder", metavar="[DOSSIER]", default="exemple-auditblanc", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Lit la fiche Word remplie d’un organisme fictif, donne ses points de vigilance et écrit la fiche à 33 indicateurs."""
    source, profile = copied(folder)
    catalogue = editions.catalogue()
    reading = formats.read_file(source, catalogue)
    received = prepare(reading.snapshot, Asked(), catalogue)
    print_ratings(source.name, received)
    print_doubts(reading)
    carried = prepare(reading.snapshot, Asked(profile=profile), catalogue)
    print_points(carried)
    output = folder / WRITTEN
    write_atomically(output, written(carried, formats.written_as(output)))
    terminal.heading("La fiche à 33 indicateurs")
    if carried.passage:
        terminal.say(*passage_lines(carried.passage))
    terminal.say(f"Fiche lue : {source}", f"Profil : {profile}", f"Fiche écrite : {output}")


def copied(folder: Path) -> tuple[Path, Path]:
    """The bundled form and profile, in the person's own folder.

    Raises:
        SavingError: the folder cannot be made or written.
    """
    bundled = files("auditblanc").joinpath("examples")
    source, profile = folder / FORM, folder / PROFILE
    make_folder(folder)
    write_atomically(source, bundled.joinpath(FORM).read_bytes())
    answers = formats.FORMATS["json"].read(bundled.joinpath(ANSWERS).read_bytes(), editions.catalogue())
    write_atomically(profile, write_profile(answers.snapshot.profile))
    return source, profile


def print_points(work: Job) -> None:
    found = forecast(work.edition, work.snapshot)
    print_forecast(work, found)
    print_fixes(first_fixes(work.edition, work.snapshot, found))
