"""The editions at hand: those shipped, and those that were installed here. Read again when the folder changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.domain import edition_file
from auditblanc.domain.catalogue import Catalogue, EditionFile, load
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.referential import Edition
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.saving import make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

# What a folder looks like from outside: the name, the size and the last change of each file.
Look = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An edition that is not installed yet, among those that are."""

    edition: Edition
    catalogue: Catalogue
    text: str


def catalogue() -> Catalogue:
    """Every edition at hand.

    Raises:
        EditionError: an installed file is at fault.
    """
    folder = editions_folder()
    return _loaded(folder, _look(folder))


def candidate(text: str, name: str) -> Candidate:
    """What a file would add.

    Raises:
        EditionError: it is at fault, in this entry and field; or its identifier is taken.
    """
    known = catalogue()
    heading = edition_file.heading(text, name)
    if heading.id in known.ids:
        raise EditionError(
            f"Le texte « {heading.id} » est déjà là : donnez un autre identifiant à celui-ci (champ « id »)."
        )
    added = EditionFile(name=name, text=text, heading=heading)
    with_it = replace(known, files={**known.files, heading.id: added})
    return Candidate(edition=with_it.edition(heading.id), catalogue=with_it, text=text)


def install(found: Candidate) -> None:
    """Put the file among the person's own editions.

    Raises:
        SavingError: the folder cannot be written.
    """
    folder = editions_folder()
    make_folder(folder)
    write_atomically(folder / f"{found.edition.id}.toml", found.text.encode())


def look() -> Look:
    """What the person's own folder looks like now: another value as soon as an edition comes, goes or changes."""
    return _look(editions_folder())


def _look(folder: Path) -> Look:
    if not folder.is_dir():
        return ()
    files = ((path.name, path.stat()) for path in sorted(folder.iterdir()) if path.is_file())
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in files)


@lru_cache(maxsize=2)
def _loaded(folder: Path, look: Look) -> Catalogue:
    return load([folder] if look else [])
