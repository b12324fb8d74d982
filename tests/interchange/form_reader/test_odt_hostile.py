"""OpenDocument texts built to waste time or memory: each is refused with a sentence, or read at the price of its size."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from auditblanc.interchange.archive import Package
from auditblanc.interchange.form_reader import odt_grid
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange import measured
from tests.interchange.form_reader.odt_packages import MIMETYPE, document, odt, zipped

LONG = "a" * 500_000
LETTERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a"/>'
    "</text:list-style>"
)
ITEM = "<text:list-item><text:p>{}</text:p></text:list-item>"
SPACES = "<text:p>" + '<text:s text:c="99999"/>' * 20 + "</text:p>"
REPEATED_CELLS = (
    '<table:table><table:table-row><table:table-cell table:number-columns-repeated="90">'
    f"<text:p>{LONG}</text:p></table:table-cell></table:table-row></table:table>"
)
REPEATED_ROWS = (
    '<table:table><table:table-row table:number-rows-repeated="1900"><table:table-cell>'
    f"<text:p>{LONG}</text:p></table:table-cell></table:table-row></table:table>"
)
REPEATED_PICTURES = (
    '<table:table><table:table-row table:number-rows-repeated="1900"><table:table-cell><text:p>'
    f"{'<draw:frame/>' * 50}</text:p></table:table-cell></table:table-row></table:table>"
)
LIST_OF_LETTERS = f'<text:list text:style-name="L">{"".join(map(ITEM.format, range(20_000)))}</text:list>'
REPEATED_CONTROLS = (
    f'<office:forms><form:form><form:text xml:id="c" form:value="{LONG}"/></form:form></office:forms>'
    "<text:p>" + '<draw:control draw:control="c"/>' * 3 + "</text:p>"
)


@pytest.mark.parametrize(
    "body",
    [SPACES, REPEATED_CELLS, REPEATED_ROWS, REPEATED_PICTURES, LIST_OF_LETTERS, REPEATED_CONTROLS],
    ids=["spaces", "cells", "rows", "pictures", "numbers", "controls"],
)
def test_text_that_is_asked_for_but_not_there_is_bounded(body):
    with pytest.raises(UnreadableFileError) as caught:
        document(body, automatic=LETTERS)

    assert str(caught.value).startswith("Ce document répète un même contenu")


def nested(opening: str, closing: str, depth: int) -> str:
    return opening * depth + "<text:p>au fond</text:p>" + closing * depth


TABLE = (
    "<table:table><table:table-row><table:table-cell>",
    "</table:table-cell></table:table-row></table:table>",
)
FRAME = ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>")
LIST = ("<text:list><text:list-item>", "</text:list-item></text:list>")
FRAMED_TABLE = (FRAME[0] + TABLE[0], TABLE[1] + FRAME[1])


@pytest.mark.parametrize(
    ("opening", "closing", "depth"),
    [
        (*TABLE, 80),
        (*FRAME, 80),
        (*LIST, 120),
        (*FRAMED_TABLE, 40),
        ("<text:section>", "</text:section>", 240),
        ("<text:p><text:a>", "</text:a></text:p>", 120),
        ("<text:p><text:note><text:note-body>", "</text:note-body></text:note></text:p>", 80),
    ],
    ids=["tables", "frames", "lists", "tables in frames", "sections", "links", "notes"],
)
def test_nesting_costs_no_more_than_its_size(opening, closing, depth):
    data = odt(nested(opening, closing, depth))

    measure = measured.run(
        "from auditblanc.interchange.archive import Package\nfrom auditblanc.interchange.form_reader import odt_grid",
        "odt_grid.document(Package.open(data))",
        data,
    )

    assert measure.sentence == ""
    assert measure.seconds < 1


def test_nesting_beyond_what_xml_allows_is_refused():
    with pytest.raises(UnreadableFileError, match="démesuré"):
        document(nested(*TABLE, 200))


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        odt_grid.document(Package.open(data))
    return str(caught.value)


@pytest.mark.parametrize("part", ["content.xml", "styles.xml"])
def test_entities_are_refused_in_every_part(part):
    parts = unzipped(odt("<text:p>un</text:p>"))
    trick = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

    data = zipped({**parts, part: trick + parts[part]})

    assert refusal(data).startswith("Ce fichier contient une déclaration de type (DOCTYPE)")


@pytest.mark.parametrize("content", [b"", b"<office", b"<r>\x01</r>"])
def test_a_damaged_body_is_refused(content):
    parts = unzipped(odt("<text:p>un</text:p>"))

    assert refusal(zipped({**parts, "content.xml": content})).startswith("Le contenu de ce fichier est abîmé")


@pytest.mark.parametrize("content", [b"<r/>", None])
def test_a_document_without_a_body_is_empty(content):
    parts = {"mimetype": MIMETYPE.encode(), **({} if content is None else {"content.xml": content})}

    read = odt_grid.document(Package.open(zipped(parts)))

    assert read.blocks == ()
