"""Files of one proof: added, replaced, brought back, removed, by plain forms."""

from __future__ import annotations

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence, Piece
from auditblanc.assessments.writes import evidence as proofs
from auditblanc.assessments.writes import pieces
from tests import people
from tests.assessments.given import PDF, PNG, TEXT, file, given
from tests.pages import error_of, texts

MESSAGES = "//*[@id='messages']"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def row(assessment):
    return Evidence.objects.get()


@pytest.fixture
def piece(row, mimosa, alice):
    pieces.add(row, [given(mimosa)], people.stamp(alice))
    return Piece.objects.get()


def where(name, assessment, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def shown(row):
    return [[state.name for state in piece.revisions] for piece in proofs.one(row).pieces]


def said(answer):
    return (answer.status_code, *texts(answer, MESSAGES))


def test_several_files_are_added_to_a_proof(client, assessment, row):
    files = {"file": [file(PDF, "devis.pdf"), file(PNG, "a/b.png")]}

    answer = client.post(where("add_pieces", assessment, row.key), files, follow=True)

    assert said(answer) == (200, "2 fichiers ajoutés à « Catalogue 2027 ».")
    assert shown(row) == [["devis.pdf"], ["b.png"]]


def test_a_refusal_stands_beside_the_field(client, assessment, row):
    answer = client.post(where("add_pieces", assessment, row.key), {"file": [file(b"", "vide.pdf")]})

    assert (answer.status_code, shown(row)) == (422, [])
    assert error_of(answer, "file").startswith("« vide.pdf » est vide")


def test_a_file_is_replaced_and_the_former_one_kept(client, assessment, row, piece):
    address = where("replace_piece", assessment, piece.key)

    asked = client.get(address)
    answer = client.post(address, {"file": file(PDF, "signe.pdf")}, follow=True)

    assert texts(asked, "//h1") == ["Remplacer un fichier"]
    assert said(answer) == (200, "« signe.pdf » remplace l’état d’avant, qui est gardé.")
    assert shown(row) == [["emargement.txt", "signe.pdf"]]


def test_the_same_content_replaces_nothing(client, assessment, row, piece):
    answer = client.post(where("replace_piece", assessment, piece.key), {"file": file(TEXT, "autre.txt")}, follow=True)

    assert said(answer) == (200, "C’est le même contenu : rien n’a été changé.")


def test_a_former_state_is_shown_again(client, assessment, row, piece, mimosa, alice):
    pieces.replace(piece, given(mimosa, PDF, "signe.pdf"), people.stamp(alice))

    answer = client.post(where("restore_piece", assessment, piece.key, 1), follow=True)

    assert said(answer) == (200, "« emargement.txt » est de nouveau l’état montré.")
    assert shown(row) == [["emargement.txt", "signe.pdf", "emargement.txt"]]


def test_a_state_that_never_was_is_not_found(client, assessment, piece):
    assert client.post(where("restore_piece", assessment, piece.key, 7)).status_code == 404


def test_a_file_is_removed_and_put_back(client, assessment, row, piece):
    removed = client.post(where("remove_piece", assessment, piece.key), follow=True)
    gone = shown(row)
    back = client.post(where("put_back_piece", assessment, piece.key), follow=True)

    assert said(removed) == (
        200,
        "« emargement.txt » est retiré de la preuve ; pendant trente jours, il peut y être remis.",
    )
    assert (gone, shown(row)) == ([], [["emargement.txt"]])
    assert said(back) == (200, "« emargement.txt » est remis dans la preuve.")


def test_files_of_a_proof_that_is_thrown_away_are_not_reached(client, assessment, row, piece, alice):
    proofs.remove(row, people.stamp(alice))

    assert client.get(where("replace_piece", assessment, piece.key)).status_code == 404
    assert client.get(where("add_pieces", assessment, row.key)).status_code == 404
