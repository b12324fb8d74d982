from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.dates import in_french, months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 3, 10), 14, date(2026, 5, 10)),
        (date(2025, 3, 10), 0, date(2025, 3, 10)),
        (date(2025, 12, 5), 1, date(2026, 1, 5)),
        (date(2025, 1, 5), -1, date(2024, 12, 5)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 5, 31), -3, date(2025, 2, 28)),
    ],
)
def test_months_after_keeps_the_day_or_ends_with_the_month(day, months, expected):
    assert months_after(day, months) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(-120, 120))
def test_months_after_moves_by_exactly_that_many_months(day, months):
    moved = months_after(day, months)

    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (
        moved.day < day.day and months_after(moved.replace(day=1), 1).toordinal() == moved.toordinal() + 1
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 3, 1), "1er mars 2027"),
        (date(2026, 5, 10), "10 mai 2026"),
        (date(2026, 8, 31), "31 août 2026"),
        (date(2027, 2, 11), "11 février 2027"),
    ],
)
def test_in_french_writes_the_first_of_a_month_apart(day, expected):
    assert in_french(day) == expected
