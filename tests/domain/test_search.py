"""Finding an indicator by its words, as a person types them."""

from __future__ import annotations

import pytest

from auditblanc.domain.search import plain, search


def numbers(catalogue, words):
    return [each.number for each in search(catalogue.edition("2026-v9"), words)]


@pytest.mark.parametrize("words", ["veille legale", "VEILLE légale", "  légale   veille "])
def test_case_accents_and_order_do_not_matter(catalogue, words):
    assert 23 in numbers(catalogue, words)


def test_each_word_is_wanted(catalogue):
    assert set(numbers(catalogue, "veille emplois")) < set(numbers(catalogue, "veille"))


def test_a_number_finds_its_indicator(catalogue):
    assert 12 in numbers(catalogue, "12")


def test_no_word_finds_all_and_no_match_none(catalogue):
    assert (len(numbers(catalogue, "")), numbers(catalogue, "zzzz")) == (33, [])


def test_plain_takes_accents_away():
    assert plain("L’Évaluation à l’œuvre") == "l'evaluation a l'œuvre"
