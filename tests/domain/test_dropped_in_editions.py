"""Editions dropped into a folder as one file each: the next guide, an audit order, another referential. No code."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.referential import ChangeKind
from auditblanc.domain.rulebook import Certainty
from tests.conftest import DATA
from tests.domain.differences import changed_fields

EDITIONS = DATA / "editions"
SHIPPED = ("2019-v7", "2019-v9", "2026-v9")


@pytest.fixture(scope="module")
def dropped():
    return load([EDITIONS])


@pytest.mark.parametrize(
    ("file", "identifier"),
    [
        ("2026-v10-inventee.toml", "2026-v10-inventee"),
        ("2026-gravite-inventee.toml", "2026-gravite-inventee"),
        ("autre-referentiel.toml", "autre-2027"),
    ],
)
def test_one_file_in_a_folder_is_one_more_edition(tmp_path, file, identifier):
    shutil.copy(EDITIONS / file, tmp_path)

    catalogue = load([tmp_path])

    assert catalogue.ids == (*SHIPPED, identifier)
    assert catalogue.edition(identifier).title.lower().count("invent") == 1


def test_v10_rests_on_the_three_shipped_editions(dropped):
    assert dropped.lineage("2026-v10-inventee") == ("2026-v10-inventee", "2026-v9", "2019-v9", "2019-v7")


def test_v10_keeps_the_decree_and_audit_order_and_brings_its_guide(dropped):
    before, after = dropped.edition("2026-v9"), dropped.edition("2026-v10-inventee")

    assert (after.decree, after.audit_order, after.rules) == (before.decree, before.audit_order, before.rules)
    assert after.guide.name == "Guide de lecture V10 (inventé)"
    assert after.audits_from == date(2027, 3, 1)


def test_v10_changes_four_indicators_and_tells_how(dropped):
    before, after = dropped.edition("2026-v9"), dropped.edition("2026-v10-inventee")

    told = {indicator.number: indicator.change.kind for indicator in after.indicators if indicator.change}

    assert told == {
        1: ChangeKind.SUBSTANCE,
        11: ChangeKind.CLARIFIED,
        22: ChangeKind.SOFTENED,
        33: ChangeKind.SUBSTANCE,
    }
    assert changed_fields(before, after) == {
        1: {"expected_level"},
        11: {"evidence_examples", "evidence_kinds"},
        22: {"expected_level"},
        33: {
            "expected_level",
            "evidence_examples",
            "new_entrant",
            "surveillance_minimum",
            "as_subcontractor",
            "certainty",
        },
    }


@pytest.mark.parametrize("number", [1, 33])
def test_v10_gives_the_expected_levels_that_were_awaited(dropped, number):
    before = dropped.edition("2026-v9").indicator(number).expected_level
    after = dropped.edition("2026-v10-inventee").indicator(number).expected_level

    assert (before.pending, after.pending) == ("guide V10", "")
    assert after.text.endswith("(Niveau inventé.)")


def test_an_audit_order_moves_gravity_and_nothing_else(dropped):
    before, after = dropped.edition("2026-v9"), dropped.edition("2026-gravite-inventee")

    assert changed_fields(before, after) == {12: {"gradable"}, 33: {"gradable", "gradable_dispute", "certainty"}}
    assert after.indicator(12).gradable is False
    assert after.indicator(33).gradable is False
    assert (after.decree, after.guide) == (before.decree, before.guide)
    assert after.audit_order.name == "Arrêté d’audit inventé"


def test_an_audit_order_settles_a_dispute(dropped):
    before = dropped.edition("2026-v9").indicator(33)
    after = dropped.edition("2026-gravite-inventee").indicator(33)

    assert before.gradable_dispute is not None
    assert after.gradable_dispute is None
    assert after.certainty == replace(before.certainty, gradable=Certainty.CONFIRMED)


def test_another_referential_stands_on_its_own(dropped):
    other = dropped.edition("autre-2027")

    assert other.referential == "autre"
    assert dropped.lineage("autre-2027") == ("autre-2027",)
    assert other.numbers == (1, 2, 3, 40, 41)
    assert [indicator.number for indicator in other.of_criterion(9)] == [40, 41]
    assert [source.key for source in other.sources] == ["INVENTE"]


def test_another_referential_brings_its_own_rules(dropped):
    rules = dropped.edition("autre-2027").rules

    assert rules.forecast.minors_equal_to_a_major == 3
    assert rules.deadlines.minor_months == 2
    assert rules.cycle.validity_months == 24


def test_another_referential_shows_its_official_wording_first(dropped):
    statement = dropped.edition("autre-2027").indicator(1).statement

    assert statement.text == "L’organisme annonce l’accueil."
    assert statement.is_reworded is False
