"""What applies and why, case by case: the sentence that a person reads is part of each case."""

from __future__ import annotations

from itertools import pairwise

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Certifying
from auditblanc.domain.rulebook import Certainty
from auditblanc.domain.snapshot import Snapshot
from auditblanc.domain.verdict import Answer
from tests.domain.providers import EVERYTHING, NOTHING, applies, provider


@pytest.mark.parametrize(
    ("number", "profile", "reason"),
    [
        (1, provider("AF"), "Applicable : l’indicateur vaut pour toutes les catégories d’actions."),
        (
            8,
            provider("AF", "BC", "CFA"),
            "Applicable : l’indicateur vaut toujours pour les actions de formation et l’apprentissage.",
        ),
        (
            3,
            provider("AF", certifying=Certifying.RNCP),
            "Applicable : vos prestations conduisent à une certification professionnelle.",
        ),
        (
            3,
            provider("VAE", "CFA"),
            "Applicable : une certification professionnelle est visée par nature pour la validation des acquis de l’expérience et l’apprentissage.",
        ),
        (
            13,
            provider("AF", "CFA", alternance=True),
            "Applicable : certaines de vos formations se font en alternance ; l’indicateur vaut toujours pour l’apprentissage.",
        ),
        (14, provider("AF"), "Non applicable : l’indicateur ne vise que l’apprentissage."),
        (
            7,
            provider("BC", "VAE"),
            "Non applicable : l’indicateur ne vise que les actions de formation et l’apprentissage.",
        ),
        (
            27,
            provider("AF", "BC", subcontracting_or_portage=False),
            "Non applicable : vous ne faites appel ni à la sous-traitance ni au portage salarial.",
        ),
        (
            3,
            provider("AF", "BC", certifying=Certifying.NONE),
            "Non applicable : aucune de vos prestations ne conduit à une certification professionnelle.",
        ),
        (
            28,
            provider("AF"),
            "À confirmer : dites si vos formations comprennent des périodes en entreprise (alternance, stage, AFEST).",
        ),
        (
            14,
            provider(),
            "À confirmer : dites quelles catégories d’actions vous réalisez (AF, BC, VAE ou CFA).",
        ),
        (
            13,
            provider(),
            "À confirmer : dites quelles catégories d’actions vous réalisez (AF, BC, VAE ou CFA) ; dites si certaines de vos formations se font en alternance.",
        ),
    ],
)
def test_reason_is_one_whole_sentence(catalogue, number, profile, reason):
    assert applies(catalogue, number, profile).reason == reason


def test_without_category_only_what_all_four_agree_on_is_known(catalogue):
    snapshot = Snapshot(edition="2019-v9", profile=provider(subcontracting_or_portage=True))

    found = applicabilities(catalogue.edition("2019-v9"), snapshot)

    sure = [each.indicator for each in found if each.answer is Answer.YES]
    assert sure == [1, 2, 4, 5, 6, 9, 10, 11, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 30, 31, 32]
    assert {each.answer for each in found if each.indicator not in sure} == {Answer.UNKNOWN}


@pytest.mark.parametrize("edition", ["2019-v7", "2019-v9", "2026-v9"])
@pytest.mark.parametrize("number", [3, 7, 16])
def test_training_for_the_rs_is_disputed_and_counted(catalogue, number, edition):
    """Domain notes, rnq § 1.4: the glossary of guide V9 names the RNCP only, several certifiers the RS as well."""
    found = applies(catalogue, number, provider("AF", certifying=Certifying.RS), edition)

    assert (found.answer, found.counts, found.categories) == (Answer.DISPUTED, True, (Category.TRAINING,))
    assert found.certainty is Certainty.CONFLICT
    assert found.reason == f"Discuté, compté comme applicable : {found.readings[0]} ; à l’inverse, {found.readings[1]}."


def test_sure_category_settles_what_another_leaves_in_dispute(catalogue):
    found = applies(catalogue, 3, provider("AF", "VAE", certifying=Certifying.RS))

    assert (found.answer, found.readings) == (Answer.YES, ())
    assert [(part.category.value, part.answer) for part in found.by_category] == [
        ("AF", Answer.DISPUTED),
        ("VAE", Answer.YES),
    ]


@pytest.mark.parametrize(
    ("edition", "answer"),
    [("2019-v7", Answer.NO), ("2019-v9", Answer.NO), ("2026-v9", Answer.DISPUTED)],
)
def test_twelve_under_two_days(catalogue, edition, answer):
    """Domain notes, rnq § 1.4: whether the limit of guide V9 covers what 2026 added is not known."""
    found = applies(catalogue, 12, provider("AF", duration_over_2_days=False), edition)

    assert found.answer is answer
    assert found.counts is (answer is Answer.DISPUTED)


def test_alternance_stands_for_a_missing_answer_on_periods_in_a_company(catalogue):
    """Guide de lecture V9, indicator 28: any period in a company, alternance included."""
    answers = [
        applies(catalogue, 28, provider("AF", alternance=alternance, work_situation_periods=periods)).answer
        for alternance, periods in ((True, None), (False, None), (True, False))
    ]

    assert answers == [Answer.YES, Answer.UNKNOWN, Answer.NO]


def test_several_categories_are_judged_where_the_indicator_aims(catalogue):
    found = applies(catalogue, 8, provider("AF", "BC", "VAE", "CFA"))

    assert found.categories == (Category.TRAINING, Category.APPRENTICESHIP)


def test_every_edition_says_its_sources_and_certainty(catalogue):
    for edition in ("2019-v7", "2019-v9", "2026-v9"):
        text = catalogue.edition(edition)
        known = {source.key for source in text.sources}
        for profile in (provider(), provider("AF", **EVERYTHING), provider("AF", certifying=Certifying.RS)):
            for each in applicabilities(text, Snapshot(edition=edition, profile=profile)):
                assert each.sources
                assert set(each.sources) <= known


def test_dispute_on_gravity_is_told_beside_the_default(catalogue):
    """Domain notes, rnq § 2: article 5 leaves 33 gradable unless amended, a public tool files it as major only."""
    found = applies(catalogue, 33, provider("CFA"))

    assert (found.gradable, found.gradable_dispute.default) == (True, True)


def test_answers_come_in_the_order_of_the_indicators(catalogue):
    found = applicabilities(
        catalogue.edition("2026-v9"), Snapshot(edition="2026-v9", profile=provider("AF", **NOTHING))
    )

    assert all(before.indicator < after.indicator for before, after in pairwise(found))
    assert len(found) == 33


def test_the_reason_is_told_with_what_goes_with_it(catalogue):
    found = applies(catalogue, 33, provider("CFA"))

    assert found.told[0] == found.reason
    assert found.told == tuple(each for each in (found.reason, *found.readings, found.subcontractor_note) if each)
