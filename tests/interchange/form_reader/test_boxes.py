"""What people put in the three boxes, and the level that is read."""

from __future__ import annotations

import pytest

from auditblanc.domain.snapshot import Level
from tests.interchange.form_reader.asking import doubts, reading
from tests.interchange.form_reader.forge import Form, elements, paragraph, run

CONTROL = (
    "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{state}'/></w14:checkbox></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
)
OLD_BOX = (
    "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/>{state}</w:checkBox></w:ffData>"
    "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
)


def level_and_doubts(**boxes):
    """The level of indicator 12 and the doubts, boxes 1, 2 and 3 being filled by their number."""
    form = Form()
    for box, content in boxes.items():
        form.fill(12, box, content)
    found = reading(form)
    return found.snapshot.rating(12).level, doubts(found)


@pytest.mark.parametrize(
    "content",
    [
        *("X", "x", "xx", "X X", " x ", "×", "✕", "✗", "✘", "✔", "✓", "☑", "☒", "✅", "❌", "✔\ufe0f", "√", "v", "V"),
        *("•", "●", "■", "*", "+", "oui", "OUI", "ok", "vrai", "(x)", "[X]", "{x}", "x.", "- x", "ü", "þ"),
        *("2", "(2)", "2.", "Niveau 2", "niv. 2", "Partiel", "partiel"),
        paragraph(run("X"), properties="<w:jc w:val='center'/>"),
        paragraph("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"),
        paragraph("<w:r><w:sym w:font='Wingdings 2' w:char='F052'/></w:r>"),
        paragraph(CONTROL.format(state=1, glyph="☒")),
        paragraph(CONTROL.format(state="true", glyph="✔")),
        paragraph(OLD_BOX.format(state="<w:checked/>")),
        paragraph(OLD_BOX.format(state="<w:checked w:val='1'/>")),
    ],
)
def test_box_is_ticked(content):
    assert level_and_doubts(**{"2": content}) == (2, [])


@pytest.mark.parametrize(
    "content",
    [
        *("", " ", "\u00a0", "\u200b", "☐", "□", "○", "[ ]", "( )"),
        paragraph(CONTROL.format(state=0, glyph="☐")),
        paragraph(OLD_BOX.format(state="")),
        paragraph(OLD_BOX.format(state="<w:checked w:val='0'/>")),
    ],
)
def test_empty_box_says_nothing(content):
    assert level_and_doubts(**{"2": content}) == (None, [])


@pytest.mark.parametrize("content", ["–", "-", "—", "/", "//", "_", "…", "non", "Non", "faux", "0"])
def test_refusal_is_no_tick_and_is_asked_about_when_nothing_is_ticked(content):
    asked = f"Aucune case n’est cochée, mais il y a « {content} » dans la case 2 : dites ce que cela signifie."

    assert level_and_doubts(**{"2": content}) == (None, [(12, "level", asked)])
    assert level_and_doubts(**{"1": "X", "2": content}) == (1, [])


@pytest.mark.parametrize("content", ["Sophie", "N/A", "12/09", "1", "Manquant", "?", "à voir"])
def test_words_are_quoted_and_tick_nothing(content):
    asked = f"La case 2 contient « {content} », qui n’est pas une simple coche : dites si ce niveau est choisi."

    assert level_and_doubts(**{"2": content}) == (None, [(12, "level", asked)])


def test_tick_with_words_proposes_its_level():
    level, found = level_and_doubts(**{"3": "X à revoir avec Léa"})

    assert level == 3
    assert found == [
        (
            12,
            "level",
            "La case 3 contient « X à revoir avec Léa », qui n’est pas une simple coche : dites si ce niveau est choisi.",
        ),
        (12, "level", "Le niveau 3 est proposé d’après cette case : confirmez-le."),
    ]


def test_words_beside_a_tick_are_quoted_and_the_tick_counts():
    level, found = level_and_doubts(**{"1": "X", "3": "avant juin"})

    assert level == 1
    assert found == [
        (
            12,
            "level",
            "La case 3 contient « avant juin », qui n’est pas une simple coche : dites si ce niveau est choisi.",
        )
    ]


@pytest.mark.parametrize(
    ("boxes", "named"),
    [({"1": "X", "2": "X"}, "1 et 2"), ({"1": "x", "3": "✔"}, "1 et 3"), ({"1": "x", "2": "x", "3": "x"}, "1, 2 et 3")],
)
def test_several_ticks_make_no_level(boxes, named):
    asked = f"Les cases {named} sont cochées : gardez-en une seule."

    assert level_and_doubts(**boxes) == (None, [(12, "level", asked)])


def test_digits_printed_in_the_three_boxes_say_nothing():
    assert level_and_doubts(**{"1": "1", "2": "2", "3": "3"}) == (None, [])


def coloured(*boxes, ticked=""):
    form = Form()
    for box in boxes:
        form.shade(12, box, "92D050")
    if ticked:
        form.fill(12, ticked, "X")
    found = reading(form)
    return found.snapshot.rating(12).level, doubts(found)


def test_colour_alone_proposes_its_level():
    asked = "Aucune case n’est cochée, mais la case 2 est colorée : le niveau 2 est proposé, confirmez-le."

    assert coloured("2") == (2, [(12, "level", asked)])


def test_two_colours_propose_nothing():
    asked = "Aucune case n’est cochée, mais les cases 1 et 3 sont colorées : cochez-en une."

    assert coloured("1", "3") == (None, [(12, "level", asked)])


def test_colour_of_the_whole_row_says_nothing():
    assert coloured("1", "2", "3") == (None, [])


def test_colour_of_the_ticked_box_says_nothing_more():
    assert coloured("2", ticked="2") == (2, [])


def test_colour_against_the_tick_is_doubtful():
    asked = "La case 1 est cochée, mais c’est la case 2 qui est colorée : confirmez le niveau 1."

    assert coloured("2", ticked="1") == (1, [(12, "level", asked)])


def test_colour_of_a_whole_column_is_the_layout():
    form = Form()
    for indicator in form.rows:
        form.shade(indicator, "1", "E2EFD9")

    assert doubts(reading(form)) == []


def test_white_and_automatic_fills_are_no_colour():
    form = Form()
    form.shade(12, "1", "FFFFFF")
    form.shade(12, "2", "auto")

    assert doubts(reading(form)) == []


def merged_levels(content):
    """The three boxes of indicator 12 merged into one, as Word does."""
    form = Form()
    form.fill(12, "1", content)
    row = form.rows[12]
    second, third = form.cell(12, "2"), form.cell(12, "3")
    properties = form.cell(12, "1")[0]
    row.remove(second)
    row.remove(third)
    properties.append(properties.makeelement(properties.nsmap["w"].join("{}") + "gridSpan"))
    properties[-1].set(properties.nsmap["w"].join("{}") + "val", "3")
    found = reading(form)
    return found.snapshot.rating(12).level, doubts(found)


@pytest.mark.parametrize(("content", "level"), [("", None), ("1", 1), ("Niveau 2", 2), ("Manquant", 3), ("3.", 3)])
def test_boxes_merged_into_one_hold_a_digit_or_a_word(content, level):
    assert merged_levels(content) == (level, [])


@pytest.mark.parametrize("content", ["X", "oui", "entre 1 et 2", "–"])
def test_boxes_merged_into_one_must_say_which_level(content):
    asked = f"La case de niveau contient « {content} », qui ne dit pas quel niveau : écrivez 1, 2 ou 3."

    assert merged_levels(content) == (None, [(12, "level", asked)])


@pytest.mark.parametrize(
    ("one", "merged", "level", "said"),
    [
        ("X", "", Level.READY, []),
        ("", "2", Level.PARTIAL, []),
        ("", "X", None, ["La case de niveau contient « X », qui ne dit pas quel niveau : écrivez 1, 2 ou 3."]),
        (
            "X",
            "X",
            None,
            ["Les cases de niveau, dont deux sont fusionnées, contiennent « X » et « X » : écrivez 1, 2 ou 3."],
        ),
    ],
)
def test_two_boxes_merged_leave_the_third_its_tick(one, merged, level, said):
    form = Form()
    form.fill(12, "1", one)
    form.fill(12, "2", merged)
    form.rows[12].remove(form.cell(12, "3"))
    form.cell(12, "2")[0].extend(elements('<w:gridSpan w:val="2"/>'))

    found = reading(form)

    assert found.snapshot.rating(12).level == level
    assert doubts(found) == [(12, "level", each) for each in said]
