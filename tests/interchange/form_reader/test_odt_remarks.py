"""What hangs on OpenDocument paragraphs without being their text, and what the package holds besides the body."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.odt_packages import document, remarks, texts

COMMENT = (
    '<office:annotation office:name="c1"><dc:creator>Léa</dc:creator><dc:date>2026-09-12T10:00:00</dc:date>'
    "<meta:creator-initials>L</meta:creator-initials><text:p>À  revoir</text:p><text:p>avec Paul</text:p>"
    "</office:annotation>"
)


def test_a_comment_says_who_says_what():
    body = f"<text:p>avant {COMMENT}après</text:p>"

    assert texts(body) == ["avant après"]
    assert remarks(body) == [("comment", "Léa : À revoir\navec Paul")]


def test_a_comment_may_have_no_author():
    assert remarks("<text:p><office:annotation><text:p>À revoir</text:p></office:annotation></text:p>") == [
        ("comment", "À revoir")
    ]


def test_a_note_says_its_body_without_its_number():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        '<text:note-body><text:p>Voir <text:a xlink:href="https://exemple.fr">le site</text:a></text:p></text:note-body>'
        "</text:note>"
    )
    body = f"<text:p>avant{note} après</text:p>"

    assert texts(body) == ["avant après"]
    assert remarks(body) == [("note", "Voir le site (https://exemple.fr)")]


PICTURE = '<draw:image xlink:href="Pictures/1.png"><office:binary-data>iVBORw0KGgo=</office:binary-data></draw:image>'


@pytest.mark.parametrize(
    ("drawn", "remark"),
    [
        (f"<draw:frame>{PICTURE}</draw:frame>", ("picture", "")),
        (f"<draw:frame>{PICTURE}<svg:title>Logo</svg:title></draw:frame>", ("picture", "Logo")),
        (
            f"<draw:frame>{PICTURE}<svg:title>Logo</svg:title><svg:desc>Notre logo</svg:desc></draw:frame>",
            ("picture", "Notre logo"),
        ),
        ("<draw:custom-shape><text:p/></draw:custom-shape>", ("picture", "")),
        ("<draw:custom-shape><text:p>dans la forme</text:p></draw:custom-shape>", ("text_box", "dans la forme")),
        (
            (
                "<draw:frame><draw:text-box><text:p>un</text:p><text:list><text:list-item><text:p>deux</text:p>"
                "</text:list-item></text:list></draw:text-box></draw:frame>"
            ),
            ("text_box", "un\ndeux"),
        ),
        (
            f"<draw:frame><draw:text-box><text:p>Légende {PICTURE}</text:p></draw:text-box></draw:frame>",
            ("text_box", "Légende"),
        ),
        (f"<draw:frame><draw:text-box><text:p>{PICTURE}</text:p></draw:text-box></draw:frame>", ("picture", "")),
        (f'<draw:frame><draw:object xlink:href="./Object 1"/>{PICTURE}</draw:frame>', ("object", "")),
        ("<draw:frame><draw:object-ole/><svg:title>Tableur</svg:title></draw:frame>", ("object", "Tableur")),
        ("<draw:g><draw:rect><text:p>un</text:p></draw:rect><draw:line/></draw:g>", ("text_box", "un")),
    ],
)
def test_a_drawing_is_told_by_its_words_or_else_by_its_description(drawn, remark):
    body = f"<text:p>avant {drawn}après</text:p>"

    assert texts(body) == ["avant après"]
    assert remarks(body) == [remark]


def test_an_empty_text_box_says_nothing():
    assert remarks("<text:p>un<draw:frame><draw:text-box><text:p/></draw:text-box></draw:frame></text:p>") == []


def test_what_hangs_on_a_page_or_in_a_text_box_is_told_once():
    inner = f"<draw:frame>{PICTURE}</draw:frame>{COMMENT}"
    body = f"<draw:frame><draw:text-box><text:p>dans la zone {inner}</text:p></draw:text-box></draw:frame>"

    assert remarks(body) == [("text_box", "dans la zone\nÀ revoir\navec Paul")]


def test_headers_and_footers_are_told_once_each():
    header = "<style:header><text:p>Organisme <text:span>Exemple</text:span></text:p></style:header>"
    masters = (
        f"<style:master-page>{header}<style:header-left><text:p/></style:header-left>"
        "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
        f"<style:master-page>{header}</style:master-page>"
    )

    read = document("<text:p>un</text:p>", masters=masters)

    assert [(remark.kind.value, remark.text) for remark in read.remarks] == [
        ("margin", "Organisme Exemple"),
        ("margin", "Page 1"),
    ]


@pytest.mark.parametrize(
    ("name", "has_macros"),
    [
        ("Basic/Standard/Module1.xml", True),
        ("Scripts/python/a.py", True),
        ("Basic/script-lc.xml", False),
        ("Basic/Standard/script-lb.xml", False),
        ("Scripts/", False),
        ("Configurations2/menubar/", False),
        ("Pictures/1.png", False),
    ],
)
def test_macros_are_told_by_the_parts_that_hold_code(name, has_macros):
    assert document("<text:p>un</text:p>", others=(name,)).has_macros is has_macros
