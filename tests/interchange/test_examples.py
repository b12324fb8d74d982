"""The worked examples are what a person reads under « Voir un exemple »: whole, coherent, and plainly fictitious."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Category
from auditblanc.domain.coherence import incoherences
from auditblanc.domain.profile import Activity, Profile
from auditblanc.domain.snapshot import Level
from auditblanc.interchange import workbook
from auditblanc.interchange.examples import TRADES, examples, nearest

CATALOGUE = load()
EDITION = CATALOGUE.edition("2026-v9")
EXAMPLES = examples(CATALOGUE)
each = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.key)


def rated(example):
    return [rating for rating in example.snapshot.ratings if rating.level]


def test_there_are_three_trades():
    assert {example.key: example.trade for example in EXAMPLES} == TRADES
    assert [example.snapshot.profile.categories for example in EXAMPLES] == [
        (Category.TRAINING,),
        (Category.SKILLS_ASSESSMENT,),
        (Category.TRAINING, Category.APPRENTICESHIP),
    ]


@each
def test_each_is_coherent_and_on_the_text_in_force(example):
    assert example.snapshot.edition == EDITION.id
    assert incoherences(EDITION, example.snapshot) == ()


@each
def test_each_is_marked_fictitious_and_names_nobody(example):
    provider = example.snapshot.profile.provider

    assert example.snapshot.title.endswith("(exemple fictif)")
    assert provider.name.endswith("(exemple fictif)")
    assert (provider.siren, provider.nda, provider.director) == ("", "", "")


@each
def test_every_indicator_that_counts_is_answered_and_no_other(example):
    counted = [found.indicator for found in applicabilities(EDITION, example.snapshot) if found.counts]

    assert [rating.indicator for rating in rated(example)] == counted


@each
def test_what_does_not_apply_is_decided_with_a_reason(example):
    decided = [rating for rating in example.snapshot.ratings if rating not in rated(example)]

    assert decided
    assert all(rating.applicable is False and len(rating.reason.split()) >= 15 for rating in decided)


@each
def test_presentations_are_as_long_as_a_person_writes_them(example):
    lengths = {rating.indicator: len(rating.presentation.split()) for rating in rated(example)}

    assert {number: length for number, length in lengths.items() if not 40 <= length <= 120} == {}


def test_no_two_presentations_are_the_same():
    texts = [rating.presentation for example in EXAMPLES for rating in rated(example)]

    assert len(set(texts)) == len(texts) == 76


@each
def test_levels_are_mixed_and_what_is_missing_has_its_effort(example):
    levels = [rating.level for rating in rated(example)]

    assert [level for level in Level if level not in levels] == []
    assert 0.55 <= levels.count(Level.READY) / len(levels) <= 0.7
    assert [
        rating.indicator for rating in rated(example) if (rating.effort is None) != (rating.level is Level.READY)
    ] == []


@each
def test_what_is_ticked_is_a_kind_of_the_text(example):
    for rating in rated(example):
        assert [kind for kind in rating.ticked if kind not in EDITION.indicator(rating.indicator).evidence_kinds] == []


@each
def test_what_is_ready_or_partial_has_proofs_with_a_place_and_a_holder(example):
    shown = [rating.indicator for rating in rated(example) if rating.level is not Level.MISSING]

    assert [number for number in shown if not 1 <= len(example.snapshot.evidence_of(number)) <= 3] == []
    assert all(item.place and item.holder for item in example.snapshot.evidence)


@each
def test_some_proofs_have_no_date_and_none_is_of_a_day_to_come(example):
    days = [item.content_date for item in example.snapshot.evidence]

    assert None in days
    assert all(day <= example.snapshot.updated_on for day in days if day)
    assert date(2026, 9, 1) <= example.snapshot.updated_on < example.snapshot.profile.audit.first_day


def test_the_centre_on_three_sites_tells_categories_apart():
    (_, _, centre) = EXAMPLES

    assert len(centre.snapshot.profile.sites) == 3
    assert [rating.indicator for rating in centre.snapshot.ratings if rating.by_category] == [2, 13, 30]


@each
def test_each_goes_into_a_workbook_and_comes_back(example):
    written = workbook.write(example.snapshot, EDITION)

    assert workbook.read(written, CATALOGUE).snapshot == example.snapshot


def of(*categories, **answers):
    return Profile(activities=tuple(Activity(category=category) for category in categories), **answers)


@pytest.mark.parametrize(
    ("profile", "indicator", "key"),
    [
        (of(Category.TRAINING), 1, "independent-trainer"),
        (of(Category.TRAINING), 13, "apprenticeship-centre"),
        (of(Category.SKILLS_ASSESSMENT), 11, "skills-assessment-centre"),
        (of(Category.APPRENTICESHIP), 33, "apprenticeship-centre"),
        (of(Category.PRIOR_LEARNING_VALIDATION), 1, "independent-trainer"),
        (of(Category.PRIOR_LEARNING_VALIDATION, subcontracting_or_portage=True), 1, "skills-assessment-centre"),
        (of(), 27, "skills-assessment-centre"),
    ],
)
def test_the_nearest_example_is_of_the_same_trade_and_answers(profile, indicator, key):
    assert nearest(EXAMPLES, profile, indicator).key == key


def test_no_example_answers_an_indicator_of_another_text():
    assert nearest(EXAMPLES, of(Category.TRAINING), 99) is None
