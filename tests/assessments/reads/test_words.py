"""Words looked for in columns: the same are found on either database, whatever their capitals and their accents."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditblanc.accounts.models import Notice, Organisation
from auditblanc.assessments.reads.words import holding
from auditblanc.domain.search import plain
from tests import people

# Letters that are one letter once plain: « ß » is two.
LETTERS = "".join(each for each in map(chr, range(ord("!"), 0x100)) if len(plain(each)) == 1 and plain(each) != " ")


def found(words):
    return [each.name for each in holding(Organisation.objects.order_by("pk"), words, "name")]


@pytest.mark.parametrize(
    "words",
    ["école", "ecole", "ÉCOLE", "Élan", "elan ecole", "l'art", "l’art", "100 %", "[cfa]", "a*b", "c_d", "e\\f", "no?"],
)
def test_what_is_typed_otherwise_is_found(alice, words):
    people.organisation("École de l’Élan", alice)
    people.organisation("Métiers de l'Art", alice)
    people.organisation("L’ART à 100 % [CFA] a*b c_d e\\f no?", alice)

    expected = [
        name
        for name in Organisation.objects.order_by("pk").values_list("name", flat=True)
        if all(word in plain(name) for word in plain(words).split())
    ]
    assert found(words) == expected != []


def test_a_letter_of_elsewhere_is_found_as_it_is_written(alice):
    people.organisation("Œuvres de Dvořák", alice)

    assert [found(words) for words in ("dvořák", "DVOŘAK", "œuvres", "Œuvres")] == [["Œuvres de Dvořák"]] * 4


@pytest.mark.parametrize("words", ["é" * 10_000, "é " * 10_000])
def test_a_search_without_end_is_a_question_that_a_database_takes(alice, words):
    Notice.objects.create(name="x", text="é" * 20_000, updated_at=people.NOON)

    assert holding(Notice.objects.all(), words, "text").exists()


def test_a_sign_is_itself_and_stands_for_no_other(alice):
    people.organisation("Atelier", alice)

    assert [found(words) for words in ("at*r", "at.lier", "atel?er", "[a]telier", "a_elier", "%", "atelier|x")] == [
        []
    ] * 7


def test_words_in_several_columns_are_each_in_one_of_them(alice):
    people.organisation("Centre", alice)

    assert list(
        holding(Organisation.objects.filter(accent=""), "centre", "accent", "name").values_list("name", flat=True)
    ) == ["Centre"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(LETTERS, min_size=1, max_size=12), words=st.text(LETTERS, min_size=1, max_size=3))
def test_it_is_found_when_what_is_plain_of_one_is_in_the_other(alice, name, words):
    row = people.organisation(name, alice)

    assert holding(Organisation.objects.filter(pk=row.pk), words, "name").exists() == (plain(words) in plain(name))
