from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Condition, Gravity
from auditblanc.domain.profile import Audit, Certifying, Finding, LastAudit
from auditblanc.domain.rulebook import Severity
from auditblanc.domain.snapshot import Rating
from tests.conftest import DATA
from tests.domain.assessments import TRAINER, activities, line_of, rated, reasons, scenarios, split

NONE, MINOR, MAJOR, NOT_STATED = Severity
EDITION = load().edition("2026-v9")
OTHER = load([DATA / "editions"]).edition("autre-2027")

FORMALISED = "Nouvel entrant : l’audit initial ne vérifie que la formalisation du processus."
TO_ANSWER = "À confirmer : dites {} ; pour un nouvel entrant, l’audit initial peut ne vérifier que la formalisation du processus."


def trainer(**answers):
    return replace(TRAINER, **answers)


def with_certifying_disputed(*, default):
    """The edition, were the default of the dispute on the Répertoire spécifique another one."""
    known = {condition.key: condition for condition in EDITION.conditions}
    certifying = known[Condition.CERTIFYING]
    other = replace(certifying, dispute=replace(certifying.dispute, default=default))
    return replace(EDITION, conditions=tuple((known | {other.key: other}).values()))


@pytest.mark.parametrize(
    ("number", "level", "expected"),
    [
        (2, 1, (NONE, NONE, NONE)),
        (2, 2, (NONE, MINOR, MAJOR)),
        (2, 3, (MINOR, MAJOR, MAJOR)),
        (2, None, (NONE, NOT_STATED, MAJOR)),
        (11, 1, (NONE, NONE, NONE)),
        (11, 2, (NONE, MAJOR, MAJOR)),
        (11, 3, (MAJOR, MAJOR, MAJOR)),
        (11, None, (NONE, NOT_STATED, MAJOR)),
    ],
)
def test_a_sure_case_has_the_range_of_the_table(number, level, expected):
    """2 is gradable, 11 major only (ART5, FAQ3)."""
    line = line_of(EDITION, rated(number, level))

    assert scenarios(line) == expected
    assert reasons(line) == []


@pytest.mark.parametrize("number", [2, 3, 11, 13, 14, 19, 22, 24, 25, 26, 32])
def test_a_new_entrant_may_have_no_gap_on_the_eleven_indicators_at_the_initial_audit(number):
    """FAQ of the ministry, 7.2."""
    centre = trainer(activities=activities(CFA=True))

    line = line_of(EDITION, rated(number, 3), centre)

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert reasons(line) == [f"{FORMALISED} {EDITION.indicator(number).new_entrant.note}".strip()]
    assert line.widened_by[0].sources == EDITION.indicator(number).sources


@pytest.mark.parametrize(
    ("number", "kind"),
    [(1, AuditKind.INITIAL), (4, AuditKind.INITIAL), (2, AuditKind.RENEWAL), (11, AuditKind.RENEWAL)],
)
def test_a_new_entrant_is_audited_as_others_on_the_rest(number, kind):
    line = line_of(EDITION, rated(number, 3), trainer(activities=activities(AF=True), audit=Audit(kind=kind)))

    assert reasons(line) == []


@pytest.mark.parametrize(
    ("new_entrant", "kind", "asked"),
    [
        (None, AuditKind.INITIAL, "si vous êtes nouvel entrant"),
        (True, None, "quel audit vous préparez"),
        (None, None, "si vous êtes nouvel entrant et quel audit vous préparez"),
    ],
)
def test_an_answer_missing_on_new_entrants_widens_and_is_asked(new_entrant, kind, asked):
    """On 11, that every audit looks at."""
    line = line_of(EDITION, rated(11, 3), trainer(activities=activities(AF=new_entrant), audit=Audit(kind=kind)))

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert reasons(line) == [TO_ANSWER.format(asked)]


def test_a_regime_that_no_source_gives_widens():
    """33 did not exist when the eleven were listed."""
    line = line_of(EDITION, rated(33, 3), trainer(activities=activities(CFA=True)))

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert reasons(line) == [
        "À confirmer : aucune source ne dit encore comment l’audit initial d’un nouvel entrant examine cet indicateur."
    ]


def test_a_surveillance_may_leave_out_what_its_minimum_does_not_hold():
    """Order of 6 June 2019, article 2; FAQ of the ministry, 5."""
    line = line_of(EDITION, rated(2, 3), trainer(audit=Audit(kind=AuditKind.SURVEILLANCE)))

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert reasons(line) == ["Hors du minimum de la surveillance, et sans écart relevé au dernier audit."]


@pytest.mark.parametrize(
    ("number", "last_audit"),
    [
        (1, LastAudit()),
        (2, LastAudit(findings=(Finding(indicator=2, gravity=Gravity.MINOR),))),
        (2, LastAudit(skipped=(2,))),
    ],
)
def test_a_surveillance_looks_at_its_minimum_and_at_what_the_last_audit_left(number, last_audit):
    line = line_of(EDITION, rated(number, 3), trainer(audit=Audit(kind=AuditKind.SURVEILLANCE), last_audit=last_audit))

    assert scenarios(line) == (MINOR, MAJOR, MAJOR)
    assert reasons(line) == []


def test_a_disputed_indicator_that_counts_by_default_may_have_no_gap():
    """7 and the Répertoire spécifique: guide V9 against several certifiers (BOIT, SMARTOF7)."""
    line = line_of(EDITION, rated(7, 3), trainer(certifying=Certifying.RS))

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert line.counts is True
    assert line.is_disputed
    assert [reason.split(" : ")[0] for reason in reasons(line)] == ["Discuté, compté comme applicable"]


@pytest.mark.parametrize("level", [2, 3, None])
def test_a_disputed_indicator_that_does_not_count_by_default_has_no_plausible_gap(level):
    line = line_of(with_certifying_disputed(default=False), rated(7, level), trainer(certifying=Certifying.RS))

    assert scenarios(line) == (NONE, NONE, MAJOR)
    assert line.counts is False
    assert [reason.split(" : ")[0] for reason in reasons(line)] == ["Discuté, compté comme non applicable"]


def test_an_indicator_that_may_not_apply_may_have_no_gap():
    line = line_of(EDITION, rated(7, 3), trainer(certifying=None))

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert line.counts is None
    assert [reason.split(" : ")[0] for reason in reasons(line)] == ["À confirmer"]


def test_an_indicator_that_does_not_apply_has_no_line():
    assert line_of(EDITION, rated(7, 3)) is None


def test_an_indicator_that_the_person_put_aside_has_no_line():
    assert line_of(EDITION, Rating(indicator=4, applicable=False, reason="Prestation arrêtée")) is None


def test_an_indicator_that_the_person_kept_has_the_range_of_the_table():
    kept = replace(rated(7, 3), applicable=True, reason="Titre visé dès 2027")

    assert scenarios(line_of(EDITION, kept)) == (MAJOR, MAJOR, MAJOR)


@pytest.mark.parametrize(
    ("level", "expected"), [(1, (NONE, NONE, NONE)), (2, (NONE, MINOR, MAJOR)), (3, (MINOR, MAJOR, MAJOR))]
)
def test_the_disputed_gravity_of_33_holds_both_readings(level, expected):
    """ART5 leaves 33 gradable, a public tool files it as major only (D26C): the first is the default, and the wider."""
    line = line_of(EDITION, rated(33, level), trainer(activities=activities(CFA=False)))

    assert scenarios(line) == expected
    assert line.is_disputed
    assert line.minor_possible


def test_a_gravity_disputed_the_other_way_reaches_down_to_the_minor():
    """Indicator 40 of an invented referential: major only by default, gradable in the other reading."""
    line = line_of(OTHER, rated(40, 3), trainer())

    assert scenarios(line) == (MINOR, MAJOR, MAJOR)
    assert reasons(line) == [
        "Gravité discutée : un café froid est une faute légère ; à l’inverse, un café froid est toujours grave."
    ]
    assert line.severities == (MINOR, MAJOR)


def test_every_reason_that_would_widen_alone_is_named():
    """Nothing known of the provider: 3 may not apply, a new entrant or a surveillance may spare it."""
    line = line_of(EDITION, rated(2, 3), trainer(activities=activities(AF=None), audit=Audit()))

    assert reasons(line) == [
        TO_ANSWER.format("si vous êtes nouvel entrant et quel audit vous préparez"),
        "À confirmer : dites quel audit vous préparez (initial, de surveillance ou de renouvellement).",
    ]


def test_no_category_declared_leaves_the_new_entrant_to_be_answered():
    line = line_of(EDITION, rated(11, 3), trainer(activities=()))

    assert scenarios(line) == (NONE, MAJOR, MAJOR)
    assert line.categories == ()
    assert reasons(line) == [TO_ANSWER.format("si vous êtes nouvel entrant")]


class TestSeveralCategories:
    """One gap for the indicator, as grave as its gravest category."""

    BOTH = trainer(activities=activities(AF=True, CFA=False))

    def test_a_level_for_all_is_not_softened_while_one_category_is_not_new(self):
        line = line_of(EDITION, rated(2, 3), self.BOTH)

        assert scenarios(line) == (MINOR, MAJOR, MAJOR)
        assert reasons(line) == []
        assert line.categories == ("AF", "CFA")

    def test_a_gap_in_the_new_category_alone_is_softened(self):
        line = line_of(EDITION, split(2, AF=3, CFA=1), self.BOTH)

        assert scenarios(line) == (NONE, MAJOR, MAJOR)
        assert line.categories == ("AF",)
        assert len(reasons(line)) == 1

    def test_a_gap_in_the_other_category_is_not(self):
        line = line_of(EDITION, split(2, AF=1, CFA=3), self.BOTH)

        assert scenarios(line) == (MINOR, MAJOR, MAJOR)
        assert line.categories == ("CFA",)
        assert reasons(line) == []

    def test_a_category_left_unrated_leaves_the_plausible_unstated(self):
        line = line_of(EDITION, split(1, AF=2, CFA=None), self.BOTH)

        assert line.level is None
        assert scenarios(line) == (NONE, NOT_STATED, MAJOR)
        assert line.categories == ("AF", "CFA")

    def test_a_category_not_told_apart_is_unrated(self):
        assert line_of(EDITION, split(1, AF=1), self.BOTH).level is None

    def test_a_missing_category_is_a_gap_whatever_the_others(self):
        line = line_of(EDITION, split(4, AF=3, CFA=None), self.BOTH)

        assert scenarios(line) == (MAJOR, MAJOR, MAJOR)

    def test_a_category_that_is_no_longer_declared_has_no_say(self):
        line = line_of(EDITION, split(4, AF=1, BC=3), trainer())

        assert scenarios(line) == (NONE, NONE, NONE)
        assert line.categories == ()

    def test_a_category_left_unrated_counts_even_beside_a_disputed_one_that_is_missing(self):
        """3 on a reading that does not count, nothing on the one that does: nothing plausible can be said."""
        edition = with_certifying_disputed(default=False)
        both = trainer(activities=activities(AF=False, CFA=False), certifying=Certifying.RS)

        line = line_of(edition, split(7, AF=3, CFA=None), both)

        assert scenarios(line) == (NONE, NOT_STATED, MAJOR)

    def test_a_category_left_unrated_on_a_reading_that_does_not_count_hides_nothing(self):
        edition = with_certifying_disputed(default=False)
        both = trainer(activities=activities(AF=False, CFA=False), certifying=Certifying.RS)

        line = line_of(edition, split(7, AF=None, CFA=1), both)

        assert scenarios(line) == (NONE, NONE, MAJOR)
        assert line.categories == ("AF",)
