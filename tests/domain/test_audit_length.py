from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from auditblanc.domain.audit_length import audit_length, in_days
from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Audit, Profile, Site, TurnoverBand
from auditblanc.domain.rulebook import Certainty
from tests.strategies import profiles

RULES = load().edition("2026-v9").rules
HEAD = Site(name="Nantes", is_central_function=True)
SMALL, MIDDLE, LARGE = TurnoverBand
AF, BC, VAE, CFA = Category


def provider(turnover, *categories, sites=(HEAD,), kind=AuditKind.INITIAL, new_entrant=None):
    activities = tuple(Activity(category=category, new_entrant=new_entrant) for category in categories)
    return Profile(turnover=turnover, activities=activities, sites=sites, audit=Audit(kind=kind))


@pytest.mark.parametrize(("turnover", "days"), [(SMALL, 1), (MIDDLE, 1.5), (LARGE, 2)])
def test_audit_length_of_training_alone(turnover, days):
    """The column on which all sources agree: CAPCERT, DIGICERTD, DIGIFORMAGD."""
    assert audit_length(RULES, provider(turnover, AF)).days == days


@pytest.mark.parametrize(
    ("turnover", "categories", "days"),
    [
        (SMALL, (BC,), 1),
        (SMALL, (AF, BC, VAE), 1),
        (SMALL, (CFA,), 1.5),
        (SMALL, (AF, CFA), 1.5),
        (MIDDLE, (BC,), 1.5),
        (MIDDLE, (AF, BC), 2),
        (MIDDLE, (AF, BC, VAE), 2.5),
        (MIDDLE, (CFA,), 1.5),
        (MIDDLE, (AF, CFA), 2),
        (LARGE, (AF, BC, VAE), 3),
        (LARGE, (CFA,), 2.5),
        (LARGE, (AF, CFA), 3),
        (LARGE, (AF, BC, VAE, CFA), 4),
    ],
)
def test_audit_length_adds_a_part_for_each_category(turnover, categories, days):
    """Increments per category and for apprenticeship: FDOC alone."""
    assert audit_length(RULES, provider(turnover, *categories)).days == days


def test_audit_length_counts_half_a_day_for_each_sampled_site():
    """+ 0.5 day per sampled site: CAPCERT, QUALIVIEWD. Four sites besides the head: two are seen."""
    sites = (HEAD, *(Site(name=f"Antenne {number}") for number in range(1, 5)))

    length = audit_length(RULES, provider(MIDDLE, AF, sites=sites))

    assert length.days == 2.5
    assert length.sentence == (
        "Environ 2,5 jours pour un audit initial (base 1 jour, AF 0,5 jour, sites échantillonnés (2) 1 jour)."
    )
    assert length.left_out == ""


def test_audit_length_of_a_renewal_is_that_of_the_initial_audit():
    length = audit_length(RULES, provider(SMALL, CFA, kind=AuditKind.RENEWAL))

    assert length.days == 1.5
    assert length.sentence == "Environ 1,5 jour pour un audit de renouvellement (base 1 jour, apprentissage 0,5 jour)."
    assert length.certainty is Certainty.ONE_SOURCE
    assert length.sources == RULES.length.sources


def test_audit_length_without_a_kind_is_that_of_an_initial_audit():
    assert audit_length(RULES, provider(SMALL, AF, kind=None)).sentence == (
        "Environ 1 jour pour un audit initial (base 1 jour)."
    )


def test_audit_length_says_that_unknown_sites_are_left_out():
    length = audit_length(RULES, provider(SMALL, AF, sites=()))

    assert length.days == 1
    assert length.left_out == (
        "Sans compter les sites. Inconnu : indiquez vos sites, et celui qui porte la fonction centrale."
    )


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        (
            Profile(),
            "Inconnu : indiquez vos catégories d’actions et votre tranche de produits hors taxes (dernier BPF).",
        ),
        (provider(SMALL), "Inconnu : indiquez vos catégories d’actions."),
        (provider(None, AF), "Inconnu : indiquez votre tranche de produits hors taxes (dernier BPF)."),
    ],
)
def test_audit_length_says_which_answers_are_missing(profile, sentence):
    length = audit_length(RULES, profile)

    assert (length.days, length.parts) == (None, ())
    assert length.sentence == sentence


def test_audit_length_is_unknown_for_a_turnover_that_the_table_lacks():
    """Another referential may give part of the table."""
    bands = tuple(band for band in RULES.length.bands if band.turnover is not LARGE)
    rules = replace(RULES, length=replace(RULES.length, bands=bands))

    assert audit_length(rules, provider(LARGE, AF)).sentence == (
        "Inconnu : ce texte ne dit pas la durée pour cette tranche de produits."
    )


@pytest.mark.parametrize(
    ("new_entrant", "sentence"),
    [
        (False, "Inconnu : la table des durées des audits de surveillance n’a pas été trouvée."),
        (
            True,
            "Inconnu : la table des durées des audits de surveillance n’a pas été trouvée. Un nouvel entrant y passe 0,5 jour de plus.",
        ),
    ],
)
def test_audit_length_gives_no_figure_for_a_surveillance(new_entrant, sentence):
    """The half-day more for a new entrant is confirmed (FAQ5, FAQ7, AFNOR, BCIFRANCE); the table was not found."""
    length = audit_length(RULES, provider(SMALL, AF, kind=AuditKind.SURVEILLANCE, new_entrant=new_entrant))

    assert length.days is None
    assert length.sentence == sentence
    assert length.certainty is Certainty.NOT_FOUND


@given(profiles)
def test_audit_length_is_the_sum_of_its_parts_in_half_days(profile):
    length = audit_length(RULES, profile)

    assert (length.days or 0) == sum(part.days for part in length.parts)
    assert (length.days or 0) * 2 % 1 == 0
    assert length.sentence.startswith("Inconnu") == (length.days is None)


@pytest.mark.parametrize(
    ("days", "words"), [(0.5, "0,5 jour"), (1, "1 jour"), (1.5, "1,5 jour"), (2, "2 jours"), (12.5, "12,5 jours")]
)
def test_in_days_is_plural_from_two(days, words):
    assert in_days(days) == words
