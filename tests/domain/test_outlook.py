from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.outlook import NO_CERTIFICATE, last_audit_on, outlook
from auditblanc.domain.profile import Audit, Certificate, LastAudit
from tests.domain.assessments import TRAINER

RULES = load().edition("2026-v9").rules
TODAY = date(2026, 12, 3)


def test_without_a_certificate_the_cycle_is_unknown():
    surveyed = replace(TRAINER, audit=Audit(kind=AuditKind.SURVEILLANCE))

    assert outlook(RULES, surveyed, today=TODAY).next_step == NO_CERTIFICATE


@pytest.mark.parametrize(
    ("first_day", "sentence"),
    [
        (None, "L’audit initial : donnez sa date dans le profil."),
        (TODAY, "L’audit initial, le 3 décembre 2026."),
        (date(2027, 3, 9), "L’audit initial, le 9 mars 2027."),
        (
            date(2026, 12, 2),
            "L’audit initial du 2 décembre 2026 est passé : donnez dans le profil la date de votre certificat.",
        ),
    ],
)
def test_before_the_first_certificate_the_next_step_is_the_initial_audit(first_day, sentence):
    first = replace(TRAINER, audit=Audit(first_day=first_day, kind=AuditKind.INITIAL))

    assert outlook(RULES, first, today=TODAY).next_step == sentence


def test_a_certificate_tells_the_next_step():
    certified = replace(TRAINER, certificate=Certificate(decided_on=date(2026, 3, 10)))

    found = outlook(RULES, certified, today=TODAY).next_step

    assert found == "L’audit de surveillance est à prévoir entre le 10 mai 2027 et le 10 janvier 2028."


def test_what_is_missing_is_asked_for():
    found = outlook(RULES, TRAINER, today=TODAY)

    assert (found.length[:7], found.left_out, found.sites[:7]) == ("Inconnu", "", "Inconnu")


def test_the_last_audit_is_that_of_the_profile():
    held = replace(TRAINER, last_audit=LastAudit(held_on=date(2025, 9, 1)))

    assert (last_audit_on(held), last_audit_on(replace(TRAINER, last_audit=None))) == (date(2025, 9, 1), None)
