"""A provider that has just started, or starts a category: what its initial audit asks for.

Source: order of 6 June 2019, article 1; FAQ of the ministry, 7.2: eleven indicators.
"""

from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Audit, Certifying, Profile
from auditblanc.domain.referential import NewEntrantRegime
from auditblanc.domain.snapshot import Snapshot
from tests.domain.providers import applies, provider

ELEVEN = (2, 3, 11, 13, 14, 19, 22, 24, 25, 26, 32)


def softened(catalogue, profile, edition="2019-v9"):
    found = applicabilities(catalogue.edition(edition), Snapshot(edition=edition, profile=profile))
    return {each.indicator: each.softened_for for each in found if each.softened_for}


def test_initial_audit_softens_eleven_indicators(catalogue):
    profile = provider("CFA", new_entrant=True, audit=Audit(kind=AuditKind.INITIAL))

    assert softened(catalogue, profile) == dict.fromkeys(ELEVEN, (Category.APPRENTICESHIP,))


def test_new_category_is_softened_alone(catalogue):
    activities = (
        Activity(category=Category.TRAINING, new_entrant=False),
        Activity(category=Category.SKILLS_ASSESSMENT, new_entrant=True),
    )
    profile = Profile(activities=activities, audit=Audit(kind=AuditKind.INITIAL), certifying=Certifying.RNCP)

    found = softened(catalogue, profile)

    assert found == dict.fromkeys((2, 11, 19, 22, 24, 25, 26, 32), (Category.SKILLS_ASSESSMENT,))


@pytest.mark.parametrize("kind", [AuditKind.SURVEILLANCE, AuditKind.RENEWAL])
def test_later_audits_are_in_full(catalogue, kind):
    assert softened(catalogue, provider("CFA", new_entrant=True, audit=Audit(kind=kind))) == {}


@pytest.mark.parametrize(
    ("number", "new_entrant", "kind", "regime"),
    [
        (2, True, AuditKind.INITIAL, NewEntrantRegime.PROCESS_ONLY),
        (2, False, AuditKind.INITIAL, NewEntrantRegime.FULL),
        (2, None, AuditKind.INITIAL, NewEntrantRegime.UNKNOWN),
        (2, True, None, NewEntrantRegime.UNKNOWN),
        (2, None, AuditKind.RENEWAL, NewEntrantRegime.FULL),
        (4, True, AuditKind.INITIAL, NewEntrantRegime.FULL),
        (33, True, AuditKind.INITIAL, NewEntrantRegime.UNKNOWN),
    ],
)
def test_regime_of_a_category(catalogue, number, new_entrant, kind, regime):
    found = applies(catalogue, number, provider("CFA", new_entrant=new_entrant, audit=Audit(kind=kind)))

    assert [part.new_entrant for part in found.by_category] == [regime]
