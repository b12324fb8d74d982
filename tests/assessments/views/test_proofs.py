"""Noting proofs on an indicator: one line each, changed and removed in place."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.assessments.models import Event, Evidence
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain import snapshot as frozen
from tests.assessments.asking import address, post, save
from tests.assessments.swaps import reloaded, swapped
from tests.pages import page, texts

LINE = {
    "title": "Livret d’accueil",
    "place": "Drive, dossier Qualité",
    "content_date": "2026-09-01",
    "holder": "Alice",
    "indicators": "9, 12",
}


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def proof(assessment):
    return Evidence.objects.get()


def test_a_proof_is_noted_as_one_line(client, assessment):
    answer = post(client, "note_proof", assessment, **LINE)

    assert (answer.status_code, answer.headers["Location"]) == (303, address("indicator", assessment))
    assert snapshot(assessment).evidence[-1] == frozen.Evidence(
        title="Livret d’accueil",
        indicators=(1, 9, 12),
        place="Drive, dossier Qualité",
        content_date=date(2026, 9, 1),
        holder="Alice",
    )


def test_a_title_is_enough(client, assessment):
    post(client, "note_proof", assessment, title="Devis type")

    assert snapshot(assessment).evidence[-1] == frozen.Evidence(title="Devis type", indicators=(1,))


def test_the_same_request_again_notes_it_once(client, assessment):
    save(client, "note_proof", assessment, title="Devis type", request="r-1")
    save(client, "note_proof", assessment, title="Devis type", request="r-1")

    assert Evidence.objects.filter(title="Devis type").count() == 1


def test_a_proof_is_changed_for_all_its_indicators(client, assessment, proof):
    answer = post(client, "change_proof", assessment, proof.key, title="Catalogue 2028", indicators="5", seen=0)

    assert answer.status_code == 303
    assert snapshot(assessment).evidence == (frozen.Evidence(title="Catalogue 2028", indicators=(1, 5)),)


def test_a_proof_changed_meanwhile_is_not_written_over(client, assessment, proof):
    post(client, "change_proof", assessment, proof.key, title="Catalogue 2028", seen=0)

    answer = post(client, "change_proof", assessment, proof.key, title="Catalogue 2029", seen=0)

    assert (answer.status_code, snapshot(assessment).evidence[0].title) == (422, "Catalogue 2028")
    assert "Cette preuve vient d’être modifiée ailleurs" in texts(answer, "//*[@id='preuves']")[0]


def test_a_proof_is_removed_and_the_page_says_which(client, assessment, proof):
    answer = client.post(address("remove_proof", assessment, 1, proof.key), follow=True)

    assert (snapshot(assessment).evidence, texts(answer, "//*[@id='messages']")) == (
        (),
        ["Preuve « Catalogue 2027 » retirée."],
    )


@pytest.mark.parametrize(
    ("name", "said"), [("note_proof", LINE), ("change_proof", LINE | {"seen": 0}), ("remove_proof", {})]
)
def test_what_the_script_puts_in_place_is_what_a_reload_shows(client, assessment, proof, name, said):
    before = client.get(address("indicator", assessment))
    more = () if name == "note_proof" else (proof.key,)

    answer = save(client, name, assessment, *more, **said)

    assert swapped(before, answer) == reloaded(client.get(address("indicator", assessment)))


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"title": " "}, "titre", "Donnez un titre à cette preuve, par exemple le nom du document."),
        ({"title": "t" * 501}, "titre", "Ce champ compte 501 caractères ; la limite est de 500 : raccourcissez-le."),
        (
            {"content_date": "31/02/2027"},
            "date",
            "Cette date n’est pas lisible, ou n’existe pas : écrivez-la comme 12/09/2027.",
        ),
        (
            {"indicators": "5 et le 40"},
            "indicateurs",
            "Écrivez des numéros d’indicateur de 1 à 33, par exemple « 5, 12 ».",
        ),
        ({"indicators": "40"}, "indicateurs", "Écrivez des numéros d’indicateur de 1 à 33, par exemple « 5, 12 »."),
    ],
)
@pytest.mark.parametrize("ask", [post, save])
def test_a_wrong_line_stays_and_says_why(client, assessment, ask, wrong, field, sentence):
    answer = ask(client, "note_proof", assessment, **{**LINE, **wrong})

    assert (answer.status_code, Event.objects.count()) == (422, 1)
    assert texts(answer, f"//*[@id='preuve-{field}_error']") == [sentence]
    typed = page(answer).xpath("//*[@id='noter']//input[@name='place']/@value")
    assert typed == ["Drive, dossier Qualité"]


def test_a_wrong_change_opens_that_proof_alone(client, assessment, proof):
    answer = post(client, "change_proof", assessment, proof.key, title="", place="Armoire")

    assert page(answer).xpath("//details[@open]//input[@name='place']/@value") == ["Armoire"]
    assert snapshot(assessment).evidence[0].title == "Catalogue 2027"


@pytest.mark.parametrize("name", ["change_proof", "remove_proof"])
def test_a_proof_of_another_indicator_is_not_reached_from_here(client, assessment, proof, name):
    assert post(client, name, assessment, proof.key, indicator=2, title="X").status_code == 404


def test_a_request_name_too_long_removes_nothing(client, assessment, proof):
    answer = save(client, "remove_proof", assessment, proof.key, request="r" * 65)

    assert (answer.status_code, Evidence.objects.count()) == (422, 1)
