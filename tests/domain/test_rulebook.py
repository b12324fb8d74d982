"""The rules that an edition carries: gravities in order, each fact with how sure it is."""

from __future__ import annotations

import pytest

from auditblanc.domain.rulebook import Certainty, Range, Severity

NONE, MINOR, MAJOR, NOT_STATED = Severity.NONE, Severity.MINOR, Severity.MAJOR, Severity.NOT_STATED


@pytest.mark.parametrize(
    ("severity", "rank", "label"),
    [
        (NONE, 0, "aucun écart"),
        (NOT_STATED, 0, "non évalué"),
        (MINOR, 1, "mineure"),
        (MAJOR, 2, "majeure"),
    ],
)
def test_a_severity_has_a_rank_and_a_word(severity, rank, label):
    assert (severity.rank, severity.label) == (rank, label)


@pytest.mark.parametrize(
    ("best", "plausible", "worst"),
    [(NONE, NONE, NONE), (NONE, MINOR, MAJOR), (MAJOR, MAJOR, MAJOR), (NONE, NOT_STATED, MAJOR)],
)
def test_a_range_goes_from_best_to_worst(best, plausible, worst):
    assert Range(best=best, plausible=plausible, worst=worst).worst is worst


@pytest.mark.parametrize(
    ("best", "plausible", "worst"),
    [
        (MAJOR, MAJOR, MINOR),
        (NOT_STATED, NONE, MAJOR),
        (NONE, NONE, NOT_STATED),
        (MINOR, NONE, MAJOR),
        (NONE, MAJOR, MINOR),
    ],
    ids=["worst below best", "best not stated", "worst not stated", "plausible below best", "plausible above worst"],
)
def test_a_range_out_of_order_is_refused(best, plausible, worst):
    with pytest.raises(ValueError, match=r"^Le pire cas doit être au moins aussi grave que le plausible"):
        Range(best=best, plausible=plausible, worst=worst)


@pytest.mark.parametrize(
    ("certainty", "label"),
    [
        (Certainty.CONFIRMED, "confirmé par au moins deux sources indépendantes"),
        (Certainty.ONE_SOURCE, "une seule source"),
        (Certainty.CONFLICT, "sources en désaccord"),
        (Certainty.INFERENCE, "lecture d’Auditblanc"),
        (Certainty.NOT_FOUND, "cherché, non trouvé"),
    ],
)
def test_how_sure_a_fact_is_has_its_words(certainty, label):
    assert certainty.label == label
