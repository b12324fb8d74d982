"""What a person may type for a date, a category, a list of indicators."""

from __future__ import annotations

from datetime import date

import click
import pytest

from auditblanc.cli.options import CATEGORIES, KINDS
from auditblanc.cli.parameters import Day, Numbers, Word
from auditblanc.domain.categories import AuditKind, Category


@pytest.mark.parametrize("typed", ["2027-02-10", "10/02/2027"])
def test_day_is_read_in_both_usual_forms(typed):
    assert Day().convert(typed, None, None) == date(2027, 2, 10)


@pytest.mark.parametrize("typed", ["demain", "2027-02-30", "10/2027", ""])
def test_day_that_is_none_gets_a_sentence(typed):
    with pytest.raises(click.BadParameter) as refusal:
        Day().convert(typed, None, None)

    assert refusal.value.message == f"« {typed} » n’est pas une date. Écrivez-la 2027-02-10 ou 10/02/2027."


@pytest.mark.parametrize(
    ("typed", "value"),
    [("AF", Category.TRAINING), ("cfa", Category.APPRENTICESHIP), ("Vae", Category.PRIOR_LEARNING_VALIDATION)],
)
def test_category_is_known_whatever_its_case(typed, value):
    assert Word("catégorie", CATEGORIES).convert(typed, None, None) is value


def test_audit_kind_is_a_french_word():
    assert Word("nature", KINDS).convert("renouvellement", None, None) is AuditKind.RENEWAL


def test_word_that_is_not_in_the_list_gets_the_list():
    with pytest.raises(click.BadParameter) as refusal:
        Word("catégorie", CATEGORIES).convert("OF", None, None)

    assert refusal.value.message == "« OF » n’est pas admis. Valeurs possibles : af, bc, vae, cfa."


@pytest.mark.parametrize(
    ("typed", "numbers"), [("12", (12,)), ("1,5-8,12", (1, 5, 6, 7, 8, 12)), (" 3 , 1-2 ,2", (1, 2, 3))]
)
def test_numbers_are_lists_and_ranges(typed, numbers):
    assert Numbers().convert(typed, None, None) == numbers


@pytest.mark.parametrize("typed", ["", "un", "1;2", "1-", "1,,2", "-3"])
def test_numbers_that_are_none_get_an_example(typed):
    with pytest.raises(click.BadParameter) as refusal:
        Numbers().convert(typed, None, None)

    assert refusal.value.message == f"« {typed} » n’est pas une liste d’indicateurs. Écrivez par exemple 1,5-8,12."
