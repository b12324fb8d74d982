"""Word documents that show far more than they hold: each is refused with a sentence, or read at the price of its size."""

from __future__ import annotations

import io
import zipfile

import pytest

from auditblanc.interchange.archive import Package
from auditblanc.interchange.form_reader import docx_grid
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange import measured

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LONG = "a" * 100_000

LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="hyperlink" Target="{LONG}" TargetMode="External"/></Relationships>'
)
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="{LONG}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
JOINED = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'


def docx(body: str, **parts: str) -> bytes:
    """A document with a body, and other parts by the last word of their name."""
    names = {"links": "word/_rels/document.xml.rels"}
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", document)
        for name, content in parts.items():
            file.writestr(names.get(name, f"word/{name}.xml"), content)
    return buffer.getvalue()


def said(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def entries(kind: str, inside: str) -> str:
    """A part with one note or comment, of identifier 1."""
    return f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="1">{paragraph(inside)}</w:{kind}></w:{kind}s>'


def reference(kind: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="1"/></w:r>'


@pytest.mark.parametrize(
    "data",
    [
        docx(paragraph(f'<w:hyperlink r:id="r1">{said("site")}</w:hyperlink>') * 20, links=LINKS),
        docx(paragraph(reference("footnote")) * 20, footnotes=entries("footnote", said(LONG))),
        docx(paragraph(NUMBERED + said("un")) * 20, numbering=NUMBERING),
        docx(paragraph(JOINED + said(LONG)) * 20),
    ],
    ids=["one address", "one note", "one number", "paragraphs joined"],
)
def test_what_is_shown_again_and_again_is_bounded(data):
    with pytest.raises(UnreadableFileError) as caught:
        docx_grid.document(Package.open(data))

    assert str(caught.value).startswith("Ce document répète un même contenu")


def test_text_boxes_inside_text_boxes_cost_no_more_than_their_size():
    opening, closing = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    data = docx(opening * 60 + paragraph(said("au fond")) + closing * 60)

    measure = measured.run(
        "from auditblanc.interchange.archive import Package\nfrom auditblanc.interchange.form_reader import docx_grid",
        "docx_grid.document(Package.open(data))",
        data,
    )

    assert measure.sentence == ""
    assert measure.seconds < 1


def test_a_text_box_says_what_is_in_it_once():
    inner = f"<w:pict><w:txbxContent>{paragraph(said('dedans'))}</w:txbxContent></w:pict>"
    outer = f"<w:pict><w:txbxContent>{paragraph(said('zone') + f'<w:r>{inner}</w:r>')}</w:txbxContent></w:pict>"

    read = docx_grid.document(Package.open(docx(paragraph(f"<w:r>{outer}</w:r>"))))

    assert [(remark.kind.value, remark.text) for block in read.blocks for remark in block.remarks] == [
        ("text_box", "zone\ndedans")
    ]


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
def test_a_note_that_calls_itself_is_read_once(kind):
    part = entries(kind, said("à revoir") + reference(kind))

    read = docx_grid.document(Package.open(docx(paragraph(reference(kind)), **{f"{kind}s": part})))

    assert [remark.text for block in read.blocks for remark in block.remarks] == ["à revoir"]
