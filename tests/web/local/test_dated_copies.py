"""Which copies of a folder are enough, and which go."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.web.environment import SettingError
from auditblanc.web.local.dated_copies import Kept, dated, enough, kept, thin

LAST = datetime(2026, 11, 26, 3, 15)  # noqa: DTZ001 -- as the clock on the wall
MOMENTS = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)), max_size=60)  # noqa: DTZ001 -- as above
KEPT = st.builds(Kept, days=st.integers(0, 9), weeks=st.integers(0, 9), months=st.integers(0, 9))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7j,4s,12m", Kept(days=7, weeks=4, months=12)),
        ("7 jours, 4 semaines, 12 mois", Kept(days=7, weeks=4, months=12)),
        ("1 jour", Kept(days=1)),
        ("30j", Kept(days=30)),
    ],
)
def test_how_many_are_kept_is_said_in_a_few_letters(text, said):
    assert kept(text) == said


@pytest.mark.parametrize("text", ["", "7", "j", "7j4s", "sept jours", "-1j", "0j,0s", "7j,,12m", "7 ans"])
def test_what_cannot_be_read_is_told_with_an_example(text):
    with pytest.raises(SettingError, match="écrivez par exemple 7j,4s,12m") as refused:
        kept(text)

    assert str(refused.value).startswith(f"« {text} » ne dit pas")


def test_a_year_of_nights_leaves_a_week_of_days_a_month_of_weeks_and_a_year_of_months():
    nights = [LAST - timedelta(days=number) for number in range(400)]

    left = sorted(enough(nights, Kept(days=7, weeks=4, months=12)), reverse=True)

    assert [f"{each:%d/%m/%Y}" for each in left] == [
        "26/11/2026", "25/11/2026", "24/11/2026", "23/11/2026", "22/11/2026", "21/11/2026", "20/11/2026",
        "15/11/2026", "08/11/2026", "31/10/2026", "30/09/2026", "31/08/2026", "31/07/2026", "30/06/2026", "31/05/2026",
        "30/04/2026", "31/03/2026", "28/02/2026", "31/01/2026", "31/12/2025",
    ]  # fmt: skip


def test_days_without_a_copy_do_not_count():
    """A machine that was off for two months keeps what it had."""
    old = [LAST - timedelta(days=60 + number) for number in range(10)]

    assert sorted(enough([LAST, *old], Kept(days=7)), reverse=True) == [LAST, *old[:6]]


@given(MOMENTS, KEPT)
def test_the_newest_stays_and_nothing_is_made_up(moments, keep):
    left = enough(moments, keep)

    assert left <= set(moments)
    assert set(sorted(moments)[-1:]) <= left
    assert len(left) <= max(1, keep.days + keep.weeks + keep.months)


@given(MOMENTS, KEPT)
def test_thinning_again_changes_nothing(moments, keep):
    left = enough(moments, keep)

    assert enough(left, keep) == left


def test_other_files_of_the_folder_are_left_alone(tmp_path):
    names = ["auditblanc-2026-11-24-0315.zip", "auditblanc-2026-11-25-0315.zip", "auditblanc-2026-11-25-1800.zip"]
    others = [
        "auditblanc-2026-13-45-0315.zip",
        "auditblanc-site.zip",
        "avant-mise-a-jour-2026-11-01-030000.zip",
        "notes.txt",
    ]
    for name in (*names, *others):
        (tmp_path / name).write_bytes(b"")

    removed = thin(tmp_path, Kept(days=1))

    assert [path.name for path in removed] == names[:2]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([names[2], *others])
    assert list(dated(tmp_path).values()) == [datetime(2026, 11, 25, 18)]  # noqa: DTZ001 -- as above
