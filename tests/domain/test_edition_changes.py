"""What changes from one edition to another, as the editions tell it, and what they do not tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_changes import changes
from auditblanc.domain.indicator_fields import differing, says_otherwise
from auditblanc.domain.referential import ChangeKind, Wording
from auditblanc.domain.rulebook import Certainty
from tests.domain.invented import BACK_TO_5, EDITIONS, SILENT, WITHOUT_5, catalogue_with


@pytest.fixture(scope="module")
def dropped():
    return load([EDITIONS])


def change(catalogue, start, end, number):
    return next(found for found in changes(catalogue, start, end) if found.indicator == number)


def kinds(catalogue, start, end):
    """For each kind but « none », the indicators of that kind."""
    found = changes(catalogue, start, end)
    return {
        kind: [each.indicator for each in found if each.kind is kind]
        for kind in ChangeKind
        if kind is not ChangeKind.NONE and any(each.kind is kind for each in found)
    }


def test_the_decree_of_2026_changes_these_indicators(catalogue):
    """Source: comparison of the annexes of decrees 2019-565 and 2026-728, indicator by indicator."""
    assert kinds(catalogue, "2019-v9", "2026-v9") == {
        ChangeKind.FORM: [9, 28, 31],
        ChangeKind.SUBSTANCE: [1, 2, 3, 7, 12, 14, 15, 19, 20, 27, 30, 32],
        ChangeKind.NEW: [33],
    }


def test_going_back_to_2019_reopens_the_same_and_removes_the_new_one(catalogue):
    assert kinds(catalogue, "2026-v9", "2019-v9") == {
        ChangeKind.FORM: [9, 28, 31],
        ChangeKind.SUBSTANCE: [1, 2, 3, 7, 12, 14, 15, 19, 20, 27, 30, 32],
        ChangeKind.REMOVED: [33],
    }


def test_the_invented_v10_changes_four(dropped):
    assert kinds(dropped, "2026-v9", "2026-v10-inventee") == {
        ChangeKind.CLARIFIED: [11],
        ChangeKind.SOFTENED: [22],
        ChangeKind.SUBSTANCE: [1, 33],
    }


def test_a_softer_text_gone_back_on_is_a_harder_one(dropped):
    found = change(dropped, "2026-v10-inventee", "2026-v9", 22)

    assert found.kind is ChangeKind.SUBSTANCE
    assert found.reopens
    assert found.summaries == (
        "Retour en arrière sur ce changement : Inventé : un seul levier de professionnalisation suffit.",
    )


def test_the_strongest_change_names_the_whole_way_and_each_step_is_told(dropped):
    found = change(dropped, "2019-v7", "2026-v10-inventee", 1)

    assert found.kind is ChangeKind.SUBSTANCE
    assert [(step.edition, step.kind) for step in found.steps] == [
        ("2019-v9", ChangeKind.SUBSTANCE),
        ("2026-v9", ChangeKind.SUBSTANCE),
        ("2026-v10-inventee", ChangeKind.SUBSTANCE),
    ]
    assert (
        found.summaries[-1] == "Inventé : il faut désormais montrer la date de la dernière relecture de l’information."
    )


def test_gravity_alone_changes_no_text_and_is_told(dropped):
    found = change(dropped, "2026-v9", "2026-gravite-inventee", 12)

    assert (found.kind, found.reopens) == (ChangeKind.NONE, False)
    assert [field.label for field in found.fields] == ["gravité possible"]
    assert found.summaries == ("Inventé : le texte ne change pas, mais un écart y est désormais toujours majeur.",)


def test_fields_that_differ_between_both_ends_are_named(dropped):
    assert [field.label for field in change(dropped, "2026-v9", "2026-v10-inventee", 33).fields] == [
        "niveau attendu",
        "exemples de preuves",
        "régime des nouveaux entrants",
        "audit de surveillance",
        "règle en sous-traitance",
    ]


def test_each_step_gives_its_sources(dropped):
    (step,) = change(dropped, "2026-v9", "2026-v10-inventee", 11).steps

    assert [source.label for source in step.sources] == ["Texte inventé pour les tests d’Auditblanc"]
    assert step.certainty is Certainty.INFERENCE


def test_nothing_changes_on_the_same_edition(catalogue):
    assert all(
        (found.kind, found.steps, found.fields) == (ChangeKind.NONE, (), ())
        for found in changes(catalogue, "2026-v9", "2026-v9")
    )


def test_an_indicator_that_an_edition_drops_is_said_to_be_removed(tmp_path):
    catalogue = catalogue_with(tmp_path, sans=WITHOUT_5)

    gone = change(catalogue, "2026-v9", "sans-5", 5)
    back = change(catalogue, "sans-5", "2026-v9", 5)

    assert (gone.kind, gone.title) == (ChangeKind.REMOVED, back.title)
    assert gone.summaries == ("L’édition « sans-5 » ne contient plus cet indicateur.",)
    assert back.kind is ChangeKind.NEW
    assert back.summaries == (
        "Retour en arrière sur ce changement : L’édition « sans-5 » ne contient plus cet indicateur.",
    )


def test_a_number_that_goes_and_comes_back_is_another_text(tmp_path):
    catalogue = catalogue_with(tmp_path, sans=WITHOUT_5, retour=BACK_TO_5)

    found = change(catalogue, "2026-v9", "retour-5", 5)

    assert found.kind is ChangeKind.SUBSTANCE
    assert found.summaries == (
        "L’édition « sans-5 » ne contient plus cet indicateur.",
        "L’édition « retour-5 » ajoute cet indicateur.",
    )


def test_what_an_edition_asks_otherwise_without_a_word_is_a_change_of_substance(tmp_path):
    catalogue = catalogue_with(tmp_path, muette=SILENT)

    found = change(catalogue, "2026-v9", "muette", 8)

    assert found.kind is ChangeKind.SUBSTANCE
    assert found.summaries == ("Le texte diffère (niveau attendu) sans que l’édition dise en quoi.",)
    assert found.steps[0].certainty is Certainty.NOT_FOUND


def test_what_asks_nothing_of_the_provider_changes_no_rating(tmp_path):
    catalogue = catalogue_with(tmp_path, muette=SILENT)

    found = change(catalogue, "2026-v9", "muette", 9)

    assert (found.kind, found.steps) == (ChangeKind.NONE, ())
    assert [field.label for field in found.fields] == ["intitulé court"]


def test_editions_without_a_common_base_are_compared_by_their_texts(tmp_path):
    alone = (EDITIONS / "autre-referentiel.toml").read_text("utf-8")
    text = alone.replace('"autre-2027"', '"seule"').replace('referential = "autre"', 'referential = "rnq"')
    catalogue = catalogue_with(tmp_path, seule=text)

    found = changes(catalogue, "2019-v9", "seule")

    assert found[0].kind is ChangeKind.SUBSTANCE
    assert found[0].summaries == ("Le texte diffère (énoncé, niveau attendu) sans que l’édition dise en quoi.",)
    assert found[31].summaries == ("L’édition « seule » ne contient plus cet indicateur.",)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Wording(form="Vous informez."), Wording(form="Vous  informez. \n"), False),
        (Wording(form="Vous informez."), Wording(form="Vous prévenez."), True),
        (Wording(form="Vous informez."), Wording(reworded="Vous informez."), False),
        (
            Wording(reworded="Vous informez."),
            Wording(reworded="Vous informez.", official="Le prestataire informe."),
            False,
        ),
        (
            Wording(reworded="Vous informez.", official="Le prestataire dit."),
            Wording(reworded="Vous informez.", official="Le prestataire informe."),
            True,
        ),
        (Wording(form="Vous informez."), Wording(form="Vous informez.", pending="guide V10"), True),
        (Wording(), Wording(), False),
    ],
    ids=["blanks", "words", "another voice", "pasted in one only", "official words", "pending", "nothing"],
)
def test_wordings_are_compared_like_with_like(one, other, expected):
    assert says_otherwise(one, other) is expected


def test_examples_of_proof_differ_by_their_kinds_too(catalogue):
    indicator = catalogue.edition("2026-v9").indicator(1)

    fields = differing(indicator, replace(indicator, evidence_kinds=("Autre",)))

    assert [field.key for field in fields] == ["evidence"]
