"""docs/glossary.md ties the words of the law to the code: every name in it exists, and every word of the law is in it."""

from __future__ import annotations

import re
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

from auditblanc.domain.categories import AuditKind, Category, Condition, Gravity
from auditblanc.domain.snapshot import Level

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<french>[^|]+) \| `(?P<name>[^`]+)` \| (?P<source>[^|]+) \|$", re.MULTILINE)
ROWS = [(match["french"], match["name"]) for match in ROW.finditer(GLOSSARY.read_text("utf-8"))]
NAMES = [name for _, name in ROWS]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_the_glossary_exists_in_the_code(name):
    module, *holders, last = name.split(".")

    holder = reduce(getattr, holders, import_module(f"auditblanc.domain.{module}"))

    assert hasattr(holder, last)


def test_every_line_of_its_tables_is_read():
    lines = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    headings = [line for line in lines if line.startswith(("| French |", "| --- |"))]

    assert len(lines) - len(headings) == len(ROWS)


def test_each_word_and_each_name_is_told_once():
    assert sorted(NAMES) == sorted(set(NAMES))
    assert len({french for french, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize("words", [Category, Condition, AuditKind, Gravity, Level])
def test_every_word_of_the_law_or_of_the_form_is_in_it(words):
    told = {name.split(".")[-1] for name in NAMES if f".{words.__name__}." in name}

    assert told == {member.name for member in words}
