"""Paragraphs of OpenDocument texts, as a person sees them. Section numbers are those of OpenDocument 1.2, part 1."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.odt_packages import document, remarks, row, texts


def test_paragraphs_and_headings_are_in_their_order():
    assert texts("<text:h>Titre</text:h><text:p>Un</text:p><text:p>Deux</text:p>") == ["Titre", "Un", "Deux"]


def test_paragraphs_without_anything_are_left_out_of_the_body():
    assert texts('<text:p/><text:p text:style-name="P1"></text:p><text:p>Un</text:p>') == ["Un"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("un   deux", "un deux"),
        ("\n    un\n    deux", "un deux"),
        ("un <text:s/>deux", "un  deux"),
        ('un <text:s text:c="3"/>deux', "un    deux"),
        ("<text:s/>un", " un"),
        ("<text:span>un </text:span><text:span> deux</text:span>", "un deux"),
        ("un\tdeux", "un deux"),
        ("un<text:tab/>deux", "un\tdeux"),
        ("un <text:tab/> deux", "un \t deux"),
        ("un<text:line-break/>deux", "un\ndeux"),
        ("un\u00a0\u00a0deux", "un\u00a0\u00a0deux"),
    ],
)
def test_white_space_counts_as_the_format_says(written, seen):
    """§ 6.1.2 to 6.1.5: blanks in a row are one, none begin a paragraph, and elements stand for the others."""
    assert texts(f"<text:p>{written}</text:p>") == [seen]


@pytest.mark.parametrize("count", ["", "-4", "abc", "٣"])
def test_a_number_of_spaces_that_is_none_is_one(count):
    assert texts(f'<text:p>un<text:s text:c="{count}"/>deux</text:p>') == ["un deux"]


def test_spans_and_fields_say_their_text():
    inside = (
        '<text:span text:style-name="T1">gras</text:span>, <text:date>12/09/2026</text:date>'
        '<text:drop-down><text:label text:value="non"/>oui</text:drop-down><text:text-input>saisi</text:text-input>'
    )

    assert texts(f"<text:p>{inside}</text:p>") == ["gras, 12/09/2026ouisaisi"]


@pytest.mark.parametrize(
    "mark",
    [
        '<text:bookmark text:name="a"/>',
        '<text:bookmark-start text:name="a"/><text:bookmark-end text:name="a"/>',
        "<text:soft-page-break/>",
        '<office:annotation-end office:name="a"/>',
        "<text:placeholder>&lt;Cliquez ici&gt;</text:placeholder>",
        "<text:script>alert(1)</text:script>",
    ],
)
def test_what_cannot_be_seen_adds_nothing(mark):
    assert texts(f"<text:p>un {mark}deux</text:p>") == ["un deux"]


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("https://exemple.fr/a?b=1", "le site (https://exemple.fr/a?b=1) fin"),
        ("#Indicateur", "le site fin"),
        # From inside the package, one step up is the folder of the document.
        ("../preuves/a.pdf", "le site (preuves/a.pdf) fin"),
        ("", "le site fin"),
    ],
)
def test_a_link_says_its_text_then_its_address(address, seen):
    assert texts(f'<text:p><text:a xlink:href="{address}">le <text:span>site</text:span></text:a> fin</text:p>') == [
        seen
    ]


def test_a_link_on_a_picture_says_its_address():
    body = '<text:p><draw:a xlink:href="https://exemple.fr"><draw:frame><draw:image/></draw:frame></draw:a></text:p>'

    assert texts(body) == ["https://exemple.fr"]
    assert remarks(body) == [("picture", "")]


def test_what_was_inserted_counts_and_what_was_deleted_does_not():
    body = (
        "<text:tracked-changes>"
        '<text:changed-region text:id="a"><text:insertion/></text:changed-region>'
        '<text:changed-region text:id="b"><text:deletion><text:p>effacé</text:p>'
        f"<table:table>{row('effacée')}</table:table></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        '<text:p>avant <text:change-start text:change-id="a"/>inséré<text:change-end text:change-id="a"/>'
        '<text:change text:change-id="b"/></text:p>'
    )

    read = document(body)

    assert [block.text for block in read.blocks] == ["avant inséré"]
    assert read.has_tracked_changes


@pytest.mark.parametrize(
    "changes",
    [
        '<text:tracked-changes text:track-changes="true"/>',
        "<text:tracked-changes><text:changed-region><text:format-change/></text:changed-region></text:tracked-changes>",
    ],
)
def test_changes_of_nobody_s_text_are_not_told(changes):
    assert not document(f"{changes}<text:p>un</text:p>").has_tracked_changes


def test_sections_and_tables_of_contents_are_entered():
    body = (
        "<text:section><text:section><text:p>dedans</text:p></text:section></text:section>"
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>modèle"
        "</text:index-title-template></text:table-of-content-source>"
        "<text:index-body><text:p>Critère 1</text:p></text:index-body></text:table-of-content>"
    )

    assert texts(body) == ["dedans", "Critère 1"]


SYMBOLS = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="W"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-family="\'Wingdings 2\'"/>'
    "</style:style>"
    '<style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-name="Wingdings"/>'
    "</style:style>"
)
FONTS = '<style:font-face style:name="W" svg:font-family="Wingdings"/>'


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('<text:p><text:span text:style-name="T1">\uf0fc</text:span> fait</text:p>', "✓ fait"),
        ('<text:p><text:span text:style-name="T2">\uf052</text:span></text:p>', "☑"),
        ('<text:p text:style-name="P1">\uf0fe</text:p>', "☑"),
        ('<text:p text:style-name="P1"><text:span text:style-name="T2">\uf050</text:span>\uf0fc</text:p>', "✓✓"),
        ('<text:p text:style-name="Standard">\uf0fc</text:p>', "\uf0fc"),
    ],
)
def test_signs_of_symbol_fonts_become_what_they_draw(written, seen):
    assert texts(written, automatic=SYMBOLS, fonts=FONTS) == [seen]
