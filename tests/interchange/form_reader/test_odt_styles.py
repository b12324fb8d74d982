"""The style of an OpenDocument paragraph, as a person sees its name."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.odt_packages import document

REVIEW = '<style:style style:name="A_20_r" style:family="paragraph" style:display-name="Auditblanc – à revoir"/>'
MADE = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="{}"/>'


@pytest.mark.parametrize(
    ("style", "automatic", "shown"),
    [
        ("A_20_r", "", "Auditblanc – à revoir"),
        ("P1", MADE.format("A_20_r"), "Auditblanc – à revoir"),
        ("P1", MADE.format("Inconnu"), "Inconnu"),
        ("P1", '<style:style style:name="P1" style:family="paragraph"/>', ""),
        ("Inconnu", "", "Inconnu"),
    ],
    ids=["picked", "made from it", "made from an unknown one", "made from none", "unknown"],
)
def test_a_paragraph_has_the_style_that_a_person_picked(style, automatic, shown):
    read = document(f'<text:p text:style-name="{style}">un</text:p>', automatic=automatic, named=REVIEW)

    assert [block.style for block in read.blocks] == [shown]


def test_a_style_without_a_name_to_show_is_called_by_its_own():
    named = '<style:style style:name="Heading" style:family="paragraph"/>'

    assert [block.style for block in document('<text:p text:style-name="Heading">un</text:p>', named=named).blocks] == [
        "Heading"
    ]
