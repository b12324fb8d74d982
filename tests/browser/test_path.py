"""The whole path, once, from the printed address of a site that was just started in an empty folder."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from auditblanc.domain.snapshot import Level
from auditblanc.interchange import form_reader
from tests.browser import path
from tests.browser.window import Windows
from tests.web.local.started import started

# What a person must be able to do in this time, after downloads; a busy machine takes longer than a person waits.
FIRST_RATING = 60
ANSWERS = (
    ("Prêt", "Le site, pages « Formations » et « Tarifs », à jour au 2 novembre 2026."),
    ("Partiel", "Les résultats de 2026, à publier en janvier."),
    ("Manquant", ""),
    ("Prêt", "Le questionnaire de positionnement, dossier Clients."),
    ("Prêt", "Les objectifs de chaque module, dans le programme."),
)


@pytest.fixture
def fresh(browser, tmp_path):
    """The moment of the start, and a window on a site of its own that nobody has opened yet."""
    begun = time.monotonic()
    with started(tmp_path / "data") as site:
        windows = Windows(browser, site)
        page = windows.open(known=False)
        page.goto(site.address)
        yield begun, page
        windows.close()


def test_from_nothing_to_the_report_and_the_form(fresh, tmp_path, catalogue):
    begun, page = fresh

    path.begin(page, "Atelier Tilleul")
    path.answer_questions(page)
    path.rate(page, *ANSWERS[0])
    first_rating = time.monotonic() - begun
    for level, text in ANSWERS[1:]:
        path.next_unrated(page)
        path.rate(page, level, text)
    path.follow(page, "Vue d’ensemble")
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"17\sindicateurs\snon\sévalués"))
    path.follow(page, "Documents")
    report = path.downloaded(page, "Télécharger en .pdf", tmp_path)
    form = path.downloaded(page, "Télécharger la fiche .docx", tmp_path)

    print(f"First rating of one's own, the start included: {first_rating:.1f} s")  # noqa: T201 -- a figure to read with `-s`
    assert first_rating < FIRST_RATING
    assert (report.suffix, report.read_bytes()[:5]) == (".pdf", b"%PDF-")
    read = form_reader.read(form.read_bytes(), catalogue).snapshot
    rated = [rating for rating in read.ratings if rating.level is not None]
    levels = {"Prêt": Level.READY, "Partiel": Level.PARTIAL, "Manquant": Level.MISSING}
    assert [(rating.level, rating.presentation) for rating in rated] == [
        (levels[level], text) for level, text in ANSWERS
    ]
