"""How long proofs are kept: the organisation's own rule, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.evidence import Dossier, DossierKind, Evidence
from auditblanc.domain.retention import Kept, expired, kind_of

TODAY = date(2026, 11, 26)


def proof(**said):
    return Evidence(**{"title": "Émargements", "indicators": (11,), "content_date": date(2024, 3, 4), **said})


def of(kind):
    return (Dossier(kind=kind, name="x"),)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({}, Kept.OTHER),
        ({"has_personal_data": True}, Kept.PERSONAL),
        ({"dossiers": of(DossierKind.SESSION), "has_personal_data": True}, Kept.SESSION),
        ({"dossiers": of(DossierKind.TRAINER)}, Kept.TRAINER),
        ({"dossiers": of(DossierKind.LEARNER)}, Kept.LEARNER),
        ({"dossiers": of(DossierKind.LEARNER), "has_health_data": True}, Kept.HEALTH),
    ],
)
def test_a_proof_is_of_the_most_protected_kind_that_fits(said, kind):
    assert kind_of(proof(**said)) is kind


@pytest.mark.parametrize(
    ("said", "months", "is_past"),
    [
        ({}, {Kept.OTHER: 24}, True),
        ({}, {Kept.OTHER: 36}, False),
        ({"covers_to": date(2026, 1, 1)}, {Kept.OTHER: 24}, False),
        ({"content_date": None}, {Kept.OTHER: 1}, False),
        ({}, {Kept.HEALTH: 1}, False),
        ({}, {}, False),
    ],
)
def test_it_counts_from_the_end_of_what_it_covers(said, months, is_past):
    assert bool(expired([proof(**said)], months, TODAY)) is is_past


def test_the_longest_past_comes_first_and_says_since_when():
    older = proof(title="Vieux", content_date=date(2020, 1, 1))

    found = expired([proof(), older], {Kept.OTHER: 12}, TODAY)

    assert [each.proof.title for each in found] == ["Vieux", "Émargements"]
    assert found[0].sentence == "Autres preuves : à garder jusqu’au 1er janvier 2021 d’après votre règle."
