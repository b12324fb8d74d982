"""What the profile does not say yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.missing_answers import missing_answers
from auditblanc.domain.profile import Activity, Audit, Certifying, Profile
from auditblanc.domain.snapshot import Snapshot

INITIAL = Profile(
    activities=(Activity(category=Category.TRAINING, new_entrant=False),),
    certifying=Certifying.NONE,
    alternance=False,
    work_situation_periods=False,
    subcontracting_or_portage=False,
    duration_over_2_days=False,
    audit=Audit(first_day=date(2027, 3, 9), kind=AuditKind.INITIAL),
)


def told(catalogue, profile):
    edition = catalogue.edition("2026-v9")
    found = applicabilities(edition, Snapshot(edition=edition.id, profile=profile))
    return [(answer.question, len(answer.indicators)) for answer in missing_answers(edition, profile, found)]


def test_a_whole_profile_lacks_nothing(catalogue):
    assert told(catalogue, INITIAL) == []


def test_a_condition_is_asked_in_the_words_of_the_edition(catalogue):
    profile = replace(INITIAL, certifying=None)

    assert told(catalogue, profile) == [("Vos prestations conduisent-elles à une certification professionnelle ?", 3)]


def test_the_day_of_the_audit_comes_first_for_it_chooses_the_text(catalogue):
    profile = replace(INITIAL, duration_over_2_days=None, audit=replace(INITIAL.audit, first_day=None))

    assert told(catalogue, profile) == [
        ("Quel est le premier jour de l’audit ?", 0),
        ("Certaines de vos formations durent-elles plus de deux jours ?", 1),
    ]


def test_a_surveillance_asks_what_the_last_audit_raised(catalogue):
    profile = replace(INITIAL, audit=replace(INITIAL.audit, kind=AuditKind.SURVEILLANCE))

    assert [question for question, _ in told(catalogue, profile)] == ["Quels écarts le dernier audit a-t-il relevés ?"]


def test_each_question_that_a_blank_profile_leaves_has_its_words(catalogue):
    assert all(question for question, _ in told(catalogue, Profile()))
