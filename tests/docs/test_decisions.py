"""docs/decisions/: numbered without a gap, each on the first page, each dependency with its reason."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "decisions"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))


def test_they_are_numbered_without_a_gap():
    assert [int(page.name[:4]) for page in PAGES] == list(range(1, len(PAGES) + 1))


def test_a_title_begins_with_its_number():
    titles = [page.read_text("utf-8").partition(". ")[0] for page in PAGES]

    assert titles == [f"# {number}" for number in range(1, len(PAGES) + 1)]


def test_the_first_page_lists_them_all():
    listed = re.findall(r"^\| \[(\d+)\]\(([^)]+)\) \|", (FOLDER / "index.md").read_text("utf-8"), re.MULTILINE)

    assert listed == [(str(number), page.name) for number, page in enumerate(PAGES, start=1)]


def test_each_direct_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    reasons = (FOLDER / "0002-dependencies.md").read_text("utf-8")
    told = [cell.split()[0].lower() for cell in re.findall(r"^\| ([^|]+) \|", reasons, re.MULTILINE)]

    missing = [name for line in asked if (name := re.split(r"[<>=\[]", line)[0]) not in told]

    assert missing == []
