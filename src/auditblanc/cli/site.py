"""What the commands of the site share: whether it is installed, and which data folder they work on."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import click

from auditblanc.interchange.data_folder import VARIABLE, data_folder
from auditblanc.web.local.refused import RefusedError

_MISSING = 'Le site n’est pas installé : installez-le avec « pipx install "auditblanc[site]" » ou « uv tool install "auditblanc[site]" », ou, dans le dossier du projet, avec « make run ».'

data_option = click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DOSSIER",
    help="Dossier des données, à la place de celui du système.",
)


def has_site() -> bool:
    """Whether the site's own packages are there, without importing them."""
    return all(find_spec(name) for name in ("django", "granian", "filelock", "psutil"))


def require_site() -> None:
    """Go on only where the site is installed.

    Raises:
        RefusedError: it is not.
    """
    if not has_site():
        raise RefusedError(_MISSING)


def data_asked(folder: Path | None) -> Path:
    """The folder asked for, else the usual one; every part of the program then finds the same."""
    chosen = (folder or data_folder()).expanduser().absolute()
    os.environ[VARIABLE] = str(chosen)
    return chosen
