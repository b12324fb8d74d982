"""How many indicators concern a provider: the figures that the profession publishes.

Source: domain notes, rnq § 1.3 (boit-action.fr for 28, 22, 24 and 32; bmg-consulting.fr for 23; qualiview-conseil.com
for 22; annex of decree 2026-728 for 33). Figures for BC, VAE and CFA include 27.
"""

from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.applicability_summary import Summary, summary
from auditblanc.domain.profile import Certifying
from auditblanc.domain.snapshot import Rating, Snapshot
from tests.domain.providers import EVERYTHING, NOTHING, provider

BOTH_TEXTS = ("2019-v9", "2026-v9")
ALONE = {**NOTHING, "duration_over_2_days": True}
SUBCONTRACTS = {"subcontracting_or_portage": True}


def summed(catalogue, edition, profile, *ratings):
    snapshot = Snapshot(edition=edition, profile=profile, ratings=ratings)
    return summary(applicabilities(catalogue.edition(edition), snapshot))


@pytest.mark.parametrize("edition", BOTH_TEXTS)
@pytest.mark.parametrize(
    ("case", "profile", "count"),
    [
        ("AF, everything applies", provider("AF", **EVERYTHING), 28),
        ("AF, no certification, no alternance, with subcontractors", provider("AF", **ALONE | SUBCONTRACTS), 23),
        ("AF, sole trader, no certification, no alternance, alone", provider("AF", **ALONE), 22),
        ("BC", provider("BC", **SUBCONTRACTS), 22),
        ("VAE", provider("VAE", **SUBCONTRACTS), 24),
    ],
)
def test_published_counts_hold_in_both_texts(catalogue, edition, case, profile, count):
    found = summed(catalogue, edition, profile)

    assert (found.applicable, found.to_confirm) == (count, 0), case


@pytest.mark.parametrize(("edition", "count"), [("2019-v7", 32), ("2019-v9", 32), ("2026-v9", 33)])
def test_apprenticeship_is_concerned_by_every_indicator(catalogue, edition, count):
    assert summed(catalogue, edition, provider("CFA", **SUBCONTRACTS)).applicable == count


@pytest.mark.parametrize(
    ("edition", "days", "expected"),
    [
        ("2019-v9", True, "28 indicateurs vous concernent, dont 3 discutés."),
        ("2019-v9", False, "27 indicateurs vous concernent, dont 3 discutés."),
        ("2026-v9", True, "28 indicateurs vous concernent, dont 3 discutés."),
        ("2026-v9", False, "28 indicateurs vous concernent, dont 4 discutés."),
    ],
)
def test_disputed_indicators_are_counted_by_default_and_said(catalogue, edition, days, expected):
    answers = EVERYTHING | {"certifying": Certifying.RS, "duration_over_2_days": days}

    assert summed(catalogue, edition, provider("AF", **answers)).sentence == expected


def test_summary_counts_what_is_to_confirm_and_overruled(catalogue):
    refused = Rating(indicator=27, applicable=False, reason="Portage terminé en mars.")

    found = summed(catalogue, "2026-v9", provider("AF", certifying=Certifying.NONE), refused)

    assert found == Summary(applicable=21, disputed=0, not_applicable=9, to_confirm=3, overruled=1)


@pytest.mark.parametrize(
    ("applicable", "disputed", "to_confirm", "sentence"),
    [
        (0, 0, 0, "Aucun indicateur ne vous concerne."),
        (1, 1, 0, "1 indicateur vous concerne, dont 1 discuté."),
        (21, 0, 1, "21 indicateurs vous concernent ; 1 reste à confirmer."),
        (24, 3, 4, "24 indicateurs vous concernent, dont 3 discutés ; 4 restent à confirmer."),
    ],
)
def test_summary_sentence_agrees_in_number(applicable, disputed, to_confirm, sentence):
    found = Summary(applicable=applicable, disputed=disputed, not_applicable=0, to_confirm=to_confirm, overruled=0)

    assert found.sentence == sentence
