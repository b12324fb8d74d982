from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.categories import Gravity
from auditblanc.domain.profile import Audit, Certificate, Finding, LastAudit, ProfileError


@pytest.mark.parametrize(
    "build",
    [
        lambda day: Audit(first_day=day),
        lambda day: Audit(first_day=date(2026, 1, 1), last_day=day),
        lambda day: Certificate(decided_on=day),
        lambda day: Certificate(decided_on=date(2026, 1, 1), expires_on=day),
        lambda day: LastAudit(held_on=day),
        lambda day: Finding(indicator=1, gravity=Gravity.MINOR, received_on=day),
    ],
)
@pytest.mark.parametrize("year", [206, 1999, 2101, 9999])
def test_profile_refuses_a_year_that_no_audit_can_have(build, year):
    with pytest.raises(ProfileError) as refusal:
        build(date(year, 12, 31))

    assert str(refusal.value) == f"La date {date(year, 12, 31):%d/%m/%Y} n’est pas vraisemblable : corrigez l’année."


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2100, 12, 31)])
def test_profile_takes_every_year_of_the_century(day):
    assert Audit(first_day=day).first_day == day
