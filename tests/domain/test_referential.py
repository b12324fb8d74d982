"""What an edition shows of its texts, and how its entries are found."""

from __future__ import annotations

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category, Condition, Gravity
from auditblanc.domain.referential import ChangeKind, Wording
from tests.conftest import DATA

OFFICIAL, FORM, OURS = "Le prestataire informe.", " Vous informez. \n\n", "Vous dites tout."


@pytest.mark.parametrize(
    ("wording", "shown", "is_reworded"),
    [
        (Wording(official=OFFICIAL, form=FORM, reworded=OURS), OFFICIAL, False),
        (Wording(form=FORM, reworded=OURS), "Vous informez.", False),
        (Wording(reworded=OURS), OURS, True),
        (Wording(), "", False),
    ],
    ids=["official first", "then the form's, without its blank ends", "then ours, marked", "nothing"],
)
def test_the_official_wording_is_shown_first_then_the_form_s_then_ours(wording, shown, is_reworded):
    assert wording.text == shown
    assert wording.is_reworded is is_reworded


def test_what_is_pending_is_said_alone_when_nothing_is_known():
    wording = Wording(pending="guide V10")

    assert wording.text == wording.pending_sentence == "Non publié (guide V10)."
    assert not wording.is_reworded


def test_what_is_pending_is_said_under_the_words_that_are_known():
    wording = Wording(reworded=OURS, pending="guide V10")

    assert wording.text == "Vous dites tout.\nPour la partie nouvelle : non publié (guide V10)."


def test_a_scope_note_and_its_statement_make_the_cell_of_the_form(catalogue):
    edition = catalogue.edition("2019-v7")

    assert edition.indicator(27).full_statement == edition.indicator(27).statement.text
    assert edition.indicator(29).full_statement == (
        f"{edition.indicator(29).scope_note.text}\n\n{edition.indicator(29).statement.text}"
    )


def test_entries_are_found_by_number_or_key(catalogue):
    edition = catalogue.edition("2026-v9")

    assert edition.indicator(33).number == 33
    assert edition.condition(Condition.ALTERNANCE).key is Condition.ALTERNANCE
    assert edition.source("SEED").key == "SEED"
    assert [indicator.number for indicator in edition.of_criterion(7)] == [30, 31, 32, 33]


def test_an_entry_that_is_not_there_is_a_key_error(catalogue):
    edition = catalogue.edition("2019-v7")

    with pytest.raises(KeyError, match="33"):
        edition.indicator(33)
    with pytest.raises(KeyError, match="NULLE"):
        edition.source("NULLE")


def test_a_condition_that_is_not_told_is_a_key_error():
    edition = load([DATA / "editions"]).edition("autre-2027")

    with pytest.raises(KeyError, match="CERTIFYING"):
        edition.condition(Condition.CERTIFYING)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (ChangeKind.NONE, "inchangé"),
        (ChangeKind.FORM, "changement de forme"),
        (ChangeKind.CLARIFIED, "précisé"),
        (ChangeKind.SOFTENED, "assoupli"),
        (ChangeKind.SUBSTANCE, "changé sur le fond"),
        (ChangeKind.NEW, "nouveau"),
        (ChangeKind.REMOVED, "supprimé"),
        (Category.SKILLS_ASSESSMENT, "Bilans de compétences"),
        (AuditKind.SURVEILLANCE, "audit de surveillance"),
        (Gravity.MAJOR, "majeure"),
    ],
)
def test_a_word_of_the_code_has_its_word_on_the_screen(kind, label):
    assert kind.label == label


@pytest.mark.parametrize("words", [ChangeKind, Category, AuditKind, Gravity])
def test_every_word_of_the_code_has_its_own_label(words):
    assert len({word.label for word in words}) == len(words)
