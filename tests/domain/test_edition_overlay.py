"""How an entry of an edition lies over the same entry of the edition it is based on."""

from __future__ import annotations

import pytest

from auditblanc.domain.edition_file import complete

WORDS = {"form": "Vous informez.", "sources": ["SEED"]}


def laid_over(base_entry, own_entry):
    """The entry 1 of an edition that gives ``own_entry`` over ``base_entry``."""
    completed = complete({"indicators": [{"number": 1, **own_entry}]}, {"indicators": [{"number": 1, **base_entry}]})
    return completed["indicators"][0]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"pending": "guide V10"}, {**WORDS, "pending": "guide V10"}),
        ({"pending": "guide V10", "sources": ["D26A"]}, {**WORDS, "pending": "guide V10", "sources": ["D26A"]}),
        ({"reworded": "Vous prévenez."}, {"reworded": "Vous prévenez."}),
        (
            {"reworded": "Vous prévenez.", "pending": "guide V10"},
            {"reworded": "Vous prévenez.", "pending": "guide V10"},
        ),
        ({"official": "Le prestataire informe."}, {"official": "Le prestataire informe."}),
    ],
    ids=["pending alone", "pending and its source", "words", "words and pending", "official words"],
)
def test_a_wording_replaces_the_base_unless_it_only_says_what_is_pending(own, expected):
    assert laid_over({"statement": WORDS}, {"statement": own}) == {"number": 1, "statement": expected}


def test_what_was_pending_is_lifted_without_retyping_the_words():
    awaited = {**WORDS, "pending": "guide V10"}

    assert laid_over({"statement": awaited}, {"statement": {"pending": ""}})["statement"] == {**WORDS, "pending": ""}


def test_a_wording_without_base_may_be_pending_alone():
    assert laid_over({}, {"expected_level": {"pending": "guide V10"}})["expected_level"] == {"pending": "guide V10"}


def test_an_empty_table_takes_the_field_of_the_base_away():
    assert laid_over({"gradable_dispute": {"default": True}}, {"gradable_dispute": {}}) == {"number": 1}


def test_change_is_told_by_the_edition_that_makes_it_and_never_inherited():
    assert laid_over({"change": {"kind": "form"}, "gradable": True}, {}) == {"number": 1, "gradable": True}
