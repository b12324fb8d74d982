from __future__ import annotations

from dataclasses import replace
from datetime import date

from auditblanc.domain.catalogue import load
from auditblanc.domain.outlook import NO_CERTIFICATE, last_audit_on, outlook
from auditblanc.domain.profile import Certificate, LastAudit
from tests.domain.assessments import TRAINER

RULES = load().edition("2026-v9").rules
TODAY = date(2026, 12, 3)


def test_without_a_certificate_the_cycle_is_unknown():
    assert outlook(RULES, TRAINER, today=TODAY).next_step == NO_CERTIFICATE


def test_a_certificate_tells_the_next_step():
    certified = replace(TRAINER, certificate=Certificate(decided_on=date(2026, 3, 10)))

    found = outlook(RULES, certified, today=TODAY).next_step

    assert found == "Prochaine étape : l’audit de surveillance, entre le 10 mai 2027 et le 10 janvier 2028."


def test_what_is_missing_is_asked_for():
    found = outlook(RULES, TRAINER, today=TODAY)

    assert (found.length[:7], found.left_out, found.sites[:7]) == ("Inconnu", "", "Inconnu")


def test_the_last_audit_is_that_of_the_profile():
    held = replace(TRAINER, last_audit=LastAudit(held_on=date(2025, 9, 1)))

    assert (last_audit_on(held), last_audit_on(replace(TRAINER, last_audit=None))) == (date(2025, 9, 1), None)
