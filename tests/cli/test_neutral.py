"""Neutral mode on the command line: what advises is neither listed nor run, and files for people carry the mention."""

from __future__ import annotations

import json

import pytest
from docx import Document
from openpyxl import load_workbook

from auditblanc.domain.catalogue import load
from auditblanc.domain.neutral import MENTION, parts
from auditblanc.interchange import formats
from auditblanc.interchange.problems import Cell
from tests.reports.conftest import EXAMPLE

SHUT = [pytest.param(name, part.refusal, id=name) for part in parts() if part.is_shut for name in part.commands]


@pytest.fixture(autouse=True)
def neutral(monkeypatch):
    monkeypatch.setenv("AUDITBLANC_NEUTRAL", "1")


@pytest.mark.parametrize(("name", "refusal"), SHUT)
def test_a_command_that_advises_says_why_it_is_shut(auditblanc, name, refusal):
    run = auditblanc(name)

    assert (run.code, run.out, run.err) == (2, "", f"{refusal} Voir « auditblanc --help ».\n")
    assert f"  {name} " not in auditblanc("--help").out


def test_it_is_open_elsewhere(auditblanc, monkeypatch):
    monkeypatch.setenv("AUDITBLANC_NEUTRAL", "0")

    assert auditblanc("forecast", EXAMPLE).code == 0


def test_a_text_is_shown_without_what_helps_to_answer(auditblanc):
    shown = auditblanc("referential", "show", "1").out
    told = json.loads(auditblanc("referential", "show", "1", "--json").out)["indicator"]

    assert "Niveau attendu" in shown
    assert "Écarts habituels" not in shown
    assert (told["auditor_asks"], told["usual_gaps"]) == ([], [])


def test_the_form_carries_the_mention_on_each_page(auditblanc, tmp_path):
    auditblanc("form", tmp_path / "f.docx")
    auditblanc("convert", EXAMPLE, tmp_path / "c.docx")

    for name in ("f", "c"):
        (section,) = Document(str(tmp_path / f"{name}.docx")).sections
        assert section.footer.paragraphs[0].text == MENTION


def test_the_workbook_carries_the_mention_on_its_first_sheet_and_each_printed_page(auditblanc, tmp_path):
    auditblanc("convert", EXAMPLE, tmp_path / "c.xlsx")

    book = load_workbook(tmp_path / "c.xlsx")
    assert MENTION in [row[0].value for row in book.worksheets[0].iter_rows()]
    assert {sheet.oddHeader.center.text for sheet in book.worksheets} == {MENTION}


@pytest.mark.parametrize("name", ["docx", "xlsx", "json"])
def test_what_is_written_comes_back_as_its_format_keeps_it(auditblanc, tmp_path, name):
    auditblanc("convert", EXAMPLE, tmp_path / "before.json")
    before = formats.read_file(tmp_path / "before.json", load()).snapshot
    auditblanc("convert", tmp_path / "before.json", tmp_path / f"after.{name}")

    reading = formats.read_file(tmp_path / f"after.{name}", load())

    kept = formats.FORMATS[name].keep(before, load().edition(before.edition))
    assert reading.snapshot == kept
    # « Non concerné », typed in the example, is asked about whatever the mode.
    assert {each.cell for each in reading.problems} <= {Cell.PRESENTATION}
