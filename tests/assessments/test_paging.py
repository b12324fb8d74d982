"""A list is cut in pages that hold each row once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.assessments.paging import cut


@given(st.integers(0, 300), st.integers(1, 60))
def test_all_pages_together_are_the_list(count, size):
    rows = list(range(count))
    pages = cut(count, 1, size).pages

    assert [row for page in range(1, pages + 1) for row in rows[cut(count, page, size).rows]] == rows


@pytest.mark.parametrize(("asked", "page"), [(-3, 1), (0, 1), (2, 2), (99, 3)])
def test_a_page_that_is_not_there_is_the_nearest(asked, page):
    assert cut(101, asked, 50)[:2] == (page, 3)


def test_an_empty_list_has_one_page():
    assert cut(0, 4, 50) == (1, 1, slice(0, 50))
