"""docs/glossary.md ties the words of the law to the code: every name in it exists, and every word of the law is in it."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

from auditblanc.accounts.models import Role
from auditblanc.domain.categories import AuditKind, Category, Condition, Gravity
from auditblanc.domain.snapshot import Level

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<french>[^|]+) \| `(?P<name>[^`]+)` \| (?P<source>[^|]+) \|$", re.MULTILINE)
ROWS = [(match["french"], match["name"]) for match in ROW.finditer(GLOSSARY.read_text("utf-8"))]
NAMES = [name for _, name in ROWS]
PACKAGES = {path.parent.name for path in (Path(__file__).parents[2] / "src" / "auditblanc").glob("*/__init__.py")}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_the_glossary_exists_in_the_code(name):
    package = "auditblanc" if name.split(".")[0] in PACKAGES else "auditblanc.domain"

    assert resolve_name(f"{package}.{name}") is not None


def test_every_line_of_its_tables_is_read():
    lines = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    headings = [line for line in lines if line.startswith(("| French |", "| --- |"))]

    assert len(lines) - len(headings) == len(ROWS)


def test_each_word_and_each_name_is_told_once():
    assert sorted(NAMES) == sorted(set(NAMES))
    assert len({french for french, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize("words", [Category, Condition, AuditKind, Gravity, Level, Role])
def test_every_word_of_the_law_of_the_form_and_of_roles_is_in_it(words):
    told = {name.split(".")[-1] for name in NAMES if f".{words.__name__}." in name}

    assert told == {member.name for member in words}
