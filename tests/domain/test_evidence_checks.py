"""What weakens proofs: each kind by an example, and what is left in peace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Category
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, EvidenceState, Piece, Revision
from auditblanc.domain.evidence_checks import Weakness, checks, checks_of_proofs
from auditblanc.domain.profile import Audit, Certificate, LastAudit, Profile, Site
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from tests.strategies import full_evidence

RULES = load().edition("2026-v9").rules
MARCH, APRIL = (Dossier(kind=DossierKind.SESSION, name=name) for name in ("Mars", "Avril"))
BASE = Snapshot(edition="2026-v9", profile=Profile(last_audit=LastAudit(held_on=date(2025, 9, 18))))


def proof(title="CGV", *indicators, **said):
    return Evidence(title=title, indicators=indicators or (1,), **{"content_date": date(2026, 5, 4), **said})


def found(*evidence, level=Level.READY, profile=None, since=None, rules=None):
    snapshot = replace(
        BASE,
        profile=profile or BASE.profile,
        evidence=evidence,
        ratings=(Rating(indicator=1, level=level),),
    )
    return [(each.kind, each.sentence) for each in checks(snapshot, (1,), since=since, rules=rules)]


def test_a_dated_ready_proof_of_a_rated_indicator_is_left_in_peace():
    assert found(proof()) == []


@pytest.mark.parametrize(
    ("proofs", "level", "kind", "sentence"),
    [
        ((), Level.READY, Weakness.NO_PROOF, "Indicateur 1 : notez au moins ce que vous montrerez."),
        (
            (proof(state=EvidenceState.DRAFT),),
            Level.READY,
            Weakness.NOT_READY,
            "Indicateur 1 : « CGV » est « en préparation ».",
        ),
        ((proof(),), None, Weakness.UNRATED, "Indicateur 1 : « CGV » est prête."),
        ((proof(content_date=None),), Level.READY, Weakness.UNDATED, "« CGV » : donnez la date de son contenu."),
        (
            (proof("Trame d’entretien"),),
            Level.READY,
            Weakness.TEMPLATE,
            "« Trame d’entretien » : si c’est un modèle vierge, joignez plutôt un exemplaire rempli.",
        ),
        (
            (proof(renewal_months=12, content_date=date(2025, 1, 31)),),
            Level.READY,
            Weakness.BEFORE_PERIOD,
            "« CGV » : son contenu, du 31 janvier 2025, est antérieur à la période choisie, qui commence le 18 septembre 2025.",
        ),
    ],
)
def test_each_weakness_is_told_in_a_sentence(proofs, level, kind, sentence):
    assert found(*proofs, level=level) == [(kind, sentence)]


def test_what_has_no_rhythm_may_be_old():
    assert found(proof(content_date=date(2015, 1, 1))) == []


def test_the_period_is_the_persons_to_choose():
    old = proof(renewal_months=12, content_date=date(2025, 1, 31))

    assert found(old, since=date(2024, 1, 1)) == []


@pytest.mark.parametrize(
    ("profile", "kinds"),
    [
        (Profile(audit=Audit(first_day=date(2026, 11, 3))), []),
        (Profile(audit=Audit(first_day=date(2026, 11, 5))), [Weakness.EXPIRING]),
        (
            Profile(certificate=Certificate(decided_on=date(2025, 10, 6), categories=(Category.TRAINING,))),
            [Weakness.EXPIRING],
        ),
        (Profile(), []),
    ],
    ids=["audit before", "audit after", "surveillance window", "nothing known"],
)
def test_a_proof_is_fresh_until_the_audit_or_the_end_of_the_surveillance(profile, kinds):
    six_months = proof(renewal_months=6)

    assert [kind for kind, _ in found(six_months, profile=profile, rules=RULES)] == kinds


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Devis type", "Indicateur 1 : votre texte nomme « Devis type » ; notez-le comme preuve."),
        (
            "Devis type ; Planning\nContrat",
            "Indicateur 1 : votre texte nomme « Devis type » et 2 autres choses ; notez-le comme preuve.",
        ),
        ("Les CGV ; CGV 2026 signées", None),
        ("À faire : écrire la procédure", None),
        ("", None),
    ],
)
def test_what_a_text_names_and_no_proof_says(text, sentence):
    rating = Rating(indicator=1, level=Level.READY, presentation=text)
    told = checks(replace(BASE, evidence=(proof(),), ratings=(rating,)), (1,))

    assert [each.sentence for each in told] == ([sentence] if sentence else [])


def test_some_proofs_alone_are_checked_by_their_key():
    undated, well = proof("CGV", content_date=None, key="a"), proof("Bilan", key="b")

    told = checks_of_proofs((undated, well), BASE.profile)

    assert {key: [each.kind for each in every] for key, every in told.items()} == {"a": [Weakness.UNDATED]}


def test_yearly_proofs_without_a_date_have_no_year():
    undated = [proof("Bilan", renewal_months=12, content_date=None)] * 2

    assert Weakness.MISSING_YEAR not in [kind for kind, _ in found(*undated)]


def test_a_year_without_a_proof_is_told():
    years = (2023, 2024, 2026)
    proofs = [proof(f"Bilan {year}", renewal_months=12, content_date=date(year, 6, 1)) for year in years]

    assert found(*proofs, since=date(2020, 1, 1)) == [(Weakness.MISSING_YEAR, "« Bilan 2026 » : rien pour 2025.")]


def test_a_period_covers_its_years():
    long = proof("Bilan", renewal_months=12, covers_from=date(2023, 1, 1), covers_to=date(2025, 12, 31))

    assert found(long, proof("Bilan", renewal_months=12), since=date(2020, 1, 1)) == []


def test_a_blank_model_is_suspected_by_its_file_too():
    file = Revision(name="emargement_VIERGE.docx", media_type="x", size=1, sha256="a" * 64)

    assert [kind for kind, _ in found(proof(pieces=(Piece(revisions=(file,)),)))] == [Weakness.TEMPLATE]


@pytest.mark.parametrize(
    ("mine", "kinds"),
    [
        ((MARCH,), [Weakness.ONE_SESSION]),
        ((APRIL, MARCH), []),
        ((), []),
    ],
)
def test_one_session_alone_resists_no_sample(mine, kinds):
    other = proof("Ailleurs", 2, dossiers=(APRIL,))

    assert [kind for kind, _ in found(proof(dossiers=mine), other)] == kinds


def test_where_there_is_one_session_nothing_is_said_of_it():
    assert found(proof(dossiers=(MARCH,))) == []


@pytest.mark.parametrize(("sites", "kinds"), [(("Lyon", "Metz"), [Weakness.ONE_SITE]), (("Lyon",), [])])
def test_one_site_alone_where_there_are_several(sites, kinds):
    profile = Profile(sites=tuple(Site(name=name) for name in sites))

    assert [kind for kind, _ in found(proof(site="Lyon"), profile=profile)] == kinds


@given(evidence=st.lists(full_evidence, max_size=4).map(tuple), level=st.sampled_from([None, *Level]))
def test_every_check_says_what_it_is_about(evidence, level):
    snapshot = replace(BASE, evidence=evidence, ratings=(Rating(indicator=1, level=level),))

    for check in checks(snapshot, range(1, 34), rules=RULES):
        assert check.sentence.endswith(".")
        assert check.proof or check.indicator or check.kind in (Weakness.UNDATED, Weakness.TEMPLATE, Weakness.EXPIRING)


def test_every_kind_has_its_words():
    assert len({kind.label for kind in Weakness}) == len(Weakness)
