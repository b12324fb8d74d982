"""From what one plans to show to the register: a proposal a line, nothing of the text touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.proof_lines import lines, proposals, read_line
from auditblanc.domain.snapshot import Rating, Snapshot
from tests.strategies import snapshots


def texts(**said):
    ratings = tuple(Rating(indicator=int(name[1:]), presentation=words) for name, words in said.items())
    return Snapshot(edition="2026-v9", ratings=ratings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- CGV\n• Le livret d’accueil ;\n1. Devis type", ["CGV", "Le livret d’accueil", "Devis type"]),
        ("CGV ; livret (v. 2 ; signé) ; devis", ["CGV", "livret (v. 2 ; signé)", "devis"]),
        ("AF : convocations\nBC : convention", ["convocations", "convention"]),
        ("Le site, le catalogue et les CGV", ["Le site, le catalogue et les CGV"]),
        ("", []),
        (" ; - ;\n", []),
    ],
)
def test_lines_and_semicolons_list_commas_do_not(text, found):
    assert list(lines(text)) == found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("CGV", {"title": "CGV"}),
        ("Voir livret d’accueil du 12/03/2026", {"title": "Livret d’accueil", "content_date": date(2026, 3, 12)}),
        (
            "émargements de mars 2026",
            {"title": "Émargements de mars 2026", "covers_from": date(2026, 3, 1), "covers_to": date(2026, 3, 31)},
        ),
        ("Site www.exemple.fr/cgv", {"title": "Site", "place": "https://www.exemple.fr/cgv"}),
        ("https://exemple.fr", {"title": "Https://exemple.fr", "place": "https://exemple.fr"}),
        ("Baux, classeur A", {"title": "Baux, classeur A", "place": "classeur A"}),
        ("Contrats chez Paul Durand", {"title": "Contrats chez Paul Durand", "holder": "Paul Durand"}),
    ],
)
def test_what_a_line_says_has_its_field(line, said):
    assert read_line(line, 5) == (Evidence(**{"indicators": (5,), "state": EvidenceState.DRAFT, **said}), "")


@pytest.mark.parametrize(
    "line",
    ["Rien pour l’instant", "Nous allons refaire la page", "À faire en janvier", "Il manque le taux", "mot " * 20],
)
def test_a_line_that_names_no_proof_is_doubted(line):
    assert read_line(line.strip(), 1)[1].endswith(".")


def test_the_same_named_twice_is_one_proof_on_both_indicators():
    [found] = proposals(texts(i1="- Livret d’accueil", i9="livrets d'accueil", i12="LIVRET D’ACCUEIL."))

    assert (found.proof.indicators, [number for number, _ in found.lines]) == ((1, 9, 12), [1, 9, 12])


def test_another_year_is_another_proof():
    assert len(proposals(texts(i2="Résultats 2025\nRésultats 2026"))) == 2


def test_what_the_register_has_only_gains_indicators():
    held = Evidence(title="Livret d’accueil", indicators=(9,), place="Classeur A", key="k")

    [found] = proposals(replace(texts(i12="livret d’accueil"), evidence=(held,)))

    assert (found.known, found.proof) == (True, replace(held, indicators=(9, 12)))


@given(snapshot=snapshots())
def test_each_proposal_quotes_the_text_it_comes_from(snapshot):
    for found in proposals(snapshot):
        for number, line in found.lines:
            assert line in snapshot.rating(number).presentation
            assert number in found.proof.indicators
