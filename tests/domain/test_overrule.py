"""The person overrules the computed answer, with a reason that shows everywhere."""

from __future__ import annotations

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Certifying
from auditblanc.domain.verdict import Answer
from tests.domain.providers import EVERYTHING, applies, provider


def test_overrule_shows_the_reason_of_the_person_with_what_was_computed(catalogue):
    found = applies(catalogue, 27, provider("AF"), applicable=False, reason="Portage terminé en mars.")

    assert (found.answer, found.counts, found.overruled, found.asks) == (Answer.NO, False, True, ())
    assert found.reason == "Déclaré non applicable : Portage terminé en mars."
    assert found.computed_reason == (
        "À confirmer : dites si vous faites appel à la sous-traitance ou au portage salarial."
    )


def test_overrule_to_applicable_is_judged_on_the_categories_it_aims_at(catalogue):
    profile = provider("AF", "BC", certifying=Certifying.NONE)

    found = applies(catalogue, 3, profile, applicable=True, reason="Un titre arrive en janvier")

    assert found.reason == "Déclaré applicable : Un titre arrive en janvier"
    assert found.categories == (Category.TRAINING,)


def test_overrule_to_applicable_against_the_text_is_judged_on_every_category(catalogue):
    found = applies(catalogue, 14, provider("AF", "BC"), applicable=True, reason="Exigé par le donneur d’ordre")

    assert (found.answer, found.categories) == (Answer.YES, (Category.TRAINING, Category.SKILLS_ASSESSMENT))


def test_overrule_settles_a_dispute(catalogue):
    profile = provider("AF", certifying=Certifying.RS)

    found = applies(catalogue, 7, profile, applicable=False, reason="Répondu par notre certificateur.")

    assert (found.answer, found.counts, found.dispute, found.categories) == (Answer.NO, False, None, ())


def test_rating_without_decision_leaves_the_computed_answer(catalogue):
    found = applies(catalogue, 27, provider("AF", **EVERYTHING), presentation="Contrats signés")

    assert (found.answer, found.overruled) == (Answer.YES, False)


def test_words_that_look_like_a_mark_of_ours_stay_as_typed(catalogue):
    found = applies(catalogue, 8, provider("AF"), applicable=True, reason="{categories} %s \\0.")

    assert found.reason == "Déclaré applicable : {categories} %s \\0."
    assert found.by_category[0].reason == found.reason
