"""What a person leaves in a form and that no field holds: it is told, with its words."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.asking import doubts, reading
from tests.interchange.form_reader.forge import Form, paragraph, run

COMMENT = '<w:r><w:commentReference w:id="4"/></w:r>'
FOOTNOTE = '<w:r><w:footnoteReference w:id="4"/></w:r>'
ENDNOTE = '<w:r><w:endnoteReference w:id="4"/></w:r>'
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1"{described}/></wp:inline></w:drawing></w:r>'
TEXT_BOX = f"<w:txbxContent>{paragraph(run('voir Léa'))}</w:txbxContent>"
DRAWN_BOX = f"<w:drawing><wp:anchor><wps:txbx>{TEXT_BOX}</wps:txbx></wp:anchor></w:drawing>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{TEXT_BOX}</v:textbox></v:shape></w:pict>"
BOTH = f"<mc:AlternateContent><mc:Choice Requires='wps'>{DRAWN_BOX}</mc:Choice><mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>"
FALLBACK_ONLY = f"<mc:AlternateContent><mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>"


def noted(form):
    """Words hung on numbers 4 (cited in the body or not) of comments and notes."""
    said = f'w:id="4" w:author="Sophie">{paragraph(run("à revoir"))}{paragraph(run("avant juin"))}<'
    form.part("comments", "comments", f"<w:comment {said}/w:comment>")
    separator = f'<w:footnote w:type="separator" w:id="-1">{paragraph(run("––"))}</w:footnote>'
    form.part("footnotes", "footnotes", f"{separator}<w:footnote {said}/w:footnote>")
    form.part("endnotes", "endnotes", f"<w:endnote {said}/w:endnote>")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(PICTURE.format(described=""), "une image ou un dessin, à reprendre à la main.", id="picture"),
        pytest.param(PICTURE.format(described=' descr="Capture"'), "une image ou un dessin, à reprendre à la main : « Capture ».", id="described picture"),
        pytest.param(f"<w:r>{DRAWN_BOX}</w:r>", "une zone de texte, à reprendre à la main : « voir Léa ».", id="text box"),
        pytest.param(f"<w:r>{OLD_BOX}</w:r>", "une zone de texte, à reprendre à la main : « voir Léa ».", id="old text box"),
        pytest.param(f"<w:r>{BOTH}</w:r>", "une zone de texte, à reprendre à la main : « voir Léa ».", id="text box twice"),
        pytest.param(f"<w:r>{FALLBACK_ONLY}</w:r>", "une zone de texte, à reprendre à la main : « voir Léa ».", id="fallback alone"),
        pytest.param("<w:r><w:object/></w:r>", "un objet incorporé, à reprendre à la main.", id="object"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("presentation", "presentation"),
        ("2", "level"),
        ("statement", "statement"),
        ("expected", "row"),
        ("number", "row"),
    ],
)
def test_drawings_are_told_where_they_lie(content, told, column, cell):
    form = Form()
    form.add(12, column, paragraph(content))

    assert doubts(reading(form)) == [(12, cell, f"Il y a ici {told}")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            COMMENT, "un commentaire, à reprendre à la main : « Sophie : à revoir / avant juin ».", id="comment"
        ),
        pytest.param(FOOTNOTE, "une note, à reprendre à la main : « à revoir / avant juin ».", id="footnote"),
        pytest.param(ENDNOTE, "une note, à reprendre à la main : « à revoir / avant juin ».", id="endnote"),
    ],
)
def test_comments_and_notes_are_quoted_where_they_are_called(content, told):
    form = Form()
    noted(form)
    form.parts.pop("word/comments.xml") if content != COMMENT else None
    form.fill(12, "presentation", paragraph(run("Livret"), content))

    found = reading(form)

    assert found.snapshot.rating(12).presentation == "Livret"
    assert doubts(found) == [(12, "presentation", f"Il y a ici {told}")]


def test_comment_whose_passage_was_deleted_is_quoted():
    form = Form()
    noted(form)

    assert doubts(reading(form)) == [
        (
            None,
            "file",
            "Hors du tableau, il y a un commentaire, à reprendre à la main : « Sophie : à revoir / avant juin ».",
        )
    ]


def test_call_to_nothing_says_nothing():
    form = Form()
    form.fill(12, "presentation", paragraph(run("Livret"), COMMENT, FOOTNOTE, ENDNOTE))

    assert doubts(reading(form)) == []


def test_nested_table_brings_its_remarks():
    form = Form()
    picture = paragraph(PICTURE.format(described=""))
    form.fill(12, "presentation", f"<w:tbl><w:tr><w:tc>{picture}</w:tc></w:tr></w:tbl>", paragraph())

    assert doubts(reading(form)) == [(12, "presentation", "Il y a ici une image ou un dessin, à reprendre à la main.")]


@pytest.mark.parametrize("part", ["header1", "header3", "footer2"])
def test_words_in_margins_are_quoted(part):
    form = Form()
    form.part(part, "hdr", paragraph(run("Centre Dupont")) + paragraph(run("version 3")))

    assert doubts(reading(form)) == [
        (
            None,
            "file",
            "Hors du tableau, il y a un en-tête ou un pied de page, à reprendre à la main : « Centre Dupont / version 3 ».",
        )
    ]


@pytest.mark.parametrize("words", ["", "3", "Page 3", "Page 3 sur 13", "3 / 13", "page 3 de 13"])
def test_page_numbers_say_nothing(words):
    form = Form()
    form.part("footer1", "ftr", paragraph(run(words)))

    assert doubts(reading(form)) == []


def test_macros_are_told_and_never_run():
    form = Form("fiche-remplie.docx")
    form.parts["word/vbaProject.bin"] = b"\x00"

    found = reading(form)

    assert doubts(found)[0] == (None, "file", "La fiche contient des macros : elles n’ont été ni lues ni exécutées.")
    assert found.snapshot == reading(Form("fiche-remplie.docx")).snapshot


def test_picture_outside_the_table_is_told_once():
    form = Form()
    form.outside(paragraph(PICTURE.format(described="")), paragraph(PICTURE.format(described="")))

    assert doubts(reading(form)) == [
        (None, "file", "Hors du tableau, il y a une image ou un dessin, à reprendre à la main.")
    ]
