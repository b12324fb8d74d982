"""`auditblanc referential complete`: the official wording, pasted from the official source and answered for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from auditblanc.cli import editions
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.parameters import Day
from auditblanc.cli.told import tell
from auditblanc.domain import official_file
from auditblanc.domain.official import OfficialError
from auditblanc.domain.official_paste import official_texts
from auditblanc.interchange import formats
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import make_folder, write_atomically


@click.command(cls=FrenchCommand, name="complete")
@click.argument("edition", metavar="ÉDITION")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path))
@click.option("--by", required=True, metavar="NOM", help="La personne qui a relevé le texte et en répond.")
@click.option("--from", "url", required=True, metavar="ADRESSE", help="L’adresse officielle où il a été relevé.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="Le jour du relevé ; par défaut, aujourd’hui.")
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="DOSSIER", help="Où garder le relevé ; par défaut, vos éditions."
)
def complete(edition: str, file: Path, *, by: str, url: str, day: date | None, into: Path | None) -> None:
    """Relève le texte officiel collé dans FICHIER : « Indicateur 1 » puis son énoncé, et ainsi de suite.

    Une ligne « Niveau attendu » peut suivre un énoncé. Tous les indicateurs doivent y être. Le texte est marqué vérifié.
    """
    wanted = editions.catalogue().edition(edition)
    try:
        texts = official_texts(pasted(file), wanted, by=by, on=day or date.today(), url=url)  # noqa: DTZ011 -- the person's calendar
    except OfficialError as error:
        raise UnreadableFileError(str(error)) from error
    folder = into or editions_folder()
    make_folder(folder)
    output = folder / official_file.file_name(edition)
    write_atomically(output, official_file.write(texts).encode())
    tell(f"Texte officiel de {edition} relevé et marqué vérifié : {output}")


def pasted(file: Path) -> str:
    """The text of a file a person pasted into.

    Raises:
        UnreadableFileError: it is not text in UTF-8.
    """
    try:
        return formats.load(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(f"{file} : enregistrez ce fichier en texte UTF-8 puis réessayez.") from error
