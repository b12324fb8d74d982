"""The rules of an indicator in words, each with its certainty."""

from __future__ import annotations

from auditblanc.domain.indicator_words import rules
from auditblanc.domain.rulebook import Certainty


def told(catalogue, number):
    edition = catalogue.edition("2026-v9")
    return {rule.label: rule for rule in rules(edition, edition.indicator(number))}


def test_every_indicator_tells_four_rules_at_least(catalogue):
    four = ["Catégories", "Gravité", "Audit de surveillance", "Nouvel entrant, audit initial"]

    assert all(list(told(catalogue, number))[:4] == four for number in range(1, 34))
    assert told(catalogue, 1)["Gravité"].certainty is Certainty.CONFIRMED


def test_a_condition_is_told_with_its_category(catalogue):
    assert " si " in told(catalogue, 3)["Catégories"].words


def test_a_disputed_gravity_tells_both_readings(catalogue):
    assert told(catalogue, 33)["Gravité"].words.startswith("discutée : ")


def test_what_is_particular_to_a_subcontractor_is_told(catalogue):
    edition = catalogue.edition("2026-v9")
    noted = [each.number for each in edition.indicators if each.as_subcontractor.note]

    with_five = [each.number for each in edition.indicators if len(told(catalogue, each.number)) == 5]
    assert noted == with_five
    assert 0 < len(noted) < 33
