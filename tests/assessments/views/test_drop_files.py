"""Files dropped on an indicator: each becomes a proof, or all get one sentence."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from auditblanc.assessments.models import Event, Evidence, Piece
from auditblanc.assessments.reads import register
from tests.assessments.asking import address, post
from tests.assessments.given import PDF, PNG, TEXT, file
from tests.pages import page, texts

MESSAGES = "//*[@id='messages']"
ERROR = "//*[@id='deposer_error']"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def dropped(client, assessment, *files, indicator=1):
    return client.post(address("drop_files", assessment, indicator), {"file": files}, follow=True)


def noted(assessment):
    """Title, indicators and file names of each proof that has files."""
    return [
        (proof.title, proof.indicators, [piece.current.name for piece in proof.pieces])
        for proof in register.proofs(assessment.organisation_id)
        if proof.pieces
    ]


def test_each_file_becomes_a_proof_of_the_indicator(client, assessment):
    answer = dropped(client, assessment, file(PDF, "Devis_type.pdf"), file(PNG, "photo.png"))

    assert answer.redirect_chain == [(address("indicator", assessment), 303)]
    assert texts(answer, MESSAGES) == ["2 preuves notées."]
    assert noted(assessment) == [("Devis type", (1,), ["Devis_type.pdf"]), ("photo", (1,), ["photo.png"])]
    assert texts(answer, "//*[@id='preuves']//ul[@class='pieces']/li") == [
        f"Devis_type.pdf Document PDF, {len(PDF)} o",
        f"photo.png Image PNG, {len(PNG)} o",
    ]


def test_a_file_that_is_known_serves_here_too(client, assessment):
    dropped(client, assessment, file(PDF, "Devis.pdf"))

    answer = dropped(client, assessment, file(PDF, "copie.pdf"), indicator=5)

    assert texts(answer, MESSAGES) == ["« Devis » avait déjà ce fichier et sert maintenant aussi ici."]
    assert noted(assessment) == [("Devis", (1, 5), ["Devis.pdf"])]


def test_a_name_that_would_harm_is_changed_and_told(client, assessment):
    answer = dropped(client, assessment, file(PDF, "facture.exe"))

    assert texts(answer, MESSAGES) == ["1 preuve notée. « facture.exe » est gardé sous le nom « facture.exe.pdf »."]


def test_limits_are_told_before_anything_is_sent(client, assessment):
    (told,) = texts(client.get(address("indicator", assessment)), "//*[@id='deposer_helptext']")

    assert told == (
        "Chacun devient une preuve de cet indicateur. 50 fichiers à la fois, 50 Mo au plus chacun. PDF, photos et images, "
        "documents Word, Excel, PowerPoint et OpenDocument, textes, courriels, sons et vidéos."
    )


def test_one_file_at_fault_refuses_all(client, assessment):
    answer = dropped(client, assessment, file(PDF, "bon.pdf"), file(b"MZ\x90\0" + bytes(60), "facture.pdf"))

    assert (answer.status_code, noted(assessment), Event.objects.count()) == (422, [], 1)
    assert texts(answer, ERROR) == [
        "« facture.pdf » est un programme, quel que soit son nom : il n’est pas gardé. Déposez le document lui-même."
    ]
    assert page(answer).get_element_by_id("deposer").get("aria-invalid") == "true"


def test_nothing_given_is_a_sentence(client, assessment):
    answer = post(client, "drop_files", assessment)

    assert (answer.status_code, texts(answer, ERROR)) == (422, ["Choisissez d’abord un fichier."])


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (
            {"PROOF_FILE_LIMIT": 100_000},
            "« long.txt » pèse 150 ko ; la limite est de 100 ko par fichier : allégez-le, ou notez où il se trouve.",
        ),
        (
            {"PROOF_FORM_LIMIT": 200_000},
            "Ces fichiers pèsent 300 ko ensemble ; la limite est de 200 ko à la fois : déposez-les en plusieurs fois.",
        ),
        (
            {"PROOF_FILES_AT_ONCE": 1},
            "Vous donnez 2 fichiers à la fois ; la limite est de 1 : déposez-les en plusieurs fois.",
        ),
    ],
    ids=["one", "together", "how many"],
)
def test_beyond_a_limit_nothing_is_kept(client, assessment, settings, limits, sentence):
    for name, value in limits.items():
        setattr(settings, name, value)

    answer = dropped(client, assessment, file(b"a" * 150_000, "long.txt"), file(b"b" * 150_000, "long2.txt"))

    assert (answer.status_code, texts(answer, ERROR), Piece.objects.count()) == (422, [sentence], 0)


def test_the_same_request_again_notes_it_once(client, assessment):
    for _ in range(2):
        post(client, "drop_files", assessment, file=SimpleUploadedFile("a.txt", TEXT), request="r-1")

    assert Evidence.objects.filter(title="a").count() == 1


def test_an_indicator_that_is_not_there_takes_nothing(client, assessment):
    assert dropped(client, assessment, file(PDF, "a.pdf"), indicator=40).status_code == 404
