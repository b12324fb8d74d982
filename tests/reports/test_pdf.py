"""The PDF says what the tree says, is tagged, and never reads a person's words as markup."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest

from auditblanc.domain.snapshot import Rating
from auditblanc.reports.content import Document, Figure, Heading, Paragraph, Table, text
from auditblanc.reports.look import Logo, Look
from auditblanc.reports.missing import MissingTypstError
from auditblanc.reports.pdf import pdf
from auditblanc.reports.pieces import pieces_list
from auditblanc.reports.report import report
from tests.reports.conftest import TODAY
from tests.reports.said import said

pytest.importorskip("typst")
MARKUP = '#let x = 1\n*bold* _it_ $x$ <b>gras</b> &amp; \\n @ref `code` // rien /* rien */ [c] #import "/etc/passwd"'


def png(width=40, height=20):
    """A grey picture that every reader opens."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + b"\x88" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(
        b"IDAT", zlib.compress(rows)
    ) + chunk(b"IEND", b"")  # fmt: skip


def run(*command, data):
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout.decode(errors="replace")


def squeezed(words):
    """Without blanks, shapes or hyphens, which vanish where a line breaks: how a text is laid out says nothing."""
    return re.sub(r"[\s●◐○◌•\u00ad-]", "", words)


@pytest.fixture(scope="module")
def written(mimosa, edition):
    document = report(
        mimosa, edition, today=TODAY, look=Look(accent="#ff9900", logo=Logo(data=png(), alternative="Mimosa"))
    )
    return document, pdf(document)


def test_the_pdf_is_tagged_titled_and_in_french(written):
    document, data = written
    info = run("pdfinfo", "-", data=data)

    assert re.findall(r"^(?:Title|Tagged): +(.+)$", info, re.MULTILINE) == [document.title, "yes"]
    assert b"/Lang (fr-FR)" in data or b"/Lang(fr-FR)" in data


def test_the_pdf_says_everything_that_the_tree_says(written):
    document, data = written
    found = squeezed(run("pdftotext", "-", "-", data=data))

    assert [line for line in said(document) if squeezed(line) not in found] == []


def test_the_pdf_says_it_in_the_order_of_the_tree(written):
    document, data = written
    found = squeezed(run("pdftotext", "-", "-", data=data))
    headings = [squeezed(block.text) for block in document.blocks if isinstance(block, Heading) and block.level == 3]

    places = [found.rindex(heading) for heading in headings]
    assert places == sorted(places)


def test_markup_typed_by_a_person_stays_text(mimosa, edition):
    typed = replace(mimosa, title=MARKUP.split("\n")[1], ratings=(Rating(indicator=1, presentation=MARKUP),))

    found = run("pdftotext", "-layout", "-", "-", data=pdf(report(typed, edition, today=TODAY)))

    assert [line for line in MARKUP.split("\n") if squeezed(line) not in squeezed(found)] == []


def test_the_same_document_gives_the_same_bytes(mimosa, edition):
    document = pieces_list(mimosa, edition, today=TODAY)

    assert pdf(document) == pdf(document)


def test_a_document_that_no_one_could_follow_is_not_written(mimosa, edition):
    """PDF/UA-1 asks for headings without a skipped level, and for the alternative of a figure."""
    skipped = Document(title="T", running="", made_on=TODAY, blocks=(Heading(1, "A"), Heading(3, "B")))

    with pytest.raises(Exception, match="skip"):
        pdf(skipped)


def test_a_short_document_begins_with_its_title(mimosa, edition):
    document = Document(title="Un titre", running="Pied", made_on=TODAY, blocks=(Paragraph(text("Corps.")),))

    assert run("pdftotext", "-", "-", data=pdf(document)).split() == [
        "Un",
        "titre",
        "Corps.",
        "Pied",
        "page",
        "1",
        "/",
        "1",
    ]


def test_without_typst_one_sentence_says_what_to_install(monkeypatch, mimosa, edition):
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(MissingTypstError, match=r"pip install 'auditblanc\[site\]'"):
        pdf(pieces_list(mimosa, edition, today=TODAY))


def test_each_figure_and_table_is_tagged(written):
    document, data = written
    tags = [
        line.split()[0].rstrip(":") for line in run("pdfinfo", "-struct", "-", data=data).splitlines() if line.strip()
    ]
    drawn = {kind: sum(isinstance(block, kind) for block in document.blocks) for kind in (Figure, Table)}

    # One figure more: the logo.
    assert {Figure: tags.count("Figure") - 1, Table: tags.count("Table")} == drawn


def test_a_mention_stands_at_the_foot_of_each_page(mimosa, edition):
    made = replace(pieces_list(mimosa, edition, today=TODAY), mention="Document du candidat")

    pages = run("pdftotext", "-", "-", data=pdf(made)).removesuffix("\f").split("\f")

    assert [page.count("Document du candidat") for page in pages] == [1] * len(pages)
