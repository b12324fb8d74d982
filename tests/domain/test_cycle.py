from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from auditblanc.domain.cycle import Period, cycle, next_step
from auditblanc.domain.profile import Certificate
from auditblanc.domain.rulebook import Certainty
from tests.strategies import certificates, dates


@pytest.fixture(scope="module")
def rules(catalogue):
    return catalogue.edition("2026-v9").rules.cycle


@pytest.fixture
def worked_example(rules):
    """The example of the research on the order of 6 June 2019: certified on 10 March 2025."""
    return cycle(rules, Certificate(decided_on=date(2025, 3, 10)))


def test_cycle_gives_the_dates_of_the_worked_example(worked_example):
    assert worked_example.surveillance == Period(first=date(2026, 5, 10), last=date(2027, 1, 10))
    assert worked_example.expires_on == date(2028, 3, 9)
    assert worked_example.renewal == Period(first=date(2027, 10, 9), last=date(2027, 12, 9))
    assert worked_example.contact_from == date(2027, 7, 9)
    assert not worked_example.expiry_is_given


def test_cycle_tells_its_certainty_and_sources(worked_example, rules):
    assert worked_example.certainty is Certainty.CONFIRMED
    assert worked_example.sources == rules.sources


@pytest.mark.parametrize(
    ("decided_on", "expires_on"),
    [
        (date(2020, 12, 31), date(2024, 12, 30)),
        (date(2021, 1, 1), date(2023, 12, 31)),
        (date(2024, 2, 29), date(2027, 2, 27)),
        (date(2025, 8, 31), date(2028, 8, 30)),
    ],
)
def test_cycle_holds_four_years_before_2021_then_three(rules, decided_on, expires_on):
    """Order of 6 June 2019, article 1; four years for certificates obtained before 1 January 2021."""
    assert cycle(rules, Certificate(decided_on=decided_on)).expires_on == expires_on


def test_cycle_prefers_the_expiry_that_the_person_read(rules):
    read = cycle(rules, Certificate(decided_on=date(2025, 3, 10), expires_on=date(2028, 1, 31)))

    assert read.expires_on == date(2028, 1, 31)
    assert read.expiry_is_given
    assert read.contact_from == date(2027, 5, 31)
    assert read.renewal == Period(first=date(2027, 8, 31), last=date(2027, 10, 31))


def test_cycle_has_no_surveillance_when_the_certificate_ends_first(rules):
    assert cycle(rules, Certificate(decided_on=date(2025, 3, 10), expires_on=date(2026, 5, 9))).surveillance is None


SURVEILLANCE_AHEAD = "L’audit de surveillance est à prévoir entre le 10 mai 2026 et le 10 janvier 2027."
SURVEILLANCE_NOW = "L’audit de surveillance doit avoir lieu au plus tard le 10 janvier 2027."
SURVEILLANCE_LATE = "Le délai de l’audit de surveillance s’est achevé le 10 janvier 2027 : s’il n’a pas eu lieu, contactez votre certificateur sans attendre."
RENEWAL_AHEAD = "Préparez le renouvellement : contactez un certificateur vers le 9 juillet 2027."
CONTACT_NOW = "Contactez un certificateur : l’audit de renouvellement est conseillé entre le 9 octobre 2027 et le 9 décembre 2027."
RENEWAL_NOW = "L’audit de renouvellement est conseillé avant le 9 décembre 2027 : la décision doit être prise avant l’expiration, le 9 mars 2028."
RENEWAL_LATE = "Le certificat expire le 9 mars 2028 et la décision de renouvellement doit être prise avant : voyez votre certificateur sans attendre."
EXPIRED = "Le certificat a expiré le 9 mars 2028 : un nouvel audit initial est à prévoir, à confirmer avec votre certificateur."


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        (date(2025, 3, 1), SURVEILLANCE_AHEAD),
        (date(2026, 5, 9), SURVEILLANCE_AHEAD),
        (date(2026, 5, 10), SURVEILLANCE_NOW),
        (date(2027, 1, 10), SURVEILLANCE_NOW),
        (date(2027, 1, 11), SURVEILLANCE_LATE),
        (date(2027, 7, 8), SURVEILLANCE_LATE),
        (date(2027, 7, 9), CONTACT_NOW),
        (date(2027, 10, 8), CONTACT_NOW),
        (date(2027, 10, 9), RENEWAL_NOW),
        (date(2027, 12, 9), RENEWAL_NOW),
        (date(2027, 12, 10), RENEWAL_LATE),
        (date(2028, 3, 9), RENEWAL_LATE),
        (date(2028, 3, 10), EXPIRED),
    ],
)
def test_next_step_changes_on_the_first_day_of_each_period(worked_example, today, sentence):
    assert next_step(worked_example, today=today) == sentence


@pytest.mark.parametrize(
    ("last_audit_on", "sentence"),
    [(date(2026, 6, 1), RENEWAL_AHEAD), (date(2025, 2, 1), SURVEILLANCE_NOW), (None, SURVEILLANCE_NOW)],
)
def test_next_step_passes_to_the_renewal_once_the_surveillance_was_held(worked_example, last_audit_on, sentence):
    assert next_step(worked_example, today=date(2026, 9, 1), last_audit_on=last_audit_on) == sentence


def test_next_step_asks_for_no_surveillance_after_the_end_of_the_certificate(rules):
    short = cycle(rules, Certificate(decided_on=date(2025, 3, 10), expires_on=date(2026, 3, 9)))

    assert next_step(short, today=date(2025, 4, 1)) == (
        "Préparez le renouvellement : contactez un certificateur vers le 9 juillet 2025."
    )


@given(certificates(), dates)
def test_next_step_says_expired_from_the_day_after_the_last_and_never_before(rules, certificate, today):
    dated = cycle(rules, certificate)

    sentence = next_step(dated, today=today)

    assert sentence.startswith("Le certificat a expiré") == (today > dated.expires_on)
    assert next_step(dated, today=dated.expires_on + timedelta(days=1)).startswith("Le certificat a expiré")
