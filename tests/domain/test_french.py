from __future__ import annotations

import pytest

from auditblanc.domain.french import counted, listed


@pytest.mark.parametrize(
    ("words", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a et b"), (("a", "b", "c"), "a, b et c")],
)
def test_list_ends_with_a_link(words, text):
    assert listed(words) == text


def test_list_may_offer_a_choice():
    assert listed(["a", "b", "c"], "ou") == "a, b ou c"


@pytest.mark.parametrize(("count", "text"), [(0, "0 écart"), (1, "1 écart"), (2, "2 écarts")])
def test_zero_and_one_are_singular(count, text):
    assert counted(count, "écart", "écarts") == text
