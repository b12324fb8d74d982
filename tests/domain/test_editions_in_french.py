"""What every shipped edition owes its readers: plain French, no draft left, no word that passes for official."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.domain.differences import WORDINGS

EDITIONS = ["2019-v7", "2019-v9", "2026-v9"]


def table(catalogue, name):
    """What the file of an edition says itself, before its base completes it."""
    return tomllib.loads(catalogue.files[name].text)


def strings(value):
    """Every text of ours in a raw edition file: the words of the form are kept to the letter, slips included."""
    if isinstance(value, dict):
        return [text for name, item in value.items() if name != "form" for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.fixture(params=EDITIONS)
def raw(request, catalogue):
    return strings(table(catalogue, request.param))


@pytest.fixture(params=EDITIONS)
def edition(request, catalogue):
    return catalogue.edition(request.param)


def test_no_draft_is_left(raw):
    assert [text for text in raw if "TODO" in text or not text.strip()] == []


def test_apostrophes_are_typographic(raw):
    assert [text for text in raw if "'" in text] == []


def test_spaces_are_single_and_ends_are_clean(raw):
    assert [text for text in raw if "  " in text or text != text.strip()] == []


def test_no_private_number_of_a_source_is_copied(raw):
    assert [text for text in raw if re.search(r"\b\d{8,}\b", text)] == []


def test_nothing_passes_for_official(edition):
    filled = [
        (one.number, name)
        for one in edition.indicators
        for name in WORDINGS
        if getattr(one, name).official or getattr(one, name).verification
    ]

    assert filled == []


def test_nothing_promises_the_certificate(raw):
    assert [text for text in raw if re.search(r"vous (serez|êtes) certifié", text)] == []


def test_a_change_is_told_in_one_or_two_sentences(edition):
    told = {one.number: one.change.summary for one in edition.indicators if one.change}

    sentences = {number: len(re.findall(r"[.!?](?=\s|$)", summary)) for number, summary in told.items()}

    assert {number: count for number, count in sentences.items() if count not in (1, 2)} == {}


def test_a_statement_of_ours_speaks_to_the_reader(edition):
    ours = [one.statement.text for one in edition.indicators if one.statement.is_reworded]

    assert [text for text in ours if not text.startswith(("Vous ", "Lorsque vous "))] == []


def test_an_expected_level_of_ours_says_what_to_show(edition):
    ours = [one.expected_level.text for one in edition.indicators if one.expected_level.is_reworded]

    assert [
        text for text in ours if not text.startswith(("Démontrer ", "Donner ", "Présenter ", "La prestation "))
    ] == []


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("field", ["evidence_kinds", "auditor_asks", "usual_gaps"])
def test_an_item_of_help_starts_with_a_capital_and_says_one_thing(catalogue, name, field):
    items = [item for entry in table(catalogue, name)["indicators"] for item in strings(entry.get(field, []))]

    assert [item for item in items if not item[0].isupper() or " ; " in item] == []
