"""The file as Word sees it: well-formed parts, children in the order of the schema, every promise of the package kept."""

from __future__ import annotations

import posixpath
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from lxml import etree

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Category
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange import form_layout
from auditblanc.interchange.enclosure import NAMESPACE
from auditblanc.interchange.form_docx import FormOptions, markup, write
from tests.interchange.form_docx.schema_order import misplaced
from tests.strategies import snapshots

EDITION = load().edition("2026-v9")
W = f"{{{markup.W}}}"
EVERYTHING = Snapshot(
    edition=EDITION.id,
    title="Audit de 2027",
    ratings=(
        Rating(indicator=1, level=Level.READY, presentation="a\tb\n\n c", review=Review.KEPT),
        Rating(indicator=3, applicable=False, reason="Aucune certification.", review=Review.LOOK_AGAIN),
        Rating(
            indicator=5,
            level=Level.MISSING,
            by_category=(CategoryLevel(category=Category.TRAINING, level=Level.MISSING),),
        ),
        Rating(indicator=33, review=Review.NEW),
    ),
)


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return parts_of(write(EVERYTHING, EDITION, FormOptions(recipient="Bob", rows=EDITION.numbers)))


@pytest.mark.parametrize("part", ["document", "styles", "settings", "fontTable", "footer1"])
def test_children_stand_in_the_order_of_the_schema(parts, part):
    root = etree.fromstring(parts[f"word/{part}.xml"])

    faults = {
        (etree.QName(element).localname, child)
        for element in root.iter()
        for child in misplaced(etree.QName(element).localname, [etree.QName(item).localname for item in element])
    }

    assert faults == set()


def test_the_order_of_the_schema_is_really_looked_at():
    assert misplaced("pPr", ["spacing", "pStyle"]) == ["pStyle"]
    assert misplaced("tcPr", ["tcW", "shd", "gridSpan"]) == ["gridSpan"]
    assert misplaced("tcPr", ["tcW", "tcW"]) == ["tcW"]
    assert misplaced("r", ["t", "tab", "t", "drawing"]) == ["drawing"]


@given(snapshot=snapshots())
def test_every_part_is_well_formed_whatever_was_typed(snapshot):
    for content in parts_of(write(snapshot, EDITION)).values():
        etree.fromstring(content)


def test_every_part_has_a_content_type(parts):
    types = etree.fromstring(parts["[Content_Types].xml"])

    declared = {entry.get("PartName") for entry in types if entry.get("PartName")}
    defaults = {entry.get("Extension") for entry in types if entry.get("Extension")}
    assert declared <= {f"/{name}" for name in parts}
    assert {name.rpartition(".")[2] for name in parts} == defaults


def test_every_relationship_leads_to_a_part(parts):
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in etree.fromstring(content):
                assert posixpath.normpath(posixpath.join(folder, relation.get("Target"))) in parts


def test_the_content_types_come_first(parts):
    assert next(iter(parts)) == "[Content_Types].xml"


def test_every_style_that_is_used_exists(parts):
    styles = {style.get(f"{W}styleId") for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for part in ("document", "footer1", "styles")
        for element in etree.fromstring(parts[f"word/{part}.xml"]).iter(
            f"{W}pStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next"
        )
    }

    assert used <= styles


@pytest.mark.parametrize("style", [name for name in dir(form_layout) if name.endswith("_STYLE")])
def test_the_named_styles_bear_the_names_that_readers_look_for(parts, style):
    identifier, name = getattr(form_layout, style)

    styles = etree.fromstring(parts["word/styles.xml"])

    assert (
        styles.xpath("string(//w:style[@w:styleId=$id]/w:name/@w:val)", id=identifier, namespaces={"w": markup.W})
        == name
    )


def test_every_language_is_french(parts):
    languages = {
        element.get(attribute)
        for part in ("document", "styles", "settings")
        for element in etree.fromstring(parts[f"word/{part}.xml"]).iter(f"{W}lang", f"{W}themeFontLang")
        for attribute in (f"{W}val", f"{W}eastAsia")
    }

    assert languages - {None} == {"fr-FR"}


def test_the_three_header_rows_of_each_table_repeat_and_no_other(parts):
    for table in etree.fromstring(parts["word/document.xml"]).iter(f"{W}tbl"):
        repeats = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]

        assert repeats == [True] * 3 + [False] * (len(repeats) - 3)


def test_each_table_has_a_caption_and_a_description(parts):
    for table in etree.fromstring(parts["word/document.xml"]).iter(f"{W}tbl"):
        caption = table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        banner = "".join(table.find(f"{W}tr").itertext())

        assert banner.startswith(caption)
        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")


@pytest.mark.parametrize(("words", "whole"), [(40, True), (1000, False)])
def test_a_row_stays_on_one_page_unless_it_is_too_long_for_one(words, whole):
    rating = Rating(indicator=1, presentation=" ".join(["preuve"] * words))
    written = parts_of(write(Snapshot(edition=EDITION.id, ratings=(rating,)), EDITION, FormOptions(rows=(1,))))

    last_row = list(etree.fromstring(written["word/document.xml"]).iter(f"{W}tr"))[-1]

    assert (last_row.find(f"{W}trPr/{W}cantSplit") is not None) == whole


def test_the_custom_part_says_whose_it_is(parts):
    properties = etree.fromstring(parts["customXml/itemProps1.xml"])

    assert properties.xpath("string(//@*[local-name()='uri'])") == NAMESPACE
