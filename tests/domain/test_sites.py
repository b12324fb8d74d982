from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.profile import Audit, Profile, Site
from auditblanc.domain.rulebook import Certainty
from auditblanc.domain.sites import sample_size, site_sample
from tests.strategies import profiles

RULES = load().edition("2026-v9").rules.sites
HEAD = Site(name="Nantes", is_central_function=True)


def provider(*others: Site, kind: AuditKind | None = AuditKind.INITIAL) -> Profile:
    return Profile(sites=(HEAD, *others), audit=Audit(kind=kind))


@pytest.mark.parametrize(
    ("sites", "initial", "surveillance"),
    [
        (0, 0, 0),
        (1, 1, 1),
        (2, 1, 1),
        (3, 2, 1),
        (4, 2, 1),
        (6, 2, 1),
        (7, 3, 2),
        (9, 3, 2),
        (12, 3, 2),
        (13, 4, 2),
        (16, 4, 2),
        (25, 5, 3),
        (30, 5, 3),
        (100, 10, 6),
    ],
)
def test_sample_size_is_the_root_of_the_other_sites(sites, initial, surveillance):
    """round(√n) at the initial and renewal audits, round(0.6 × √n) at the surveillance one (CAPCERT, DIGICERTD, AFNOR)."""
    assert sample_size(RULES, AuditKind.INITIAL, sites) == initial
    assert sample_size(RULES, AuditKind.RENEWAL, sites) == initial
    assert sample_size(RULES, AuditKind.SURVEILLANCE, sites) == surveillance


def test_sample_size_rounds_a_half_up():
    """No rule of ours meets a half, whatever the number of sites; another referential may."""
    assert sample_size(replace(RULES, initial_factor=0.5), AuditKind.INITIAL, 1) == 1
    assert sample_size(replace(RULES, initial_factor=0.5), AuditKind.INITIAL, 9) == 2
    assert sample_size(replace(RULES, initial_factor=0.5), AuditKind.INITIAL, 25) == 3


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 1), (3, 5)])
def test_sample_size_never_meets_a_half_with_the_factors_of_the_rule(numerator, denominator):
    """numerator/denominator × √n is k + ½ only when 4 n numerator² = (2 k + 1)² denominator², for which there is no n."""
    halves = {(2 * k + 1) ** 2 * denominator**2 for k in range(200)}

    assert not halves & {4 * n * numerator**2 for n in range(40_000)}


@given(st.integers(0, 10_000), st.sampled_from(AuditKind))
def test_sample_size_never_passes_the_number_of_sites(sites, kind):
    assert 0 <= sample_size(RULES, kind, sites) <= sites


def test_site_sample_takes_the_root_of_the_sites_besides_the_central_function():
    sample = site_sample(RULES, provider(*(Site(name=f"Antenne {number}") for number in range(1, 5))))

    assert (sample.others, sample.sampled) == (4, 2)
    assert sample.sentence == "La fonction centrale, toujours auditée, et 2 sites sur 4."
    assert sample.certainty is Certainty.CONFIRMED
    assert sample.sources == RULES.sources


def test_site_sample_without_a_kind_is_that_of_an_initial_audit():
    sample = site_sample(RULES, provider(Site(name="Brest"), kind=None))

    assert sample.kind is AuditKind.INITIAL
    assert sample.sentence == "La fonction centrale, toujours auditée, et 1 site sur 1."


def test_site_sample_leaves_out_places_without_permanent_staff():
    """A site is a place with permanent staff of the provider (FAQ of the ministry, 1)."""
    sample = site_sample(
        RULES, provider(Site(name="Salle louée", permanent_staff=0), Site(name="Brest", permanent_staff=2))
    )

    assert (sample.others, sample.sampled) == (1, 1)


@pytest.mark.parametrize(
    "sites", [(HEAD,), (Site(name="Nantes"),), (HEAD, Site(name="Salle louée", permanent_staff=0))]
)
def test_site_sample_of_a_sole_site_is_that_site(sites):
    sample = site_sample(RULES, Profile(sites=sites))

    assert (sample.others, sample.sampled) == (0, 0)
    assert sample.sentence == "Un seul site, celui de la fonction centrale : il est audité."


@pytest.mark.parametrize(
    ("sites", "sentence"),
    [
        ((), "Inconnu : indiquez vos sites, et celui qui porte la fonction centrale."),
        (
            (Site(name="Nantes"), Site(name="Brest")),
            "Inconnu : indiquez lequel de vos sites porte la fonction centrale.",
        ),
        (
            (Site(name="Salle louée", permanent_staff=0),),
            "Inconnu : indiquez lequel de vos sites porte la fonction centrale.",
        ),
    ],
)
def test_site_sample_says_which_answer_is_missing(sites, sentence):
    sample = site_sample(RULES, Profile(sites=sites))

    assert (sample.others, sample.sampled) == (None, None)
    assert sample.sentence == sentence


@pytest.mark.parametrize(
    ("seen", "unseen", "sentence"),
    [
        ((True, False), ("Quimper",), ", dont au moins un qui n’a pas été vu au dernier audit (Quimper)"),
        (
            (False, False),
            ("Brest", "Quimper"),
            ", dont au moins un qui n’a pas été vu au dernier audit (Brest, Quimper)",
        ),
        ((None, True), (), ", dont au moins un qui n’a pas été vu au dernier audit (indiquez ceux qui ont été vus)"),
        ((True, True), (), ""),
    ],
)
def test_site_sample_of_a_surveillance_holds_a_site_not_seen_last_time(seen, unseen, sentence):
    """At surveillance, at least one site not seen last time (CAPCERT, DIGICERTD); the factor 0.6 has one source."""
    others = (Site(name="Brest", seen_at_last_audit=seen[0]), Site(name="Quimper", seen_at_last_audit=seen[1]))

    sample = site_sample(RULES, provider(*others, kind=AuditKind.SURVEILLANCE))

    assert sample.unseen == unseen
    assert sample.sentence == f"La fonction centrale, toujours auditée, et 1 site sur 2{sentence}."
    assert sample.certainty is Certainty.ONE_SOURCE


@given(profiles)
def test_site_sample_always_has_a_sentence_and_a_size_that_go_together(profile):
    sample = site_sample(RULES, profile)

    assert sample.sentence.startswith("Inconnu") == (sample.sampled is None)
    assert sample.sampled is None or sample.sampled <= (sample.others or 0) <= len(profile.sites)
