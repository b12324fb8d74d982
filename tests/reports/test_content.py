from __future__ import annotations

import pytest

from auditblanc.domain.snapshot import Level
from auditblanc.reports.content import Span, Style, Table, level_text, paragraphs, text
from tests.reports.said import words


@pytest.mark.parametrize(
    ("level", "told", "shape"),
    [(Level.READY, "Prêt", "●"), (Level.PARTIAL, "Partiel", "◐"), (Level.MISSING, "Manquant", "○"), (None, "Non évalué", "◌")],
)  # fmt: skip
def test_a_level_is_a_word_and_a_shape(level, told, shape):
    (span,) = level_text(level)

    assert (span.text, span.style.shape) == (told, shape)


def test_no_two_levels_share_a_shape():
    shapes = [level_text(level)[0].style.shape for level in (*Level, None)]

    assert len(set(shapes)) == 4


def test_a_level_may_be_told_with_its_meaning():
    assert words(level_text(Level.PARTIAL, with_meaning=True)) == "Partiel (il en manque)"


def test_a_text_of_several_lines_is_as_many_paragraphs():
    assert [each.text for each in paragraphs("Un.\n\n Deux.")] == [(Span("Un."),), (Span(" Deux."),)]


def test_widths_of_a_table_share_the_page():
    with pytest.raises(ValueError, match="add up to 90"):
        Table(caption="T", header=("A", "B"), rows=(), widths=(45, 45))


def test_rows_of_a_table_have_the_cells_of_its_header():
    with pytest.raises(ValueError, match="another number of cells"):
        Table(caption="T", header=("A", "B"), rows=((text("a"),),), widths=(50, 50))


def test_what_is_not_a_level_has_no_shape():
    assert {style: style.shape for style in Style if not style.shape} == dict.fromkeys(
        (Style.PLAIN, Style.STRONG, Style.QUIET, Style.MARK), ""
    )
