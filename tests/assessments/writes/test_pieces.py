"""Files of proofs: added, replaced, brought back, removed; each told in the journal, nothing ever half done."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import Event, Evidence, Piece, Revision, StoredFile
from auditblanc.assessments.reads import register
from auditblanc.assessments.reads.integrity import examine
from auditblanc.assessments.writes import evidence as proofs
from auditblanc.assessments.writes import pieces
from auditblanc.domain import evidence as frozen
from tests import people
from tests.assessments.given import PDF, PNG, given, mark


@pytest.fixture
def row(assessment):
    return Evidence.objects.get()


@pytest.fixture
def stamp(alice):
    return people.stamp(alice)


def shown(row):
    """The names of its files, each with those that it had before."""
    return [[state.name for state in piece.revisions] for piece in proofs.one(row).pieces]


def told():
    """The verbs of the journal, the first event apart."""
    return list(Event.objects.order_by("number").values_list("verb", flat=True))[1:]


def test_several_files_in_one_event(row, mimosa, stamp):
    count = pieces.add(row, [given(mimosa), given(mimosa, PDF, "devis.pdf")], stamp)

    assert (count, shown(row), told()) == (2, [["emargement.txt"], ["devis.pdf"]], ["changed"])
    assert proofs.one(row).pieces[1].current == frozen.Revision(
        name="devis.pdf",
        media_type="application/pdf",
        size=len(PDF),
        sha256=mark(PDF),
        added_on=people.NOON.date(),
    )
    assert examine().faults == []


def test_a_file_that_is_there_is_not_added_again(row, mimosa, stamp):
    pieces.add(row, [given(mimosa), given(mimosa, name="le-meme.txt")], stamp)

    count = pieces.add(row, [given(mimosa)], stamp)

    assert (count, shown(row), told()) == (0, [["emargement.txt"]], ["changed"])


def test_the_same_request_again_adds_nothing(row, mimosa, alice):
    pieces.add(row, [given(mimosa)], people.stamp(alice, request_id="r-1"))
    pieces.add(row, [given(mimosa, PDF, "devis.pdf")], people.stamp(alice, request_id="r-1"))

    assert shown(row) == [["emargement.txt"]]


def test_a_content_is_one_row_in_an_organisation(row, mimosa, stamp):
    (other,) = proofs.note(mimosa.pk, [frozen.Evidence(title="Autre", indicators=(2,))], stamp)
    pieces.add(row, [given(mimosa)], stamp)
    pieces.add(other, [given(mimosa)], stamp)

    assert (StoredFile.objects.count(), Revision.objects.count()) == (1, 2)


def test_a_replaced_file_keeps_what_it_was(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)

    count = pieces.replace(Piece.objects.get(), given(mimosa, PDF, "signe.pdf"), stamp)

    assert (count, shown(row), told()) == (1, [["emargement.txt", "signe.pdf"]], ["changed"] * 2)


def test_a_file_replaced_by_itself_is_left_alone(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)

    assert pieces.replace(Piece.objects.get(), given(mimosa, name="copie.txt"), stamp) == 0
    assert (shown(row), told()) == ([["emargement.txt"]], ["changed"])


def test_a_former_state_comes_back_as_the_newest(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)
    pieces.replace(Piece.objects.get(), given(mimosa, PDF, "signe.pdf"), stamp)

    pieces.restore(Piece.objects.get(), 1, stamp)

    assert shown(row) == [["emargement.txt", "signe.pdf", "emargement.txt"]]


def test_the_state_that_is_shown_need_not_come_back(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)

    assert pieces.restore(Piece.objects.get(), 1, stamp) == 0


def test_a_state_that_never_was_does_not_come_back(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)

    with pytest.raises(Revision.DoesNotExist):
        pieces.restore(Piece.objects.get(), 2, stamp)


def test_a_removed_file_can_be_put_back(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)

    pieces.remove(Piece.objects.get(), stamp)
    gone = shown(row)
    again = pieces.remove(Piece.objects.get(), stamp)
    pieces.put_back(Piece.objects.get(), stamp)

    assert (gone, again, shown(row), told()) == ([], 0, [["emargement.txt"]], ["changed"] * 3)


def test_what_a_proof_says_is_changed_without_its_files(row, mimosa, stamp):
    pieces.add(row, [given(mimosa)], stamp)

    proofs.change(row, frozen.Evidence(title="Autre titre", indicators=(1,)), stamp, seen=0)

    assert shown(row) == [["emargement.txt"]]


# Noted with their files at once


def noted(mimosa, stamp, *items):
    return pieces.note(mimosa.pk, items, stamp)


def titles(mimosa):
    return [(proof.title, proof.indicators, len(proof.pieces)) for proof in register.proofs(mimosa.pk)][1:]


def test_proofs_are_noted_with_their_files(row, mimosa, stamp):
    changes = noted(
        mimosa,
        stamp,
        (frozen.Evidence(title="Devis", indicators=(3,)), [given(mimosa, PDF, "devis.pdf")]),
        (frozen.Evidence(title="Présences", indicators=(11,)), [given(mimosa), given(mimosa, PNG, "photo.png")]),
    )

    assert [(before, after.title) for before, after in changes] == [(None, "Devis"), (None, "Présences")]
    assert titles(mimosa) == [("Devis", (3,), 1), ("Présences", (11,), 2)]
    assert told() == ["noted", "noted"]


def test_a_file_that_the_organisation_has_serves_here_too(row, mimosa, stamp):
    noted(mimosa, stamp, (frozen.Evidence(title="Devis", indicators=(3,)), [given(mimosa, PDF, "devis.pdf")]))

    ((before, after),) = noted(
        mimosa, stamp, (frozen.Evidence(title="copie", indicators=(5,)), [given(mimosa, PDF, "copie.pdf")])
    )

    assert (before.indicators, after.indicators, titles(mimosa)) == ((3,), (3, 5), [("Devis", (3, 5), 1)])


def test_twice_the_same_file_at_once_is_one_proof(row, mimosa, stamp):
    item = (frozen.Evidence(title="Devis", indicators=(3,)), [given(mimosa, PDF, "devis.pdf")])

    assert len(noted(mimosa, stamp, item, item)) == 1
    assert titles(mimosa) == [("Devis", (3,), 1)]


def test_a_file_that_was_replaced_or_removed_is_no_longer_known(row, mimosa, stamp):
    pieces.add(row, [given(mimosa), given(mimosa, PDF, "devis.pdf")], stamp)
    first, second = Piece.objects.order_by("pk")
    pieces.replace(first, given(mimosa, PNG, "photo.png"), stamp)
    pieces.remove(second, stamp)

    noted(
        mimosa,
        stamp,
        (frozen.Evidence(title="Présences", indicators=(11,)), [given(mimosa)]),
        (frozen.Evidence(title="Devis", indicators=(3,)), [given(mimosa, PDF, "devis.pdf")]),
    )

    assert titles(mimosa) == [("Présences", (11,), 1), ("Devis", (3,), 1)]


def test_two_files_of_one_name_are_two_proofs(row, mimosa, stamp):
    """« scan.pdf » twice, with other contents: nobody said that they are the same proof."""
    proof = frozen.Evidence(title="scan", indicators=(3,))

    noted(mimosa, stamp, (proof, [given(mimosa, PDF, "scan.pdf")]))
    noted(mimosa, stamp, (proof, [given(mimosa, PDF + b"\n", "scan.pdf")]))

    assert titles(mimosa) == [("scan", (3,), 1), ("scan", (3,), 1)]
