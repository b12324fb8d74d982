"""The page of a dossier: every proof under each of its indicators, every link to a file of the archive."""

from __future__ import annotations

import zipfile
from io import BytesIO
from urllib.parse import unquote

from lxml import html

from tests.interchange.dossier.made import archive


def page():
    with zipfile.ZipFile(BytesIO(archive())) as package:
        return html.fromstring(package.read("index.html")), set(package.namelist())


def test_a_proof_stands_under_each_of_its_indicators():
    document, _ = page()

    for number in (1, 9):
        [section] = document.xpath(f"//section[h3/@id='i{number}']")
        assert section.xpath(".//strong/text()") == ["CGV"]


def test_links_lead_to_files_of_the_archive_or_to_places_of_the_page():
    document, names = page()
    addresses = document.xpath("//@href")

    assert {unquote(each) for each in addresses if not each.startswith("#")} <= names
    assert {each[1:] for each in addresses if each.startswith("#")} <= set(document.xpath("//@id"))


def test_a_proof_without_a_file_says_where_it_is_shown():
    document, _ = page()

    [said] = document.xpath("//section[h3/@id='i17']//p[@class='told']/text()")
    assert said == "sans date · à montrer sur place : Classeur vert"


def test_it_runs_nothing_and_asks_nothing_outside():
    document, _ = page()

    assert document.xpath("//script | //@style | //@onclick | //iframe") == []
    assert document.xpath("//@src") == []


def test_it_says_what_it_proves_and_what_it_does_not():
    document, _ = page()
    said = document.xpath("string(//footer)")

    assert "SHA256SUMS prouve que les fichiers" in said
    assert "Elle ne prouve ni quand ils ont été faits, ni par qui" in said


def test_every_indicator_of_the_text_is_there_even_without_a_proof():
    document, _ = page()

    assert len(document.xpath("//section[@class='indicator']")) == 33
