"""docs/editions.md names every field of an edition file and of an indicator, and the names of code that it quotes exist."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from auditblanc.domain import edition_overlay, official_paste
from auditblanc.domain.catalogue import load
from auditblanc.domain.referential import Edition, Indicator

PAGE = (Path(__file__).parents[2] / "docs" / "editions.md").read_text("utf-8")
ROWS = re.findall(r"^\| (edition|indicator) \| ([^|]+) \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("where", "kind"), [("edition", Edition), ("indicator", Indicator)])
def test_every_field_is_named_once(where, kind):
    named = [name for place, names in ROWS if place == where for name in re.findall(r"`(\w+)`", names)]

    assert sorted(named) == sorted(field.name for field in fields(kind))


def test_what_is_never_inherited_is_what_the_code_leaves_behind():
    told = PAGE.partition("Never inherited: ")[2].partition(".\n")[0].partition(". ")[0]

    names = set(re.findall(r"`(\w+)`", told))

    assert names == {*edition_overlay._OWN, "change", "verification"}


def test_the_pasted_example_has_the_headings_that_are_read():
    example = PAGE.partition("```\n")[2].partition("```")[0]

    parts = [(passage.part.value, passage.number) for passage in official_paste.passages(example)]

    assert parts == [("nothing", None), ("criterion", 1), ("indicator", 1), ("level", 1), ("indicator", 2)]


def test_the_shipped_editions_stand_where_the_page_says():
    folder = Path(__file__).parents[2] / "src/auditblanc/domain/referentials"

    assert "`src/auditblanc/domain/referentials/`" in PAGE
    assert load().ids == tuple(path.stem for path in sorted(folder.glob("*.toml")))
