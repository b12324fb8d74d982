"""The day of the audit: what the auditor's screen shows, what it never shows, how fast a proof is there."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from auditblanc.assessments.writes.evidence import note
from auditblanc.assessments.writes.pieces import add
from auditblanc.domain import evidence as frozen
from auditblanc.domain.categories import Category
from auditblanc.domain.evidence import Dossier, DossierKind, EvidenceState
from auditblanc.domain.profile import Activity
from tests import people
from tests.assessments.given import PDF, given
from tests.pages import page, texts

MARCH = Dossier(kind=DossierKind.SESSION, name="Excel, mars")


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def proofs(assessment, alice, mimosa):
    items = [
        frozen.Evidence(
            title="Émargements",
            indicators=(11,),
            dossiers=(MARCH,),
            holder="Secret de Paul",
            shows="Chaque demi-journée.",
        ),
        frozen.Evidence(title="Suivi PSH", indicators=(11,), has_health_data=True),
        frozen.Evidence(title="Projet", indicators=(11,), state=EvidenceState.DRAFT),
    ]
    rows = note(assessment.organisation_id, items, people.stamp(alice))
    add(rows[0], [given(mimosa, PDF, "emargement.pdf")], people.stamp(alice))
    return rows


def address(assessment, name, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def test_an_indicator_shows_its_statement_and_its_ready_proofs(client, assessment, proofs):
    answer = client.get(address(assessment, "audit_indicator", 11))

    assert texts(answer, "//h1")[0].startswith("11. ")
    assert texts(answer, "//li[@class='shown-proof']//h3") == ["Émargements"]


@pytest.mark.parametrize("name", ["audit_mode", "audit_indicator"])
def test_nothing_private_stands_on_the_screen(client, assessment, proofs, name):
    more = (1,) if name == "audit_indicator" else ()

    said = client.get(address(assessment, name, *more), {"toutes": "1"}).content.decode()

    private = (
        "Le site et le catalogue 2027.",
        "Audit de mars",
        "Secret de Paul",
        "Prêt<",
        "Partiel",
        "Points de vigilance",
        "Mes données",
        "Évaluations",
        "Suivi PSH",
    )
    assert [each for each in private if each in said] == []
    ways = set(page(client.get(address(assessment, name, *more))).xpath("//a/@href"))
    assert not [each for each in ways if "/indicateurs/" in each or "/actions/" in each or "/profil/" in each]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Émargements"]),
        ({"toutes": "1"}, ["Émargements", "Projet"]),
        ({"sante": "1"}, ["Suivi PSH", "Émargements"]),
        ({"dossier": "session:Excel, mars"}, ["Émargements"]),
        ({"dossier": "session:autre"}, ["Émargements"]),
    ],
)
def test_what_is_shown_is_chosen(client, assessment, proofs, asked, found):
    answer = client.get(address(assessment, "audit_indicator", 11), asked)

    assert sorted(texts(answer, "//li[@class='shown-proof']//h3/text()[1]/..")) == sorted(
        f"{each} en préparation" if each == "Projet" else each for each in found
    )


def test_a_number_and_a_click_open_any_proof(client, assessment, proofs):
    there = client.get(address(assessment, "audit_jump"), {"aller": "11"}, follow=True)
    [file] = page(there).xpath("//ul[@class='shown-files']//a/@href")

    opened = client.get(file)

    assert (there.redirect_chain[0][1], opened.status_code, texts(opened, "//h1")) == (303, 200, ["Émargements"])
    assert address(assessment, "audit_indicator", 11) in page(opened).xpath("//a/@href")


@pytest.mark.parametrize(
    ("said", "query"), [("emargement", "?mots=emargement"), ("99", "?mots=99"), ("14", "?mots=14"), ("", "")]
)
def test_words_and_numbers_that_do_not_concern_one_are_looked_for(client, assessment, said, query):
    answer = client.get(address(assessment, "audit_jump"), {"aller": said})

    assert answer.headers["Location"] == address(assessment, "audit_mode") + query


def test_words_find_proofs_by_their_files_too(client, assessment, proofs):
    answer = client.get(address(assessment, "audit_mode"), {"mots": "emargement.pdf"})

    assert texts(answer, "//li[@class='shown-proof']//h3") == ["Émargements"]


def test_an_indicator_that_does_not_concern_one_is_no_page(client, assessment):
    assert client.get(address(assessment, "audit_indicator", 14)).status_code == 404


@pytest.mark.parametrize("count", [1, 300])
@pytest.mark.parametrize("path", ["audit/", "audit/11/", "jour-de-l-audit/"])
def test_a_screen_takes_seven_queries_whatever_there_is(
    client, assessment, alice, path, count, django_assert_num_queries
):
    items = [frozen.Evidence(title=f"P{number}", indicators=(11,), dossiers=(MARCH,)) for number in range(count)]
    note(assessment.organisation_id, items, people.stamp(alice))

    with django_assert_num_queries(7):
        client.get(address(assessment, "overview") + path)


def test_before_the_day_it_says_what_is_missing(client, assessment, proofs):
    said = texts(client.get(address(assessment, "audit_day")), "//section[@id='avant']")[0]

    assert "L’audit est prévu le 9 mars 2027." in said
    assert "n’ont aucune preuve prête : 2, 3," in said


def full(mimosa, alice):
    """Twenty-two applicable indicators with three proofs each, as an independent trainer has."""
    activities = (Activity(category=Category.TRAINING, new_entrant=False),)
    profile = replace(people.PROFILE, activities=activities)
    evidence = tuple(
        frozen.Evidence(
            title=f"Document {number} de l’indicateur {indicator}, version signée",
            indicators=(indicator,),
            place=f"Qualité/{indicator:02} Dossier",
            holder="Formatrice",
        )
        for indicator in range(1, 34)
        for number in range(3)
    )
    return people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=profile, evidence=evidence))


def test_the_plan_has_a_row_an_indicator_and_fits_four_pages(client, mimosa, alice, tmp_path):
    assessment = full(mimosa, alice)

    data = client.get(address(assessment, "presentation_plan", "pdf")).content
    word = Document(BytesIO(client.get(address(assessment, "presentation_plan", "docx")).content))

    (tmp_path / "plan.pdf").write_bytes(data)
    told = subprocess.run(["pdfinfo", tmp_path / "plan.pdf"], capture_output=True, text=True, check=True).stdout
    pages = int(told.partition("Pages:")[2].split()[0])
    rows = len(word.tables[0].rows) - 1
    assert (rows >= 22, pages <= 4 * -(-rows // 22), "841.89 x 595.2" in told) == (True, True, True)
    assert [cell.text for cell in word.tables[0].rows[1].cells][0:2] == [
        "1",
        "Information du public sur les prestations",
    ]


def test_health_data_are_not_named_in_the_plan(client, assessment, proofs):
    word = Document(BytesIO(client.get(address(assessment, "presentation_plan", "docx")).content))

    assert "Suivi PSH" not in "".join(cell.text for row in word.tables[0].rows for cell in row.cells)
