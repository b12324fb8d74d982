"""The users' guide quotes the screen to the letter: each word in bold is a label of the site, and each link leads somewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "auditblanc"
PAGES = sorted((ROOT / "docs" / "guide").glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
# What a template says: a sentence between two marks, or a string that a macro is given.
SHOWN = re.compile(r'>\s*([^<>{}"]+?)\s*<|"([^"{}<>]+)"|>\s*([^<>{}"]+?)\s*{')


def words_of_templates():
    for path in SOURCE.rglob("*.html"):
        for match in SHOWN.finditer(path.read_text("utf-8")):
            yield next(filter(None, match.groups()))


def words_of_code():
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


LABELS = {" ".join(words.split()) for words in (*words_of_templates(), *words_of_code())}
QUOTED = [(page.name, " ".join(label.split())) for page in PAGES for label in BOLD.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize(("page", "label"), QUOTED)
def test_a_label_of_the_guide_is_one_of_the_site(page, label):
    assert label in LABELS


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_page_is_reached_from_the_first(page):
    first = page.with_name("index.md")

    assert page == first or f"]({page.name})" in first.read_text("utf-8")
