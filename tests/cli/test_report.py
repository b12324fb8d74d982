"""`auditblanc report` and `auditblanc pieces`: documents for people."""

from __future__ import annotations

import sys
from io import BytesIO

import docx
import pytest

from auditblanc.domain.forecast import TITLE
from auditblanc.domain.neutral import MENTION
from tests.reports.conftest import EXAMPLE
from tests.reports.test_pdf import png


def headings(path):
    return [
        each.text for each in docx.Document(BytesIO(path.read_bytes())).paragraphs if each.style.name == "Heading 1"
    ]


def test_a_report_is_a_pdf_or_a_word_file_by_its_name(auditblanc, tmp_path):
    pytest.importorskip("typst")
    runs = [auditblanc("report", EXAMPLE, tmp_path / name) for name in ("r.pdf", "r.docx")]

    assert [run.code for run in runs] == [0, 0]
    assert [(tmp_path / name).read_bytes()[:4] for name in ("r.pdf", "r.docx")] == [b"%PDF", b"PK\x03\x04"]


def test_a_report_says_on_stderr_what_it_wrote(auditblanc, tmp_path):
    run = auditblanc("report", EXAMPLE, tmp_path / "r.docx")

    assert (run.out, run.err.splitlines()[-1]) == ("", f"Écrit : {tmp_path / 'r.docx'}")


def test_a_report_is_made_without_points_to_watch_when_asked(auditblanc, tmp_path):
    auditblanc("report", EXAMPLE, tmp_path / "with.docx")
    auditblanc("report", EXAMPLE, tmp_path / "without.docx", "--without-forecast")

    with_, without = (headings(tmp_path / f"{name}.docx") for name in ("with", "without"))
    assert [heading for heading in with_ if heading not in without] == [TITLE]


def test_a_report_wears_the_logo_and_the_colour_asked_for(auditblanc, tmp_path):
    (tmp_path / "logo.png").write_bytes(png())
    run = auditblanc("report", EXAMPLE, tmp_path / "r.docx", "--logo", tmp_path / "logo.png", "--accent", "#7a1f3d")

    document = docx.Document(BytesIO((tmp_path / "r.docx").read_bytes()))
    shown = (str(document.styles["Heading 1"].font.color.rgb), len(document.inline_shapes))
    assert (run.code, shown) == (0, ("7A1F3D", 3))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["r.odt"], "la fin du nom choisit le format ; utilisez .pdf ou .docx."),
        (["r.docx", "--accent", "rouge"], "« rouge » n’est pas une couleur : écrivez-la comme #1f4e79."),
        (["r.docx", "--logo", EXAMPLE], "Le logo doit être une image PNG ou JPEG."),
    ],
)
def test_a_report_that_cannot_be_made_gets_one_sentence(auditblanc, tmp_path, monkeypatch, options, sentence):
    monkeypatch.chdir(tmp_path)

    run = auditblanc("report", EXAMPLE, *options)

    assert (run.code, list(tmp_path.iterdir()), run.err.count("\n")) == (2, [], 1)
    assert sentence in run.err


def test_without_typst_a_pdf_is_not_written_and_the_command_says_why(auditblanc, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)

    run = auditblanc("report", EXAMPLE, tmp_path / "r.pdf")

    assert (run.code, list(tmp_path.iterdir()), run.out) == (2, [], "")
    assert run.err.startswith("Pour écrire un PDF, installez Auditblanc")


def test_the_pieces_are_a_document_of_their_own(auditblanc, tmp_path):
    run = auditblanc("pieces", EXAMPLE, tmp_path / "p.docx")

    (table,) = docx.Document(BytesIO((tmp_path / "p.docx").read_bytes())).tables
    assert (run.code, [cell.text for cell in table.rows[1].cells]) == (
        0,
        ["Dénomination", "Atelier Mimosa (organisme fictif)", "●\u00a0présente"],
    )


def test_in_neutral_mode_a_report_tells_what_was_declared_and_carries_the_mention(auditblanc, tmp_path, monkeypatch):
    auditblanc("report", EXAMPLE, tmp_path / "with.docx")
    monkeypatch.setenv("AUDITBLANC_NEUTRAL", "1")
    auditblanc("report", EXAMPLE, tmp_path / "without.docx")

    with_, without = (headings(tmp_path / f"{name}.docx") for name in ("with", "without"))
    (section,) = docx.Document(BytesIO((tmp_path / "without.docx").read_bytes())).sections
    assert [each for each in with_ if each not in without] == [TITLE, "Ce qui reste à faire"]
    assert section.footer.paragraphs[0].text == MENTION
