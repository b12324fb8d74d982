"""One character that no font draws must not cost a report."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditblanc.reports.content import Document, Paragraph, Span, Style, text
from auditblanc.reports.drawable import drawable, note, unmarked
from auditblanc.reports.pdf import pdf
from tests.reports.conftest import TODAY
from tests.reports.test_pdf import run

pytest.importorskip("typst")


def document(*blocks):
    return Document(title="T", running="", made_on=TODAY, blocks=blocks)


def everything():
    """Every character that the list says can be drawn, two hundred at a time."""
    lines = files("auditblanc.reports").joinpath("assets", "drawable.txt").read_text("utf-8").split()
    bounds = [[int(bound, 16) for bound in line.split("-")] for line in lines]
    every = [chr(each) for first, last in bounds for each in range(first, last + 1)]
    return [" ".join(every[start : start + 200]) for start in range(0, len(every), 200)]


@pytest.mark.parametrize("style", [Style.PLAIN, Style.STRONG, Style.MARK])
def test_typst_draws_every_character_of_the_list(style):
    """When this fails after an update of typst: `python -m tools.drawable`."""
    assert pdf(document(*(Paragraph((Span(each, style),)) for each in everything())))[:4] == b"%PDF"


@pytest.mark.parametrize(
    ("typed", "drawn", "count"),
    [
        ("Été : « à l’œuvre » – 12 € ☑", "Été : « à l’œuvre » – 12 € ☑", 0),
        ("Fait ✅", "Fait □", 1),
        ("□ 王 □", "□ □ □", 1),
        ("e\u0301te\u0301", "été", 0),
        ("👩\u200d🏫", "□\u200d□", 2),
    ],
)
def test_what_no_font_draws_has_a_stand_in(typed, drawn, count):
    assert drawable(typed) == (drawn, count)


def test_a_mark_is_dropped_and_its_letter_kept():
    assert unmarked("a\u0489b") == ("ab", 1)


def test_nothing_is_replaced_in_silence():
    found = run("pdftotext", "-", "-", data=pdf(document(Paragraph(text("Fait ✅ et 😀")))))

    assert " ".join(note(2).split()) in " ".join(found.split())
    assert note(0) == ""


def test_a_letter_and_its_mark_in_two_fonts_still_make_a_pdf():
    assert pdf(document(Paragraph(text("⚀\u0489 δ\u20e3"))))[:4] == b"%PDF"


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_makes_a_pdf(typed):
    told = "".join(each for each in typed if unicodedata.category(each) != "Cc")

    assert pdf(document(Paragraph(text(told))))[:4] == b"%PDF"
