"""What comes on which day: each source, what is late, what is near."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.action import Action, ActionState
from auditblanc.domain.agenda import Due, DueKind, agenda
from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Audit, Certificate, Finding, Profile

RULES = load().edition("2026-v9").rules
TODAY = date(2026, 11, 26)
NOTHING = Profile()


def told(dues):
    return [(due.kind.value, due.title, due.words) for due in dues]


def test_the_audit_and_the_life_of_the_certificate():
    profile = Profile(
        audit=Audit(first_day=date(2027, 3, 9), last_day=date(2027, 3, 10), kind=AuditKind.SURVEILLANCE),
        certificate=Certificate(decided_on=date(2025, 10, 6), categories=(Category.TRAINING,)),
    )

    assert told(agenda(RULES, profile)) == [
        ("certificate", "Période de l’audit de surveillance", "du 6 décembre 2026 au 6 août 2027"),
        ("audit", "Audit de surveillance", "du 9 mars 2027 au 10 mars 2027"),
        (
            "certificate",
            "Prendre contact avec un certificateur pour le renouvellement",
            "5 février 2028",
        ),
        (
            "certificate",
            "Période conseillée de l’audit de renouvellement",
            "du 5 mai 2028 au 5 juillet 2028",
        ),
        ("certificate", "Expiration du certificat", "5 octobre 2028"),
    ]


def test_a_certificate_that_ends_before_its_surveillance_opens_has_none():
    short = Certificate(decided_on=date(2025, 10, 6), expires_on=date(2026, 3, 1), categories=(Category.TRAINING,))

    titles = [title for _, title, _ in told(agenda(RULES, Profile(certificate=short)))]

    assert titles == [
        "Prendre contact avec un certificateur pour le renouvellement",
        "Période conseillée de l’audit de renouvellement",
        "Expiration du certificat",
    ]


def gap(gravity, **said):
    return AuditFinding(finding=Finding(indicator=2, gravity=gravity), key="k", audit_day=date(2026, 9, 18), **said)


def test_a_gap_counts_from_the_audit_and_no_longer_once_lifted():
    findings = (gap(Gravity.MINOR), gap(Gravity.MAJOR), gap(Gravity.MAJOR, lifted_on=TODAY))

    assert told(agenda(RULES, NOTHING, findings=findings)) == [
        ("finding", "Écart majeur sur l’indicateur 2", "18 décembre 2026"),
        ("finding", "Écart mineur sur l’indicateur 2", "18 mars 2027"),
    ]


def test_an_action_counts_by_its_day_then_by_the_day_its_effect_is_looked_at():
    actions = (
        Action(what="Publier", key="a", due=TODAY, owner="Paul"),
        Action(what="Relire", key="b"),
        Action(what="Former", key="c", state=ActionState.DONE, done_on=TODAY, check_on=date(2027, 1, 15)),
        Action(what="Vu", key="d", state=ActionState.DONE, done_on=TODAY, check_on=TODAY, is_effective=True),
        Action(what="Laissée", key="e", due=TODAY, state=ActionState.DROPPED),
    )

    assert agenda(RULES, NOTHING, actions=actions) == (
        Due(key="action-a", kind=DueKind.ACTION, title="Publier", first=TODAY, owner="Paul", about="a"),
        Due(key="check-c", kind=DueKind.CHECK, title="Former", first=date(2027, 1, 15), about="c"),
    )


@pytest.mark.parametrize(
    ("dates", "until"),
    [
        ({"content_date": date(2026, 1, 31), "renewal_months": 1}, date(2026, 2, 28)),
        ({"content_date": date(2026, 6, 1), "covers_to": date(2026, 8, 31), "renewal_months": 12}, date(2027, 8, 31)),
        ({"content_date": date(2020, 1, 1)}, None),
        ({"renewal_months": 12}, None),
    ],
)
def test_a_proof_with_a_rhythm_is_fresh_until_a_day(dates, until):
    proof = Evidence(title="Veille", indicators=(23,), key="p", **dates)

    assert proof.fresh_until == until
    assert [due.first for due in agenda(RULES, NOTHING, evidence=(proof,))] == ([until] if until else [])


def test_without_a_text_the_law_counts_nothing():
    profile = Profile(certificate=Certificate(decided_on=date(2025, 10, 6), categories=(Category.TRAINING,)))

    assert agenda(None, profile, findings=(gap(Gravity.MINOR),)) == ()


@pytest.mark.parametrize(
    ("kind", "first", "last", "late", "soon"),
    [
        (DueKind.ACTION, date(2026, 11, 25), None, True, False),
        (DueKind.ACTION, date(2026, 11, 26), None, False, True),
        (DueKind.ACTION, date(2026, 12, 10), None, False, True),
        (DueKind.ACTION, date(2026, 12, 11), None, False, False),
        (DueKind.AUDIT, date(2026, 11, 25), None, False, False),
        (DueKind.CERTIFICATE, date(2026, 1, 1), date(2026, 12, 31), False, True),
    ],
)
def test_late_is_past_with_something_left_to_do_and_near_is_within_fourteen_days(kind, first, last, late, soon):
    due = Due(key="k", kind=kind, title="x", first=first, last=last)

    assert (due.is_late(TODAY), due.is_soon(TODAY)) == (late, soon)


def test_every_kind_has_its_word():
    assert len({kind.label for kind in DueKind}) == len(DueKind)
