"""The built wheel, alone in an empty environment, does the main job: its data files are inside."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.web.local.started import SOURCE, Visitor, started

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def run(*arguments: object, **options: object) -> str:
    done = subprocess.run(
        [str(argument) for argument in arguments], capture_output=True, text=True, check=True, **options
    )
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The command of the wheel, installed with nothing else."""
    return environment(wheel, tmp_path_factory.mktemp("bare"), "base") / "auditblanc"


@pytest.fixture(scope="module")
def with_site(wheel, tmp_path_factory):
    """The Python of an environment that has the wheel and what the site needs."""
    return environment(wheel, tmp_path_factory.mktemp("site"), "site") / "python"


def environment(wheel: Path, folder: Path, requirements: str) -> Path:
    """The programs of a new environment, with the pinned versions: fetched, where uv has not kept them."""
    programs = folder / "env" / "bin"
    run(BIN / "uv", "venv", "--python", sys.executable, folder / "env")
    install = (BIN / "uv", "pip", "install", "--python", programs / "python")
    run(*install, "-r", ROOT / "requirements" / f"{requirements}.txt", wheel)
    return programs


def test_every_file_of_the_source_is_in_the_wheel(wheel):
    source = {path.relative_to(SOURCE) for path in SOURCE.rglob("*") if path.is_file() and path.suffix != ".pyc"}

    with zipfile.ZipFile(wheel) as archive:
        packed = {Path(name) for name in archive.namelist() if ".dist-info/" not in name}

    assert packed == source


def test_the_site_of_the_wheel_runs(with_site, tmp_path):
    """Templates, style sheets, migrations, editions and examples are inside, and so is what draws a report."""
    with started(tmp_path / "data", python=with_site, PYTHONPATH="") as site:
        visitor = Visitor(site)
        overview = re.findall(r'href="(/o/[^"]+)"', visitor.page)[0]
        style = re.findall(r'href="(/actifs/[^"]+css)"', visitor.page)[0]
        titles = [re.search("<title>([^<]+)", visitor.open(path))[1] for path in ("/", overview)]
        sheet = visitor.open(style)
        visitor.open(f"{overview}documents/rapport/pdf/")

    assert titles[0] == "Accueil – Auditblanc"
    assert titles[1].endswith(" – Auditblanc")
    assert sheet.startswith((SOURCE / "auditblanc/web/static/css/layers.css").read_text("utf-8"))
    assert visitor.bytes.startswith(b"%PDF-")


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
