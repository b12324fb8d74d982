"""Lists of OpenDocument texts: the marks that a person sees. Sections 5.3 and 16.30 of OpenDocument 1.2, part 1."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.odt_packages import texts

BULLETS = '<text:list-style style:name="B">{}</text:list-style>'.format(
    "".join(f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•"/>' for level in (1, 2))
)
NUMBERS = (
    '<text:list-style style:name="N">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
)


def items(*paragraphs: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in paragraphs)


def of(style: str, inside: str, more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def seen(body: str, styles: str = BULLETS + NUMBERS) -> list[str]:
    return texts(body, automatic=styles)


def test_items_of_a_bulleted_list_start_with_a_dash():
    assert seen(of("B", items("un", "deux"))) == ["- un", "- deux"]


def test_items_of_a_numbered_list_start_with_their_number():
    assert seen(of("N", items("un", "deux"))) == ["1. un", "2. deux"]


def test_a_style_that_a_person_picked_gives_its_marks():
    assert texts(of("N", items("un")), named=NUMBERS) == ["1. un"]


def test_a_list_inside_an_item_has_the_marks_of_its_depth():
    inner = f"<text:list-item><text:p>un</text:p><text:list>{items('a', 'b')}</text:list></text:list-item>"

    assert seen(of("N", inner + inner)) == ["1. un", "  a) a", "  b) b", "2. un", "  a) a", "  b) b"]


def test_an_inner_list_may_have_its_own_style():
    inner = f"<text:list-item><text:p>un</text:p>{of('B', items('puce'))}</text:list-item>"

    assert seen(of("N", inner)) == ["1. un", "  - puce"]


def test_an_item_that_only_holds_a_list_is_not_counted():
    deeper = f"<text:list-item><text:list>{items('a')}</text:list></text:list-item>"

    assert seen(of("N", deeper + items("un"))) == ["  a) a", "1. un"]


def test_only_the_first_paragraph_of_an_item_is_marked():
    body = of("N", "<text:list-item><text:p>un</text:p><text:p>suite</text:p></text:list-item>" + items("deux"))

    assert seen(body) == ["1. un", "suite", "2. deux"]


def test_a_list_header_is_not_marked():
    body = of("N", f"<text:list-header><text:p>Preuves</text:p></text:list-header>{items('un')}")

    assert seen(body) == ["Preuves", "1. un"]


def test_an_empty_item_has_no_mark_but_counts():
    assert seen(of("N", items("un", "", "trois"))) == ["1. un", "3. trois"]


def test_another_list_starts_anew():
    assert seen(of("N", items("un", "deux")) + of("N", items("un"))) == ["1. un", "2. deux", "1. un"]


@pytest.mark.parametrize("how", ['text:continue-numbering="true"', 'text:continue-list="premiere"'])
def test_a_list_that_goes_on_counts_on(how):
    body = of("N", items("un", "deux"), 'xml:id="premiere"') + "<text:p>pause</text:p>" + of("N", items("trois"), how)

    assert seen(body) == ["1. un", "2. deux", "pause", "3. trois"]


def test_a_list_may_go_on_with_an_older_one():
    other = of("N", items("autre"))
    body = of("N", items("un"), 'xml:id="premiere"') + other + of("N", items("deux"), 'text:continue-list="premiere"')

    assert seen(body) == ["1. un", "1. autre", "2. deux"]


def test_an_inner_list_may_go_on_too():
    inner = of("N", items("a"))
    on = of("N", items("b"), 'text:continue-numbering="true"')
    body = of("N", f"<text:list-item><text:p>un</text:p>{inner}<text:p>pause</text:p>{on}</text:list-item>")

    assert seen(body) == ["1. un", "  a) a", "pause", "  b) b"]


def test_an_item_may_change_the_number():
    changed = '<text:list-item text:start-value="7"><text:p>sept</text:p></text:list-item>'

    assert seen(of("N", items("un") + changed + items("huit"))) == ["1. un", "7. sept", "8. huit"]


@pytest.mark.parametrize(
    ("level", "marked"),
    [
        ('style:num-format="1"', "1 un"),
        ('style:num-format="A" style:num-prefix="(" style:num-suffix=")"', "(A) un"),
        ('style:num-format="i" style:num-suffix="."', "i. un"),
        ('style:num-format="I" text:start-value="4"', "IV un"),
        ('style:num-format="01, 02, 03, ..."', "01 un"),
        ('style:num-format="一, 二, 三, ..."', "1 un"),
        ('style:num-format="" style:num-suffix="."', "un"),
    ],
)
def test_numbers_are_written_as_their_level_says(level, marked):
    style = f'<text:list-style style:name="L"><text:list-level-style-number text:level="1" {level}/></text:list-style>'

    assert seen(of("L", items("un")), style) == [marked]


def test_a_level_may_show_those_above():
    style = (
        '<text:list-style style:name="L">'
        '<text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:list-style>"
    )
    body = of("L", f"<text:list-item><text:p>un</text:p><text:list>{items('a', 'b')}</text:list></text:list-item>")

    assert seen(body, style) == ["1 un", "  1.1 a", "  1.2 b"]


@pytest.mark.parametrize("style", ["", "inconnu"])
def test_a_list_without_a_known_style_has_no_marks(style):
    assert seen(of(style, items("un"))) == ["un"]


def test_a_picture_as_a_bullet_is_a_bullet():
    style = '<text:list-style style:name="L"><text:list-level-style-image text:level="1"/></text:list-style>'

    assert seen(of("L", items("un")), style) == ["- un"]
