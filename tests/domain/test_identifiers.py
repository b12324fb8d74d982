"""Numbers of a provider, well formed or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fr import siren

from auditblanc.domain.identifiers import is_nda, is_siren


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("732829320", True),
        ("732 829 320", True),
        ("732\u00a0829\u00a0320", True),
        ("732829321", False),
        ("73282932", False),
        ("7328293200", False),
        ("73282932A", False),
        ("٧٣٢٨٢٩٣٢٠", False),
        ("", False),
    ],
)
def test_a_siren_is_nine_digits_that_check(typed, expected):
    assert is_siren(typed) is expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("11751234575", True),
        ("11 75 12345 75", True),
        ("942a1234575", True),
        ("942C1234575", False),
        ("1175123457", False),
        ("117512345750", False),
        ("", False),
    ],
)
def test_an_nda_is_eleven_characters(typed, expected):
    assert is_nda(typed) is expected


@given(st.text("0123456789", min_size=8, max_size=10))
def test_a_siren_is_what_the_library_of_numbers_says(typed):
    assert is_siren(typed) == siren.is_valid(typed)
