"""The register: found by words, narrowed, sorted, and one change for many."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Event, Evidence
from auditblanc.assessments.reads import register
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.writes.evidence import note
from auditblanc.domain import evidence as frozen
from auditblanc.domain.evidence import Dossier, DossierKind, EvidenceState
from tests import people
from tests.pages import page, texts

MARCH = Dossier(kind=DossierKind.SESSION, name="Excel, mars")


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def proofs(assessment, alice):
    """« Catalogue 2027 », on 1 and 5, is there already."""
    items = [
        frozen.Evidence(title="Émargements", indicators=(11,), dossiers=(MARCH,), content_date=date(2026, 3, 4)),
        frozen.Evidence(title="Livret d’accueil", indicators=(9,), state=EvidenceState.DRAFT, holder="Paul"),
        frozen.Evidence(title="Note interne", indicators=()),
    ]
    note(assessment.organisation_id, items, people.stamp(alice))


def address(assessment, name="register", *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def titles(client, assessment, **asked):
    return texts(client.get(address(assessment), asked), "//tbody//th/a")


def keys(*wanted):
    return [Evidence.objects.get(title=title).key for title in wanted]


def test_the_last_noted_come_first(client, assessment, proofs):
    assert titles(client, assessment) == ["Note interne", "Livret d’accueil", "Émargements", "Catalogue 2027"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"mots": "emargement"}, ["Émargements"]),
        ({"mots": "EXCEL mars"}, ["Émargements"]),
        ({"mots": "classeur"}, ["Catalogue 2027"]),
        ({"mots": "introuvable"}, []),
        ({"etat": "draft"}, ["Livret d’accueil"]),
        ({"indicateur": "5"}, ["Catalogue 2027"]),
        ({"detenteur": "Paul"}, ["Livret d’accueil"]),
        ({"manque": "date"}, ["Note interne", "Livret d’accueil", "Catalogue 2027"]),
        ({"manque": "indicator"}, ["Note interne"]),
        ({"manque": "file", "etat": "draft"}, ["Livret d’accueil"]),
        ({"tri": "title"}, ["Catalogue 2027", "Livret d’accueil", "Note interne", "Émargements"]),
        ({"tri": "date"}, ["Émargements", "Note interne", "Livret d’accueil", "Catalogue 2027"]),
        (
            {"etat": "x", "indicateur": "un", "tri": "x", "page": "-1"},
            ["Note interne", "Livret d’accueil", "Émargements", "Catalogue 2027"],
        ),
    ],
)
def test_the_address_narrows_and_what_it_does_not_understand_narrows_nothing(client, assessment, proofs, asked, found):
    assert titles(client, assessment, **asked) == found


def test_a_session_shows_its_proofs(client, assessment, proofs):
    [key] = assessment.organisation.dossiers.values_list("key", flat=True)

    assert titles(client, assessment, dossier=key) == ["Émargements"]


def test_many_are_shown_a_hundred_at_a_time(client, assessment, alice):
    items = [frozen.Evidence(title=f"Preuve {number:03}", indicators=(1,)) for number in range(150)]
    note(assessment.organisation_id, items, people.stamp(alice))

    assert len(titles(client, assessment)) == 100
    assert len(titles(client, assessment, page="2")) == 51
    assert len(titles(client, assessment, page="9")) == 51


@pytest.mark.parametrize("count", [1, 120])
def test_the_list_takes_thirteen_queries_whatever_there_is(client, assessment, alice, count, django_assert_num_queries):
    items = [frozen.Evidence(title=f"P{number}", indicators=(1, 2), dossiers=(MARCH,)) for number in range(count)]
    note(assessment.organisation_id, items, people.stamp(alice))

    with django_assert_num_queries(13):
        client.get(address(assessment), {"mots": "p"})


def test_without_a_proof_it_says_what_to_do(client, assessment):
    Evidence.objects.update(removed_at=people.NOON)

    assert "Aucune preuve pour l’instant." in texts(client.get(address(assessment)), "//main")[0]


def test_one_change_for_those_that_are_ticked(client, assessment, proofs):
    said = {"state": "ready", "add": "12", "content_date": "2026-05-04", "holder": "Zoé", "session": "Word, avril"}

    answer = client.post(
        address(assessment, "set_proofs"), {"chosen": keys("Livret d’accueil", "Note interne"), **said}
    )

    assert answer.status_code == 303
    changed = [each for each in register.proofs(assessment.organisation_id) if each.holder == "Zoé"]
    april = Dossier(kind=DossierKind.SESSION, name="Word, avril")
    common = {"content_date": date(2026, 5, 4), "holder": "Zoé", "dossiers": (april,)}
    assert changed == [
        frozen.Evidence(title="Livret d’accueil", indicators=(9, 12), **common),
        frozen.Evidence(title="Note interne", indicators=(12,), **common),
    ]
    assert Event.objects.filter(verb="changed", field="evidence").count() == 2
    assert first_fault(assessment.organisation) is None


def test_the_list_comes_back_narrowed_as_it_was(client, assessment, proofs):
    answer = client.post(
        f"{address(assessment, 'set_proofs')}?etat=draft", {"chosen": keys("Livret d’accueil"), "state": "ready"}
    )

    assert answer.headers["Location"] == f"{address(assessment)}?etat=draft"


def test_several_are_thrown_away(client, assessment, proofs):
    client.post(address(assessment, "set_proofs"), {"chosen": keys("Note interne", "Émargements"), "remove": "1"})

    assert titles(client, assessment) == ["Livret d’accueil", "Catalogue 2027"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"state": "ready"}, "Cochez au moins une preuve dans la liste."),
        ({"chosen": "k"}, "Dites ce qui change pour les preuves cochées : un état, un indicateur, une date…"),
        ({"chosen": "k", "add": "40"}, "Écrivez des numéros d’indicateur de 1 à 33, par exemple « 5, 12 »."),
    ],
)
def test_what_cannot_be_done_gets_a_sentence_and_changes_nothing(client, assessment, proofs, said, sentence):
    before = register.proofs(assessment.organisation_id)

    answer = client.post(address(assessment, "set_proofs"), said)

    assert (answer.status_code, register.proofs(assessment.organisation_id)) == (422, before)
    assert sentence in " ".join(texts(answer, "//main"))


def test_proofs_of_another_organisation_are_not_found(client, assessment, charlie):
    other = people.assessment(charlie.memberships.get().organisation, charlie)
    theirs = Evidence.objects.get(organisation=other.organisation)

    client.post(address(assessment, "set_proofs"), {"chosen": [theirs.key], "remove": "1"})

    theirs.refresh_from_db()
    assert theirs.removed_at is None


def test_what_weakens_a_proof_is_said_on_its_line_and_on_the_indicator(client, assessment):
    said = "« Catalogue 2027 » : donnez la date de son contenu. La dater"

    assert texts(client.get(address(assessment)), "//*[contains(@class, 'weak')]") == [said]
    page_of = reverse("assessments:indicator", args=[assessment.organisation.key, assessment.key, 1])
    assert texts(client.get(page_of), "//*[@id='preuves']//*[contains(@class, 'weak')]") == [said]


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_the_whole_list_is_a_document(client, assessment, suffix):
    answer = client.get(address(assessment, "register_file", suffix))

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="liste-des-preuves-atelier-mimosa-')


def test_another_format_is_not_there(client, assessment):
    assert client.get(address(assessment, "register_file", "exe")).status_code == 404


def test_each_weakness_of_a_line_has_the_click_that_mends_it(client, assessment, alice):
    frame = frozen.Evidence(title="Trame", indicators=(2,), content_date=date(2026, 5, 4))
    watch = frozen.Evidence(title="Veille", indicators=(2,), content_date=date(2026, 5, 4), renewal_months=3)
    note(assessment.organisation_id, [frame, watch], people.stamp(alice))

    links = texts(client.get(address(assessment)), "//*[contains(@class, 'weak')]/a")

    assert links == ["Planifier son renouvellement", "Joindre un exemplaire rempli", "La dater"]
    for href in page(client.get(address(assessment))).xpath("//*[contains(@class, 'weak')]/a/@href"):
        assert client.get(href).status_code == 200
