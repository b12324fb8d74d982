"""Days and periods as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.dates import in_french
from auditblanc.domain.said_dates import said_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CGV du 12/03/2026", date(2026, 3, 12)),
        ("12-03-26", date(2026, 3, 12)),
        ("12.3.2026", date(2026, 3, 12)),
        ("émargement 12 mars 2026 matin", date(2026, 3, 12)),
        ("1er septembre 2026", date(2026, 9, 1)),
        ("2026-03-12 bilan", date(2026, 3, 12)),
        ("scan_20260312", date(2026, 3, 12)),
        ("le 4 août 2025", date(2025, 8, 4)),
    ],
)
def test_a_day(text, day):
    assert said_date(text).day == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("mars 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("fév. 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("sept. 2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("2026-03", date(2026, 3, 1), date(2026, 3, 31)),
        ("CGV 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("année 2025-2026", date(2025, 9, 1), date(2026, 8, 31)),
        ("du 2 au 4 mars 2026", date(2026, 3, 2), date(2026, 3, 4)),
    ],
)
def test_a_period(text, first, last):
    found = said_date(text)

    assert (found.day, found.first, found.last) == (None, first, last)


@pytest.mark.parametrize(
    "text", ["", "3.11", "indicateur 12", "31/02/2026", "2020-2026", "12/13/2026", "1234", "version 3"]
)
def test_what_is_no_day_is_none(text):
    assert said_date(text) is None


@given(day=st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_french_writes_it(day):
    for words in (in_french(day), f"{day:%d/%m/%Y}", day.isoformat()):
        found = said_date(f"Bilan {words} signé")
        assert (found.day, found.words) == (day, words)


@given(text=st.text(max_size=60))
def test_no_text_trips_it(text):
    said_date(text)


def test_a_letter_that_stands_for_two_does_not_shift_the_words():
    found = said_date("ﬁche du 12/03/2026")

    assert (found.day, found.words) == (date(2026, 3, 12), "12/03/2026")
