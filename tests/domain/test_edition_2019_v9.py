"""The edition 2019-v9: same decree as the form, read with guide V9. Literal tables, so that a slip in the file shows."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.referential import ChangeKind
from auditblanc.domain.rulebook import Certainty
from tests.domain.differences import WORDINGS, changed_fields

LEVEL, EXAMPLES, KINDS, NOTE = "expected_level", "evidence_examples", "evidence_kinds", "scope_note"

# What guides V8 and V9 changed against the form, in the words of the regulatory notes, § 5.2 (sources V9A, V9B, V9C).
CHANGES = {
    1: ("substance", {LEVEL, EXAMPLES, KINDS}, "accessible, exhaustive and up to date; the explicit 'dated' is gone"),
    2: ("substance", {LEVEL, EXAMPLES, KINDS}, "figures that let one follow results against objectives"),
    3: ("clarified", {EXAMPLES, KINDS}, "same expected level; a missing success rate is never minor"),
    4: ("clarified", {EXAMPLES, KINDS}, "same expected level; added: disability compensation needs"),
    5: ("substance", {LEVEL, EXAMPLES, KINDS}, "specific objectives defined and open to evaluation"),
    6: ("clarified", {EXAMPLES, KINDS}, "same expected level; added: accessibility at design time"),
    7: ("clarified", {EXAMPLES, KINDS}, "same expected level; evidence widened: authorisation to train"),
    8: ("softened", {LEVEL, EXAMPLES}, "show that procedures exist (was: are implemented)"),
    9: ("clarified", {EXAMPLES, KINDS}, "same expected level; added: distance learning items"),
    10: ("softened", {LEVEL, EXAMPLES, KINDS}, "expected when the needs analysis shows it is needed"),
    11: ("clarified", {EXAMPLES, KINDS}, "same expected level; in-company follow-up booklets accepted"),
    12: ("substance", {LEVEL, EXAMPLES, KINDS, NOTE}, "limited to more than 2 days; measures embodied by tools"),
    13: ("substance", {LEVEL}, "hardened: a formal, iterative articulation process"),
    14: ("clarified", {EXAMPLES, KINDS}, "same expected level; gender balance and diversity"),
    15: ("clarified", {EXAMPLES, KINDS}, "same expected level; the CFA's own internal rules"),
    16: ("clarified", {EXAMPLES, KINDS}, "same idea; evidence widened a lot"),
    17: ("clarified", {EXAMPLES, KINDS}, "public accessibility register and subcontracting contracts added"),
    18: ("substance", {LEVEL, EXAMPLES, KINDS}, "name the people per needed function and coordinate them"),
    19: ("substance", {LEVEL, EXAMPLES, KINDS}, "resources coherent with objectives and available"),
    20: ("substance", {LEVEL, EXAMPLES, KINDS}, "hardened: mobility staff and their actions"),
    21: ("softened", {LEVEL, EXAMPLES}, "mastery is verified (was: is the subject of an evaluation)"),
    22: ("softened", {LEVEL, EXAMPLES, KINDS}, "various learning levers (was: a plan must exist)"),
    23: ("substance", {LEVEL, EXAMPLES, KINDS}, "hardened: taken into account and communicated internally"),
    24: ("clarified", {EXAMPLES}, "same expected level; the watch itself, not an 'economic watch'"),
    25: ("clarified", {EXAMPLES}, "same expected level; feasibility analysis of innovations"),
    26: ("substance", {LEVEL, EXAMPLES, KINDS}, "identify a network (was: set up); say how it is used"),
    27: ("clarified", {EXAMPLES, KINDS}, "same expected level; 'subcontracting contracts'"),
    28: ("clarified", {NOTE}, "same expected level; any period in a company"),
    29: ("clarified", {EXAMPLES, KINDS}, "same expected level; spreading offers, trade competitions"),
    30: ("softened", {LEVEL, EXAMPLES, KINDS}, "solicit opinions (was: a collection system)"),
    31: ("clarified", {EXAMPLES, KINDS}, "same expected level; a complaint is collected in writing"),
    32: ("clarified", {EXAMPLES, KINDS}, "same expected level; follow-up table"),
}


@pytest.fixture(scope="module")
def form(catalogue):
    return catalogue.edition("2019-v7")


@pytest.fixture(scope="module")
def v9(catalogue):
    return catalogue.edition("2019-v9")


def test_it_holds_from_march_2024_to_october_2026(v9):
    assert (v9.audits_from, v9.audits_to) == (date(2024, 3, 8), date(2026, 10, 31))


def test_the_guide_and_the_audit_order_are_named_with_their_dates(v9):
    assert (v9.guide.name, v9.guide.effective_from) == ("Guide de lecture V9", date(2024, 3, 8))
    assert v9.audit_order.name.endswith("modifié par l’arrêté du 31 mai 2023")


def test_the_decree_and_the_rules_of_the_form_still_hold(form, v9):
    assert (v9.decree, v9.rules, v9.criteria) == (form.decree, form.rules, form.criteria)


def test_it_changes_those_fields_and_no_other(form, v9):
    assert changed_fields(form, v9) == {number: fields for number, (_, fields, _) in CHANGES.items()}


def test_no_statement_moves(form, v9):
    assert [indicator.statement for indicator in v9.indicators] == [one.statement for one in form.indicators]


def test_each_change_has_the_kind_that_the_facts_give(v9):
    told = {indicator.number: indicator.change.kind.value for indicator in v9.indicators}

    assert told == {number: kind for number, (kind, _, _) in CHANGES.items()}


def test_the_kind_of_change_follows_from_the_expected_level():
    with_new_level = {number for number, (_, fields, _) in CHANGES.items() if LEVEL in fields}

    assert with_new_level == {n for n, (kind, _, _) in CHANGES.items() if kind in ("substance", "softened")}


def test_two_changes_rest_on_less_than_agreeing_sources(v9):
    unsure = {one.number: one.change.certainty for one in v9.indicators if one.change.certainty != "confirmed"}

    assert unsure == {12: Certainty.INFERENCE, 17: Certainty.CONFLICT}


@pytest.mark.parametrize("number", CHANGES)
def test_a_changed_wording_is_marked_as_ours_and_the_others_keep_the_words_of_the_form(form, v9, number):
    before, after = form.indicator(number), v9.indicator(number)

    marked = {name for name in WORDINGS if getattr(after, name).is_reworded}
    kept = {name: getattr(after, name) for name in WORDINGS if name not in marked}

    assert marked == CHANGES[number][1] & WORDINGS
    assert kept == {name: getattr(before, name) for name in kept}


def test_trainings_of_two_days_or_less_are_out_of_indicator_12_without_dispute(v9):
    assert v9.indicator(12).applies["AF"].condition == "duration_over_2_days"
    assert v9.indicator(12).applies["AF"].dispute_when_unmet is None


def test_nothing_is_pending(v9):
    assert [one.number for one in v9.indicators for name in WORDINGS if getattr(one, name).pending] == []


def test_a_change_that_softens_or_clarifies_leaves_the_rating_standing(v9):
    again = [one.number for one in v9.indicators if one.change.kind is ChangeKind.SUBSTANCE]

    assert again == [1, 2, 5, 12, 13, 18, 19, 20, 23, 26]
