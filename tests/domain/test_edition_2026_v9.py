"""The edition 2026-v9: the decree of 2026 and its 33 indicators, read with guide V9 until a V10 is published."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.categories import Category, Condition
from auditblanc.domain.referential import (
    ChangeKind,
    NewEntrantRegime,
    SubcontractorRule,
    SurveillanceMinimum,
)
from auditblanc.domain.rulebook import Certainty
from tests.domain.differences import WORDINGS, changed_fields

# What the decree changed, from both texts side by side: regulatory notes, § 5.3 (sources D26A, D26C, D26D).
SUBSTANCE = [1, 2, 3, 7, 12, 14, 15, 19, 20, 27, 30, 32]
FORM_ONLY = [9, 28, 31]
NEW = [33]
AWAITED = [*SUBSTANCE, *NEW]  # regulatory notes, § 0.3: expected levels that only a V10 will give

REWRITTEN = {"statement", "expected_level", "evidence_examples", "evidence_kinds", "auditor_asks", "usual_gaps"}


@pytest.fixture(scope="module")
def v9(catalogue):
    return catalogue.edition("2019-v9")


@pytest.fixture(scope="module")
def text(catalogue):
    return catalogue.edition("2026-v9")


def of_kind(edition, kind):
    return [one.number for one in edition.indicators if one.change and one.change.kind is kind]


def test_it_holds_for_every_audit_from_november_2026(text):
    assert (text.audits_from, text.audits_to) == (date(2026, 11, 1), None)
    assert text.decree.effective_from == date(2026, 11, 1)
    assert text.decree.reference.startswith("NOR TRSD2619632D, JO du 4 août 2026, texte 11, JORFTEXT000054608509")


def test_it_is_still_read_with_guide_v9_and_audited_under_the_same_order(v9, text):
    assert text.guide.name == v9.guide.name
    assert (text.audit_order, text.rules) == (v9.audit_order, v9.rules)


def test_it_has_33_indicators_under_the_same_seven_criteria(v9, text):
    assert text.numbers == tuple(range(1, 34))
    assert text.criteria == v9.criteria


def test_each_change_has_the_kind_that_the_comparison_of_both_texts_gives(text):
    assert of_kind(text, ChangeKind.SUBSTANCE) == SUBSTANCE
    assert of_kind(text, ChangeKind.FORM) == FORM_ONLY
    assert of_kind(text, ChangeKind.NEW) == NEW


def test_13_is_said_unchanged_against_the_press(text):
    change = text.indicator(13).change

    assert (change.kind, change.certainty) == (ChangeKind.NONE, Certainty.CONFLICT)
    assert "D26E" in change.sources


def test_the_others_are_not_mentioned(text):
    silent = [one.number for one in text.indicators if one.change is None]

    assert silent == [4, 5, 6, 8, 10, 11, 16, 17, 18, 21, 22, 23, 24, 25, 26, 29]


def test_it_changes_those_fields_and_no_other(v9, text):
    expected = {number: set(REWRITTEN) for number in SUBSTANCE}
    expected[12] |= {"title", "scope_note", "applies"}
    expected[32] |= {"title"}

    assert changed_fields(v9, text) == expected


@pytest.mark.parametrize("number", SUBSTANCE)
def test_a_changed_statement_is_marked_as_ours(text, number):
    assert text.indicator(number).statement.is_reworded


@pytest.mark.parametrize("number", FORM_ONLY)
def test_a_statement_changed_in_form_only_keeps_the_words_of_the_form_unmarked(v9, text, number):
    assert text.indicator(number).statement == v9.indicator(number).statement
    assert not text.indicator(number).statement.is_reworded


@pytest.mark.parametrize("field", ["expected_level", "evidence_examples"])
def test_what_guide_v10_alone_will_give_is_said_to_be_awaited(text, field):
    assert [one.number for one in text.indicators if getattr(one, field).pending] == AWAITED
    assert {getattr(text.indicator(number), field).pending for number in AWAITED} == {"guide V10"}


@pytest.mark.parametrize("number", SUBSTANCE)
@pytest.mark.parametrize("field", ["expected_level", "evidence_examples"])
def test_an_awaited_wording_keeps_the_words_and_the_mark_of_guide_v9(v9, text, number, field):
    before, after = getattr(v9.indicator(number), field), getattr(text.indicator(number), field)

    assert after.text == f"{before.text}\nPour la partie nouvelle : non publié (guide V10)."
    assert (after.is_reworded, after.certainty, after.sources) == (before.is_reworded, before.certainty, before.sources)


@pytest.mark.parametrize("number", SUBSTANCE)
def test_help_of_guide_v9_stays_beside_what_is_new(v9, text, number):
    before, after = v9.indicator(number), text.indicator(number)

    # 30 alone words a proof otherwise: funders, only where there are any.
    assert set(before.evidence_kinds) - set(after.evidence_kinds) == (
        {"Contact annuel avec les financeurs ou participation à leurs événements"} if number == 30 else set()
    )
    assert set(before.auditor_asks) < set(after.auditor_asks)
    assert set(before.usual_gaps) < set(after.usual_gaps)


def test_titles_tell_what_was_added_to_12_and_32(text):
    assert text.indicator(12).title == "Engagement, prévention des ruptures et des violences"
    assert text.indicator(32).title == "Amélioration continue et analyse des risques"


def test_short_trainings_leave_12_in_dispute_for_its_new_part_only(text):
    scope = text.indicator(12).applies[Category.TRAINING]

    assert scope.condition is Condition.DURATION_OVER_2_DAYS
    assert scope.dispute_when_unmet.default is True
    assert "pour cette seule partie nouvelle" in scope.dispute_when_unmet.reading_yes


def test_12_applies_to_the_other_categories_without_condition(v9, text):
    others = [Category.SKILLS_ASSESSMENT, Category.PRIOR_LEARNING_VALIDATION, Category.APPRENTICESHIP]

    assert [text.indicator(12).applies[one] for one in others] == [v9.indicator(12).applies[one] for one in others]


def test_33_is_for_apprenticeship_alone_under_criterion_7(text):
    assert text.indicator(33).criterion == 7
    assert list(text.indicator(33).applies) == [Category.APPRENTICESHIP]
    assert text.indicator(33).full_statement.startswith("Cet indicateur concerne uniquement l’apprentissage :\n\nVous ")


def test_33_is_ours_in_every_wording_that_is_known(text):
    new = text.indicator(33)

    assert {name for name in WORDINGS if getattr(new, name).is_reworded} == {"statement", "scope_note"}
    assert {new.expected_level.text, new.evidence_examples.text} == {"Non publié (guide V10)."}


def test_33_says_what_is_not_known_of_its_rules(text):
    new = text.indicator(33)

    assert new.new_entrant.regime is NewEntrantRegime.UNKNOWN
    assert new.surveillance_minimum is SurveillanceMinimum.UNKNOWN
    assert new.as_subcontractor.rule is SubcontractorRule.UNKNOWN
    assert "guide V10" in new.new_entrant.note
    assert "guide V10" in new.as_subcontractor.note


def test_33_may_be_minor_by_default_and_that_is_disputed(text):
    new = text.indicator(33)

    assert new.gradable is True
    assert new.gradable_dispute.default is True
    assert new.gradable_dispute.sources == ("ART5", "D26C")
    assert new.certainty.gradable is Certainty.CONFLICT


def test_33_helps_as_much_as_the_others(text):
    new = text.indicator(33)

    assert min(len(new.evidence_kinds), len(new.auditor_asks), len(new.usual_gaps)) >= 3


def test_what_was_looked_for_and_not_found_is_said_with_where_to_look(text):
    assert [unknown.topic for unknown in text.unknowns] == [
        "Guide de lecture V10",
        "Seuil de l’indicateur 19",
        "Seuil de l’indicateur 20",
        "Indicateur 12 et formations de deux jours au plus",
        "Gravité d’un écart sur l’indicateur 33",
        "Indicateur 33 : nouveaux entrants, surveillance et sous-traitance",
        "Arrêté d’audit modifié",
        "Durée de l’audit de surveillance",
        "Énoncés officiels",
    ]
    places = ("Légifrance : ", "travail-emploi.gouv.fr, page Qualiopi")
    assert [unknown.topic for unknown in text.unknowns if not unknown.where_to_look.startswith(places)] == []
