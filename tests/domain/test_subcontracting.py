"""Services delivered for another provider.

Source: guide de lecture V9, subcontracting boxes; domain notes, rnq § 1.5.
"""

from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.profile import ActingAsSubcontractor
from auditblanc.domain.rulebook import Certainty
from auditblanc.domain.snapshot import Snapshot
from auditblanc.domain.verdict import Answer
from tests.domain.providers import applies, provider


def numbers(catalogue, acting, wanted):
    edition = catalogue.edition("2019-v9")
    profile = provider("CFA", subcontracting_or_portage=True, acting_as_subcontractor=acting)
    return [each.indicator for each in applicabilities(edition, Snapshot(edition="x", profile=profile)) if wanted(each)]


def test_with_a_contract_three_indicators_drop_out(catalogue):
    dropped = numbers(catalogue, ActingAsSubcontractor.WITH_CONTRACT, lambda each: each.counts is False)

    assert dropped == [1, 2, 3]


def test_with_a_contract_some_are_adapted_or_follow_the_missions(catalogue):
    noted = numbers(catalogue, ActingAsSubcontractor.WITH_CONTRACT, lambda each: each.subcontractor_note)

    assert noted == [5, 7, 9, 13, 16, 26, 28, 30]


@pytest.mark.parametrize("acting", [None, ActingAsSubcontractor.NO, ActingAsSubcontractor.WITHOUT_CONTRACT])
def test_only_a_contract_drops_an_indicator(catalogue, acting):
    assert len(numbers(catalogue, acting, lambda each: each.counts)) == 32


def test_without_a_contract_every_indicator_is_checked_and_it_is_said(catalogue):
    noted = numbers(catalogue, ActingAsSubcontractor.WITHOUT_CONTRACT, lambda each: each.subcontractor_note)

    assert noted == [1, 2, 3, 5, 7, 9, 13, 16, 26, 28, 30]


@pytest.mark.parametrize("acting", [None, ActingAsSubcontractor.NO])
def test_who_works_for_nobody_else_reads_no_note(catalogue, acting):
    assert numbers(catalogue, acting, lambda each: each.subcontractor_note) == []


def test_no_source_says_what_becomes_of_thirty_three(catalogue):
    profile = provider("CFA", acting_as_subcontractor=ActingAsSubcontractor.WITH_CONTRACT)

    found = applies(catalogue, 33, profile)

    assert (found.answer, found.asks, found.certainty) == (Answer.UNKNOWN, (), Certainty.NOT_FOUND)
    assert found.reason == (
        "À confirmer : aucune source ne dit encore ce que devient l’indicateur pour une prestation réalisée pour un autre prestataire."
    )


def test_what_did_not_apply_is_not_brought_back(catalogue):
    contract = ActingAsSubcontractor.WITH_CONTRACT

    found = [applies(catalogue, number, provider("BC", acting_as_subcontractor=contract)) for number in (3, 33)]

    assert [each.reason for each in found] == [
        "Non applicable : l’indicateur ne vise que les actions de formation, la validation des acquis de l’expérience et l’apprentissage.",
        "Non applicable : l’indicateur ne vise que l’apprentissage.",
    ]
