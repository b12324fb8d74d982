"""docs/architecture.md sends nobody to a file that is not there, and tells every command of the Makefile."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
# A file by its name, or a folder; those with NAME stand for any.
PATHS = re.findall(r"`([\w*][\w*./-]*(?:\.(?:py|js|css|html|toml|json|typ|xml|txt|md)|/))`", PAGE)
PLACES = [ROOT / "src" / "auditblanc", ROOT / "tests", ROOT / "docs", ROOT / "requirements"]


@pytest.mark.parametrize("path", sorted({path for path in PATHS if "NAME" not in path}))
def test_a_path_leads_somewhere(path):
    name = path.rstrip("/")

    # `docs/…` is told from the root, `sites.py` from the file before it.
    assert (ROOT / name).exists() or [found for place in PLACES for found in place.rglob(name)]


def test_the_layers_are_those_that_are_checked():
    told = [line.split()[0] for line in PAGE.split("```")[1].strip().splitlines()]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    # In brackets: what does not exist yet.
    checked = [name for layer in layers if not layer.startswith("(") for name in layer.split(" | ")]

    assert told == checked


def test_every_command_of_the_repository_is_told():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = re.findall(r"^\| `make ([a-z]+)` \|", PAGE, re.MULTILINE)

    assert sorted(told) == sorted(set(targets) - {"clean"})
