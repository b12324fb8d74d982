"""The Word file says what the tree says, in real styles, and keeps every promise of the format."""

from __future__ import annotations

import posixpath
import re
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx as python_docx
import pytest
from hypothesis import given
from lxml import etree

from auditblanc.domain.catalogue import load
from auditblanc.domain.snapshot import Rating
from auditblanc.reports.content import Bullets, ChartKind, Document, Figure, Heading, PageBreak, Paragraph, Table, text
from auditblanc.reports.docx import docx
from auditblanc.reports.docx.tables import in_twips
from auditblanc.reports.look import Logo, Look
from auditblanc.reports.pieces import pieces_list
from auditblanc.reports.report import report
from tests.reports import schema_order
from tests.reports.conftest import TODAY
from tests.reports.said import said
from tests.reports.test_pdf import MARKUP, png, squeezed
from tests.strategies import snapshots

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PARTS = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footer1.xml"]
CHARTS = ["word/charts/chart1.xml", "word/charts/chart2.xml"]


def parts_of(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_of(data):
    return etree.fromstring(parts_of(data)["word/document.xml"])


def text_of(data):
    """Every text of the body in order, the links of the contents left out."""
    body = body_of(data)
    for link in list(body.iter(f"{W}hyperlink")):
        link.getparent().remove(link)
    return squeezed("".join(body.itertext()))


@pytest.fixture(scope="module")
def written(mimosa, edition):
    look = Look(accent="#ff9900", logo=Logo(data=png(), alternative="Mimosa & compagnie"))
    document = report(mimosa, edition, today=TODAY, look=look)
    return document, docx(document)


def test_the_word_file_says_exactly_what_the_tree_says(written):
    document, data = written
    *told, note = said(replace(document, blocks=()))

    assert text_of(data) == squeezed("".join((*told, "Sommaire", note, *said(replace(document, cover=None))[1:])))


def test_headings_are_real_headings(written):
    document, data = written
    found = [
        (int(each.style.name[-1]), each.text)
        for each in python_docx.Document(BytesIO(data)).paragraphs
        if each.style.name.startswith("Heading")
    ]

    assert found == [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def test_bullets_are_a_real_list(written):
    document, data = written
    listed = [each for each in python_docx.Document(BytesIO(data)).paragraphs if each.style.name == "List Bullet"]

    assert len(listed) == sum(len(block.items) for block in document.blocks if isinstance(block, Bullets))


def test_the_header_of_a_table_is_repeated_on_each_page(written):
    document, data = written
    tables = sum(isinstance(block, Table) for block in document.blocks)

    assert len(list(body_of(data).iter(f"{W}tblHeader"))) == tables


def test_every_table_has_columns_that_fill_the_page(written):
    _, data = written
    widths = [
        sum(int(column.get(f"{W}w")) for column in grid.iter(f"{W}gridCol"))
        for grid in body_of(data).iter(f"{W}tblGrid")
    ]

    assert set(widths) == {9298}


def test_shares_that_do_not_divide_leave_the_rest_to_the_last_column():
    assert in_twips((33, 33, 34)) == (3068, 3068, 3162)


def test_pictures_have_their_alternative(written):
    document, data = written
    told = [each.get("descr") for each in body_of(data).iter(f"{WP}docPr")]

    assert told == [
        "Mimosa & compagnie",
        *(block.alternative for block in document.blocks if isinstance(block, Figure)),
    ]


def test_the_document_has_its_title_its_day_and_its_language(written):
    document, data = written
    properties = python_docx.Document(BytesIO(data)).core_properties

    assert (properties.title, properties.created.date(), properties.language) == (document.title, TODAY, "fr-FR")
    assert b'<w:lang w:val="fr-FR"' in parts_of(data)["word/styles.xml"]


@pytest.mark.parametrize("part", [*PARTS, *CHARTS])
def test_children_stand_in_the_order_of_the_schema(written, part):
    root = etree.fromstring(parts_of(written[1])[part])

    assert [fault for element in root.iter() for fault in schema_order.misplaced(element)] == []


def test_charts_hold_the_figures_of_the_criteria(written):
    document, data = written
    figure = next(block for block in document.blocks if isinstance(block, Figure) and block.kind is ChartKind.BARS)

    values = re.findall(rb"<c:numLit>.*?</c:numLit>", parts_of(data)["word/charts/chart2.xml"])
    ready = {int(index): int(value) for index, value in re.findall(rb'idx="(\d)"><c:v>(\d+)', values[0])}
    assert ready == {
        index: each.tally.ready for index, each in enumerate(figure.criteria) if each.tally.ready
    }  # fmt: skip


def test_the_package_keeps_its_promises(written):
    parts = parts_of(written[1])
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {posixpath.join("word", each.get("Target")) for each in relations}
    used = set(re.findall(rb'r:(?:id|embed)="([^"]+)"', parts["word/document.xml"]))
    named = set(re.findall(rb'PartName="/([^"]+)"', parts["[Content_Types].xml"]))

    assert (targets - set(parts), {name.decode() for name in named} - set(parts)) == (set(), set())
    assert {key.decode() for key in used} - {each.get("Id") for each in relations} == set()


def test_every_style_used_is_defined(written):
    parts = parts_of(written[1])
    used = set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', parts["word/document.xml"]))

    assert used - set(re.findall(rb'w:styleId="([^"]+)"', parts["word/styles.xml"])) == set()


def test_links_of_the_contents_lead_to_the_chapters(written):
    body = body_of(written[1])
    links = [each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")]

    assert links == [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]


def test_markup_typed_by_a_person_stays_text(mimosa, edition):
    typed = replace(mimosa, ratings=(Rating(indicator=1, presentation=f"{MARKUP}\n<w:p/>\ta"),))

    assert squeezed(MARKUP + "<w:p/>a") in text_of(docx(report(typed, edition, today=TODAY)))


def test_the_same_document_gives_the_same_bytes(mimosa, edition):
    document = pieces_list(mimosa, edition, today=TODAY)

    assert docx(document) == docx(document)


def test_a_page_break_before_a_table_is_kept():
    table = Table(caption="T", header=("A",), rows=((text("a"),),), widths=(100,))
    document = Document(title="T", running="", made_on=TODAY, blocks=(Paragraph(text("p")), PageBreak(), table))

    assert len(list(body_of(docx(document)).iter(f"{W}pageBreakBefore"))) == 1


@given(snapshots())
def test_any_assessment_makes_a_file_that_another_library_opens(snapshot):
    catalogue = load()

    data = docx(report(snapshot, catalogue.edition(snapshot.edition), today=TODAY))

    assert python_docx.Document(BytesIO(data)).paragraphs != []


@pytest.mark.office
def test_libreoffice_lays_it_out_on_few_pages(written, tmp_path):
    (tmp_path / "r.docx").write_bytes(written[1])
    office = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]

    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "r.docx"], check=True, capture_output=True
    )

    info = subprocess.run(["pdfinfo", tmp_path / "r.pdf"], check=True, capture_output=True, text=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", info)[1]) < 30
