"""Applicability knows no indicator: a file dropped in is enough, whatever it says."""

from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.catalogue import load
from auditblanc.domain.snapshot import Snapshot
from tests.conftest import DATA
from tests.domain.providers import applies, provider


@pytest.fixture(scope="module")
def dropped():
    return load([DATA / "editions"])


@pytest.mark.parametrize(
    ("profile", "answers"),
    [
        (provider("AF", alternance=False), ["yes", "yes", "no", "yes", "no"]),
        (provider("BC"), ["yes", "no", "no", "yes", "no"]),
        (provider("VAE"), ["yes", "no", "no", "no", "yes"]),
        (provider("CFA"), ["yes", "yes", "yes", "no", "no"]),
        (provider(), ["yes", "unknown", "unknown", "unknown", "unknown"]),
    ],
)
def test_another_referential_has_its_own_indicators(dropped, profile, answers):
    found = applicabilities(dropped.edition("autre-2027"), Snapshot(edition="autre-2027", profile=profile))

    assert [each.answer for each in found] == answers


def test_another_referential_may_tell_no_ground_of_nature(dropped):
    edition = dropped.edition("autre-2027")

    found = applies(dropped, edition.numbers[2], provider("CFA"), edition="autre-2027")

    assert found.reason == "Applicable : la condition est remplie par nature pour l’apprentissage."


def test_audit_order_that_moves_gravity_moves_nothing_else(dropped):
    profile = provider("CFA", subcontracting_or_portage=True)
    before, after = (
        {
            each.indicator: each
            for each in applicabilities(dropped.edition(edition), Snapshot(edition=edition, profile=profile))
        }
        for edition in ("2026-v9", "2026-gravite-inventee")
    )

    moved = {number for number in before if before[number].gradable != after[number].gradable}

    assert moved == {12, 33}
    assert {number: each.reason for number, each in before.items()} == {
        number: each.reason for number, each in after.items()
    }
    assert (before[33].gradable_dispute is None, after[33].gradable_dispute) == (False, None)
