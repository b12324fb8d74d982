"""changelog.d/: each line tells users one change, once."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "changelog.d"
FRAGMENTS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
LINES = [(path.name, line) for path in FRAGMENTS for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("name", "line"), LINES)
def test_a_line_says_what_became_of_what(name, line):
    verb, colon, rest = line.partition(" : ")

    assert verb in {"Ajouté", "Modifié", "Corrigé"}
    assert colon
    assert rest.endswith(".")


def test_nothing_is_told_twice():
    told = [line for _, line in LINES]

    assert sorted(told) == sorted(set(told))
