"""How an entry of an edition lies over the same entry of the edition it is based on."""

from __future__ import annotations

import pytest

from auditblanc.domain.edition_overlay import complete
from auditblanc.domain.structure import StructureError

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


def test_a_list_is_amended_by_what_is_added_and_dropped():
    base = {"evidence_kinds": ["Site", "Plaquette", "Salon"]}

    amended = laid_over(base, {"evidence_kinds": {"added": ["Catalogue"], "dropped": ["Plaquette"]}})

    assert amended == {"number": 1, "evidence_kinds": ["Site", "Salon", "Catalogue"]}


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (
            {"dropped": ["Radio"]},
            "indicators › 1 › evidence_kinds › dropped : « Radio » n’est pas dans la liste de l’édition de base.",
        ),
        ({"added": "Radio"}, "indicators › 1 › evidence_kinds › added : une liste est attendue."),
        (
            {"added": ["Radio"], "moved": []},
            "indicators › 1 › evidence_kinds › moved : une liste se modifie par « added » et « dropped » seulement.",
        ),
    ],
)
def test_an_amendment_at_fault_is_told_with_its_place(own, sentence):
    with pytest.raises(StructureError) as caught:
        laid_over({"evidence_kinds": ["Site"]}, {"evidence_kinds": own})

    assert str(caught.value) == sentence


def test_a_file_without_base_stands_as_it_is_in_the_order_of_its_numbers():
    table = {"id": "x", "indicators": [{"number": 2}, {"number": 1}], "rules": {"cycle": {"a": 1}}}

    assert complete(table, None) == {
        "id": "x",
        "indicators": [{"number": 1}, {"number": 2}],
        "rules": {"cycle": {"a": 1}},
        "criteria": [],
        "conditions": [],
        "sources": [],
    }


def test_what_names_an_edition_and_says_when_it_holds_is_never_inherited():
    base = {
        "id": "x",
        "title": "X",
        "based_on": "w",
        "audits_from": 1,
        "audits_to": 2,
        "checked_on": 3,
        "unknowns": [4],
        "referential": "rnq",
        "introduction": ["a"],
    }

    completed = complete({"id": "y"}, base)

    assert {name: completed[name] for name in completed if completed[name]} == {
        "id": "y",
        "referential": "rnq",
        "introduction": ["a"],
    }


def test_each_rule_and_each_legal_text_replaces_the_base_whole():
    base = {"decree": {"name": "A", "note": "n"}, "guide": {"name": "V9"}, "rules": {"cycle": {"a": 1, "b": 2}, "c": 3}}

    completed = complete({"decree": {"name": "B"}, "rules": {"cycle": {"a": 9}}}, base)

    assert completed["decree"] == {"name": "B"}
    assert completed["guide"] == {"name": "V9"}
    assert completed["rules"] == {"cycle": {"a": 9}, "c": 3}


def test_entries_are_completed_by_number_or_key_and_new_ones_find_their_place():
    base = {
        "indicators": [{"number": 1, "title": "a", "applies": {"AF": {}}}, {"number": 3}],
        "sources": [{"key": "SEED", "label": "fiche"}],
    }
    own = {
        "indicators": [{"number": 2}, {"number": 1, "applies": {"BC": {}}}],
        "sources": [{"key": "ABC"}, {"key": "SEED", "url": "https://example.org"}],
    }

    completed = complete(own, base)

    assert completed["indicators"] == [{"number": 1, "title": "a", "applies": {"BC": {}}}, {"number": 2}, {"number": 3}]
    assert completed["sources"] == [
        {"key": "SEED", "label": "fiche", "url": "https://example.org"},
        {"key": "ABC"},
    ]


def test_verified_is_said_of_one_edition_and_not_inherited():
    verified = {"official": "Le prestataire informe.", "verification": {"by": "Camille"}}

    completed = complete({}, {"indicators": [{"number": 1, "statement": verified}]})

    assert completed["indicators"] == [{"number": 1, "statement": {"official": "Le prestataire informe."}}]


def test_removed_indicators_are_gone():
    base = {"indicators": [{"number": 1}, {"number": 2}, {"number": 3}]}

    completed = complete({"removed": [2]}, base)

    assert completed["indicators"] == [{"number": 1}, {"number": 3}]
    assert "removed" not in completed


@pytest.mark.parametrize(
    ("removed", "sentence"),
    [
        ([40], "removed : l’indicateur 40 n’existe pas dans l’édition de base."),
        (40, "removed : une liste est attendue."),
    ],
)
def test_removing_what_is_not_there_is_a_fault(removed, sentence):
    with pytest.raises(StructureError) as caught:
        complete({"removed": removed}, {"indicators": [{"number": 1}]})

    assert str(caught.value) == sentence
