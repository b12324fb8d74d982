"""The edition 2019-v7: the founding form to the letter, and the rules that go with it. Tables quote their source."""

from __future__ import annotations

import json
from datetime import date

import pytest

from auditblanc.domain.categories import Category, Condition
from auditblanc.domain.referential import NewEntrantRegime, Scope, SubcontractorRule, SurveillanceMinimum
from auditblanc.domain.rulebook import Certainty, Range, Severity
from tests.conftest import DATA

NEVER = Scope()
FORM = json.loads((DATA / "fiche-auto-evaluation.json").read_text("utf-8"))

# Order of 6 June 2019, article 5; FAQ of the ministry, 3.3: a gap on these 17 is always major.
MAJOR_ONLY = [4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32]
# The same, residual clause: the 15 others may be minor or major.
GRADABLE = [1, 2, 3, 8, 9, 12, 13, 17, 18, 19, 23, 24, 25, 28, 30]
# FAQ of the ministry, 7.2: the 11 indicators of which a new entrant shows the process only at the initial audit.
PROCESS_ONLY = [2, 3, 11, 13, 14, 19, 22, 24, 25, 26, 32]
# Order of 6 June 2019, article 2; FAQ of the ministry, 5: what every surveillance looks at (3 when it applies).
SURVEILLANCE = [1, 3, 4, 5, 6, 7, 10, 11, 14, 15, 16, 17, 19, 20, 21, 22, 26, 27, 29, 31, 32]
# Guide de lecture V9, subcontracting boxes (sources V9A, CERTICPF, CEVA).
SUBCONTRACTING = {
    SubcontractorRule.NOT_APPLICABLE: [1, 2, 3],
    SubcontractorRule.ADAPTED: [5, 26, 30],
    SubcontractorRule.MISSION_DEPENDENT: [7, 9, 13, 16, 28],
}
# Guide de lecture V9, columns of the categories: indicators that a condition may drop, and for which categories.
CONDITIONS = {
    Condition.CERTIFYING: {3: "AF VAE CFA", 7: "AF CFA", 16: "AF VAE CFA"},
    Condition.ALTERNANCE: {13: "AF"},
    Condition.WORK_SITUATION_PERIODS: {28: "AF CFA"},
    Condition.SUBCONTRACTING_OR_PORTAGE: {27: "AF BC VAE CFA"},
    Condition.DURATION_OVER_2_DAYS: {12: "AF"},
}
# The same: conditions that the text states and that a category meets by nature.
BY_NATURE = {3: "VAE CFA", 7: "CFA", 16: "VAE CFA", 28: "CFA"}
# Guide de lecture V9, columns of the categories: for apprenticeship alone.
CFA_ONLY = [14, 15, 20, 29]
# Criteria of article R. 6316-1 of the Code du travail: from which indicator to which.
SPREAD = {1: (1, 3), 2: (4, 8), 3: (9, 16), 4: (17, 20), 5: (21, 22), 6: (23, 29), 7: (30, 32)}


@pytest.fixture(scope="module")
def form(catalogue):
    return catalogue.edition("2019-v7")


def numbers(edition, chosen):
    return [indicator.number for indicator in edition.indicators if chosen(indicator)]


# --- the founding form, to the letter


def test_the_form_has_32_indicators_and_7_criteria(form):
    assert form.numbers == tuple(range(1, 33))
    assert [criterion.number for criterion in form.criteria] == list(range(1, 8))


@pytest.mark.parametrize("row", FORM["indicators"], ids=lambda row: str(row["number"]))
def test_the_three_cells_of_a_row_are_the_form_s_to_the_letter(form, row):
    indicator = form.indicator(row["number"])

    assert indicator.scope_note.form + indicator.statement.form == row["statement"]
    assert indicator.expected_level.form == row["expected"]
    assert indicator.evidence_examples.form == row["evidence"]
    assert indicator.criterion == row["criterion"]


@pytest.mark.parametrize("row", FORM["criteria"], ids=lambda row: str(row["number"]))
def test_a_criterion_has_the_title_of_the_form_to_the_letter(form, row):
    assert form.criteria[row["number"] - 1].title.form == row["title"]


def test_the_introduction_has_the_lines_of_the_form(form):
    lines = [line.strip(" \n") for line in FORM["intro"].split("\n")]

    assert list(form.introduction) == [line for line in lines if line]


def test_nothing_but_the_form_s_words_is_shown(form):
    wordings = [
        wording
        for one in form.indicators
        for wording in (one.scope_note, one.statement, one.expected_level, one.evidence_examples)
    ]

    assert {(wording.official, wording.reworded, wording.pending) for wording in wordings} == {("", "", "")}
    assert {wording.sources for wording in wordings if wording.form} == {("SEED",)}


def test_a_scope_note_stands_apart_from_the_statement(form):
    noted = numbers(form, lambda one: one.scope_note.form)

    assert noted == [3, 7, 8, 13, 14, 15, 16, 20, 28, 29]
    assert form.indicator(14).scope_note.text == "Cet indicateur concerne uniquement l’apprentissage\u00a0:"
    assert form.indicator(14).full_statement.startswith(
        "Cet indicateur concerne uniquement l’apprentissage\u00a0:\n\nVous mettez en œuvre"
    )


# Slips of the form, kept as they are: regulatory notes, § 6.2.
@pytest.mark.parametrize(
    ("number", "field", "slip"),
    [
        (2, "statement", "du public accueillis"),
        (14, "statement", "un accompagnement socio-professionnelle"),
        (19, "statement", "vos bénéficiaires des ressources pédagogiques et vous permettez à celui-ci"),
        (20, "evidence_examples", "; \n• nom et qualité"),
        (28, "scope_note", "(contrat professionnalisation, contrat d’apprentissage)"),
        (30, "statement", "bénéficiaires, financeurs, équipes pédagogiques et entreprises concernées"),
    ],
)
def test_the_slips_of_the_form_are_kept(form, number, field, slip):
    assert slip in getattr(form.indicator(number), field).form


# --- the rules


def test_each_indicator_may_be_minor_or_is_always_major(form):
    assert numbers(form, lambda one: one.gradable) == GRADABLE
    assert numbers(form, lambda one: not one.gradable) == MAJOR_ONLY
    assert numbers(form, lambda one: one.gradable_dispute) == []


def test_eleven_indicators_are_softened_for_new_entrants_and_say_how(form):
    soft = numbers(form, lambda one: one.new_entrant.regime is NewEntrantRegime.PROCESS_ONLY)

    assert soft == PROCESS_ONLY
    assert numbers(form, lambda one: one.new_entrant.note) == PROCESS_ONLY
    assert numbers(form, lambda one: one.new_entrant.regime is NewEntrantRegime.UNKNOWN) == []


def test_surveillance_has_a_minimum(form):
    assert numbers(form, lambda one: one.surveillance_minimum is SurveillanceMinimum.YES) == SURVEILLANCE
    assert numbers(form, lambda one: one.surveillance_minimum is SurveillanceMinimum.UNKNOWN) == []


def test_eleven_indicators_change_for_a_subcontractor_and_say_how(form):
    told = {rule: numbers(form, lambda one, rule=rule: one.as_subcontractor.rule is rule) for rule in SUBCONTRACTING}

    assert told == SUBCONTRACTING
    assert numbers(form, lambda one: one.as_subcontractor.note) == [1, 2, 3, 5, 7, 9, 13, 16, 26, 28, 30]
    assert numbers(form, lambda one: one.as_subcontractor.rule is SubcontractorRule.UNKNOWN) == []


def test_conditions_stand_where_the_guide_puts_them(form):
    told = {
        condition: {
            one.number: " ".join(name for name in Category if (one.applies.get(name) or NEVER).condition is condition)
            for one in form.indicators
            if condition in [scope.condition for scope in one.applies.values()]
        }
        for condition in Condition
    }

    assert told == CONDITIONS


def test_some_conditions_are_met_by_nature(form):
    told = {
        one.number: " ".join(name for name, scope in one.applies.items() if scope.true_by_nature)
        for one in form.indicators
    }

    assert {number: names for number, names in told.items() if names} == BY_NATURE


def test_four_indicators_are_for_apprenticeship_alone(form):
    assert numbers(form, lambda one: list(one.applies) == [Category.APPRENTICESHIP]) == CFA_ONLY


def test_each_criterion_has_its_indicators_in_a_row(form):
    told = {number: form.of_criterion(number) for number in SPREAD}

    assert {number: (found[0].number, found[-1].number) for number, found in told.items()} == SPREAD


def test_rs_is_disputed_and_counts_by_default(form):
    certifying = form.condition(Condition.CERTIFYING)

    assert certifying.disputed_answer == "rs"
    assert certifying.dispute.default is True
    assert certifying.dispute.certainty is Certainty.CONFLICT


def test_what_guide_v9_alone_says_of_a_category_is_said(form):
    told = {
        (one.number, name.value): scope.certainty
        for one in form.indicators
        for name, scope in one.applies.items()
        if scope.note
    }

    assert told == {
        (12, "AF"): None,
        (12, "BC"): Certainty.INFERENCE,
        (12, "VAE"): Certainty.INFERENCE,
        (28, "AF"): None,
        (30, "BC"): None,
    }


# Regulatory notes, § 6 of the product: lecture d’Auditblanc, best / plausible / worst.
NONE, MINOR, MAJOR, NOT_STATED = Severity.NONE, Severity.MINOR, Severity.MAJOR, Severity.NOT_STATED
FORECAST = {
    "gradable": {
        "ready": (NONE, NONE, NONE),
        "partial": (NONE, MINOR, MAJOR),
        "missing": (MINOR, MAJOR, MAJOR),
        "unrated": (NONE, NOT_STATED, MAJOR),
    },
    "major_only": {
        "ready": (NONE, NONE, NONE),
        "partial": (NONE, MAJOR, MAJOR),
        "missing": (MAJOR, MAJOR, MAJOR),
        "unrated": (NONE, NOT_STATED, MAJOR),
    },
}


@pytest.mark.parametrize("kind", FORECAST)
@pytest.mark.parametrize("level", ["ready", "partial", "missing", "unrated"])
def test_a_level_leads_to_a_range_of_gravities(form, kind, level):
    best, plausible, worst = FORECAST[kind][level]

    assert getattr(getattr(form.rules.forecast, kind), level) == Range(best=best, plausible=plausible, worst=worst)


def test_the_range_is_a_reading_of_ours_and_five_minors_make_a_major(form):
    assert form.rules.forecast.certainty is Certainty.INFERENCE
    assert form.rules.forecast.minors_equal_to_a_major == 5


# Order of 6 June 2019, articles 1, 2 and 5; FAQ of the ministry, 3 and 5.
def test_delays_are_those_of_the_order(form):
    deadlines, cycle = form.rules.deadlines, form.rules.cycle

    assert (deadlines.minor_months, deadlines.major_months, deadlines.major_check_months) == (6, 3, 1)
    assert (cycle.validity_months, cycle.surveillance_from_month, cycle.surveillance_to_month) == (36, 14, 22)


def test_it_holds_until_guide_v8(form):
    assert (form.audits_from, form.audits_to) == (date(2021, 3, 29), date(2024, 1, 22))
    assert (form.based_on, form.referential) == ("", "rnq")


def test_that_the_form_follows_guide_v7_is_said_to_be_a_reading(form):
    assert form.guide.certainty is Certainty.INFERENCE
    assert "lecture d’Auditblanc" in form.guide.note


def test_what_is_not_known_is_said(form):
    assert [unknown.topic for unknown in form.unknowns] == [
        "Guide V7",
        "Règles d’audit sous le guide V7",
        "Indicateur 12, deux jours",
        "Indicateurs 3 et 7, catégories",
        "Indicateur 28, périodes en entreprise",
        "Répertoire spécifique (RS)",
        "Guide V8",
        "Durée de l’audit de surveillance",
    ]
