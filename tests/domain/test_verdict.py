"""How the answers of several categories add up, and how each is told."""

from __future__ import annotations

from itertools import permutations

import pytest

from auditblanc.domain.categories import Category
from auditblanc.domain.referential import Dispute
from auditblanc.domain.rulebook import Certainty
from auditblanc.domain.verdict import CATEGORIES, Answer, Verdict, decided, disputed, outcome, union

AF, BC, VAE, CFA = Category
FOR = Dispute(default=True, reading_yes="les uns l’appliquent", reading_no="les autres non", sources=("A", "B"))
AGAINST = Dispute(default=False, reading_yes="les uns l’appliquent", reading_no="les autres non", sources=("A", "B"))


def verdict(answer, clause="", **fields):
    return Verdict(answer=answer, clause=clause or answer, certainty=Certainty.CONFIRMED, **fields)


# From the strongest to the weakest.
YES, FOR_IT, UNKNOWN, AGAINST_IT, NO = STRENGTH = (
    verdict(Answer.YES),
    disputed(FOR),
    verdict(Answer.UNKNOWN),
    disputed(AGAINST),
    verdict(Answer.NO),
)


def test_sums_count_the_default_of_a_dispute_and_nothing_of_an_unknown():
    assert [each.counts for each in STRENGTH] == [True, True, None, False, False]


@pytest.mark.parametrize("strongest", range(5))
def test_strongest_verdict_wins_in_any_order(strongest):
    found = {
        outcome(union(dict(zip(Category, order, strict=False)))) for order in permutations(STRENGTH[strongest:][:4])
    }

    assert found == {outcome(STRENGTH[strongest])}


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (verdict(Answer.YES, "c’est ainsi"), "Applicable : c’est ainsi."),
        (verdict(Answer.NO, "c’est ainsi"), "Non applicable : c’est ainsi."),
        (verdict(Answer.UNKNOWN, "dites ce qu’il en est"), "À confirmer : dites ce qu’il en est."),
        (FOR_IT, "Discuté, compté comme applicable : les uns l’appliquent ; à l’inverse, les autres non."),
        (AGAINST_IT, "Discuté, compté comme non applicable : les autres non ; à l’inverse, les uns l’appliquent."),
        (decided(FOR_IT, applies=False, reason="Vu avec lui"), "Déclaré non applicable : Vu avec lui"),
        (decided(NO, applies=True, reason="Vu avec lui."), "Déclaré applicable : Vu avec lui."),
    ],
)
def test_verdict_is_told_in_one_sentence(one, sentence):
    assert one.sentence == sentence


def test_decision_keeps_neither_dispute_nor_question():
    asking = verdict(Answer.UNKNOWN, asks=("alternance",))

    found = [decided(each, applies=True, reason="Oui") for each in (FOR_IT, asking)]

    assert [(each.dispute, each.asks, each.overruled) for each in found] == [(None, (), True)] * 2


def test_winners_tell_each_ground_once_with_its_categories():
    always = verdict(Answer.YES, f"vaut pour {CATEGORIES}", sources=("V9A",))
    met = verdict(Answer.YES, "vous le faites", sources=("BOIT", "V9A"))

    found = union({AF: met, BC: always, VAE: NO, CFA: always})

    assert found.sentence == "Applicable : vous le faites ; vaut pour les bilans de compétences et l’apprentissage."
    assert found.sources == ("BOIT", "V9A")


def test_unknowns_ask_every_question_once():
    two = [verdict(Answer.UNKNOWN, asks=asks) for asks in (("alternance", "certifying"), ("certifying",))]

    assert union({AF: two[0], BC: two[1], CFA: NO}).asks == ("alternance", "certifying")


def test_sentence_of_one_category_names_it():
    one = verdict(Answer.YES, f"vaut toujours pour {CATEGORIES}")

    assert one.sentence_for(VAE) == "Applicable : vaut toujours pour la validation des acquis de l’expérience."
