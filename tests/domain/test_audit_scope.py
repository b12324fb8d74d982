"""Which indicators the audit must look at.

Source: order of 6 June 2019, articles 1 and 2; FAQ of the ministry, 5; domain notes, rnq § 4.1.
"""

from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.profile import Activity, Audit, Certifying, Finding, LastAudit, Profile
from auditblanc.domain.snapshot import Snapshot
from auditblanc.domain.verdict import Answer
from tests.domain.providers import EVERYTHING, NOTHING, applies, provider

MINIMUM = (1, 3, 4, 5, 6, 7, 10, 11, 14, 15, 16, 17, 19, 20, 21, 22, 26, 27, 29, 31, 32)
NO_GAP = LastAudit()
SURVEILLANCE = Audit(kind=AuditKind.SURVEILLANCE)


def gaps(*numbers):
    return LastAudit(findings=tuple(Finding(indicator=number, gravity=Gravity.MINOR) for number in numbers))


def examined(catalogue, profile, edition="2019-v9"):
    found = applicabilities(catalogue.edition(edition), Snapshot(edition=edition, profile=profile))
    return tuple(each.indicator for each in found if each.in_scope.answer is Answer.YES)


@pytest.mark.parametrize("kind", [AuditKind.INITIAL, AuditKind.RENEWAL])
def test_initial_and_renewal_audits_examine_all_that_applies(catalogue, kind):
    profile = provider("CFA", audit=Audit(kind=kind), **EVERYTHING)

    assert examined(catalogue, profile) == tuple(range(1, 33))


def test_surveillance_examines_its_minimum(catalogue):
    profile = provider("CFA", new_entrant=False, audit=SURVEILLANCE, last_audit=NO_GAP, **EVERYTHING)

    assert examined(catalogue, profile) == MINIMUM


def test_surveillance_leaves_out_of_its_minimum_what_does_not_apply(catalogue):
    """Domain notes, rnq § 4.1: indicator 3 is in the minimum « if concerned »."""
    profile = provider("AF", new_entrant=False, audit=SURVEILLANCE, last_audit=NO_GAP, **NOTHING)

    assert examined(catalogue, profile) == (1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 26, 31, 32)


def test_surveillance_looks_again_at_gaps_and_at_what_was_skipped(catalogue):
    last = LastAudit(findings=gaps(2, 24).findings, skipped=(9, 18))
    profile = provider("CFA", new_entrant=False, audit=SURVEILLANCE, last_audit=last, **EVERYTHING)

    assert examined(catalogue, profile) == tuple(sorted((*MINIMUM, 2, 9, 18, 24)))


def test_surveillance_of_a_new_entrant_examines_all_that_applies(catalogue):
    profile = provider("CFA", new_entrant=True, audit=SURVEILLANCE, **EVERYTHING)

    assert examined(catalogue, profile, "2026-v9") == tuple(range(1, 34))


def test_surveillance_of_a_new_category_examines_all_that_applies_to_it(catalogue):
    """Domain notes, rnq § 3: a new category makes a new entrant for the indicators of that category only."""
    activities = (
        Activity(category=Category.TRAINING, new_entrant=False),
        Activity(category=Category.SKILLS_ASSESSMENT, new_entrant=True),
    )
    profile = Profile(activities=activities, audit=SURVEILLANCE, last_audit=NO_GAP, **EVERYTHING)

    left_out = set(range(1, 33)) - set(examined(catalogue, profile)) - {14, 15, 20, 29}

    assert left_out == {8, 13, 28}


@pytest.mark.parametrize(
    ("number", "profile", "answer", "reason"),
    [
        (
            9,
            provider("AF", audit=Audit(kind=AuditKind.INITIAL)),
            "yes",
            "L’audit initial examine tous les indicateurs applicables.",
        ),
        (
            9,
            provider("AF", audit=Audit(kind=AuditKind.RENEWAL)),
            "yes",
            "L’audit de renouvellement examine tous les indicateurs applicables.",
        ),
        (4, provider("AF"), "yes", "Il est examiné à tout audit, surveillance comprise."),
        (9, provider("AF", last_audit=gaps(9)), "yes", "Un écart y a été relevé au dernier audit."),
        (
            9,
            provider("AF", last_audit=LastAudit(skipped=(9,))),
            "yes",
            "L’audit initial, réduit, ne l’avait pas examiné.",
        ),
        (
            9,
            provider("AF", new_entrant=True, audit=SURVEILLANCE),
            "yes",
            "Nouvel entrant à l’audit initial : la surveillance examine tous les indicateurs applicables.",
        ),
        (
            9,
            provider("AF", new_entrant=False, audit=SURVEILLANCE, last_audit=NO_GAP),
            "no",
            "Hors du minimum de la surveillance, et sans écart relevé au dernier audit.",
        ),
        (14, provider("AF", last_audit=NO_GAP), "no", "L’indicateur ne s’applique pas : aucun audit ne l’examine."),
        (
            9,
            provider("AF"),
            "unknown",
            "À confirmer : dites quel audit vous préparez (initial, de surveillance ou de renouvellement).",
        ),
        (
            9,
            provider("AF", audit=SURVEILLANCE),
            "unknown",
            "À confirmer : dites quels écarts le dernier audit a relevés et si vous étiez nouvel entrant à l’audit initial.",
        ),
        (
            9,
            provider("AF", new_entrant=False, audit=SURVEILLANCE),
            "unknown",
            "À confirmer : dites quels écarts le dernier audit a relevés.",
        ),
        (
            9,
            provider(audit=SURVEILLANCE, last_audit=NO_GAP),
            "unknown",
            "À confirmer : dites si vous étiez nouvel entrant à l’audit initial.",
        ),
        (27, provider("AF"), "unknown", "À confirmer : il est examiné s’il s’applique."),
        (
            33,
            provider("CFA", new_entrant=False, audit=SURVEILLANCE, last_audit=NO_GAP),
            "unknown",
            "À confirmer : aucune source ne dit encore si la surveillance doit l’examiner.",
        ),
        (
            27,
            provider("AF", subcontracting_or_portage=False, last_audit=gaps(27)),
            "unknown",
            "À confirmer : un écart y a été relevé au dernier audit, alors que l’indicateur ne s’applique plus.",
        ),
    ],
)
def test_scope_says_why_in_one_sentence(catalogue, number, profile, answer, reason):
    found = applies(catalogue, number, profile).in_scope

    assert (found.answer, found.reason) == (answer, reason)


def test_disputed_indicator_is_examined_by_its_default(catalogue):
    profile = provider("AF", certifying=Certifying.RS, audit=Audit(kind=AuditKind.INITIAL))

    assert applies(catalogue, 3, profile).in_scope.answer is Answer.YES


def test_indicator_declared_out_by_the_person_is_left_out(catalogue):
    profile = provider("AF", audit=Audit(kind=AuditKind.INITIAL))

    found = applies(catalogue, 9, profile, applicable=False, reason="Hors de l’échantillon")

    assert found.in_scope.answer is Answer.NO
