"""The built wheel, alone in an empty environment, does the main job: its data files are inside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def run(*arguments: object, **options: object) -> str:
    done = subprocess.run(
        [str(argument) for argument in arguments], capture_output=True, text=True, check=True, **options
    )
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The command of a wheel installed with nothing else; its dependencies come from what uv has already fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    run(BIN / "uv", "venv", "--python", sys.executable, folder / "env")
    install = (BIN / "uv", "pip", "install", "--offline", "--python", folder / "env" / "bin" / "python")
    run(*install, "-r", ROOT / "requirements" / "base.txt", *folder.glob("*.whl"))
    return folder / "env" / "bin" / "auditblanc"


def test_wheel_does_the_main_job(installed, tmp_path):
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COLUMNS": "100", "LANG": "C.UTF-8"}

    out = run(installed, "example", "ici", cwd=tmp_path, env=environment)

    assert sorted(path.name for path in (tmp_path / "ici").iterdir()) == [
        "fiche-atelier-mimosa-2026.docx",
        "fiche-atelier-mimosa.docx",
        "profil-atelier-mimosa.json",
    ]
    assert out.splitlines()[-1] == "Fiche écrite : ici/fiche-atelier-mimosa-2026.docx"


def test_without_the_site_the_name_alone_shows_the_commands(installed, tmp_path):
    out = run(installed, cwd=tmp_path, env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"})

    assert out.splitlines()[0] == "Usage : auditblanc COMMANDE …"
