"""Links and pictures of the documents lead to files that are there, and to titles that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "changelog.d").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
LINKS = [
    pytest.param(path, *match.groups(), id=f"{path.name} {match[0][2:-1]}")
    for path in DOCUMENTS
    for match in LINK.finditer(path.read_text("utf-8"))
]


def anchor(title):
    """As GitHub and its like make it: lower case, no punctuation, dashes for spaces."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize(("path", "to", "part"), LINKS)
def test_a_link_leads_somewhere(path, to, part):
    target = (path.parent / to) if to else path

    assert target.exists()
    if part:
        assert part in {anchor(title) for title in re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)}


def test_every_picture_is_shown_with_words_in_its_place():
    shown = [
        match for path in DOCUMENTS for match in re.findall(r"!\[(.*)\]\(\S*?pictures/(\S+)\)", path.read_text("utf-8"))
    ]

    assert {name for _, name in shown} == {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
    assert all(words for words, _ in shown)
