"""What does not go together is said in one French sentence, and nothing is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.coherence import Incoherence, incoherences
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Audit, Certificate, Certifying, Finding, LastAudit, Profile, Site
from auditblanc.domain.profile_coherence import contradictions
from auditblanc.domain.snapshot import CategoryLevel, Rating, Snapshot
from tests.domain.providers import EVERYTHING, provider
from tests.strategies import snapshots

CATALOGUE = load()
AF_AND_BC = (CategoryLevel(category=Category.TRAINING), CategoryLevel(category=Category.SKILLS_ASSESSMENT))
BOTH_ON_8 = "Indicateur 8 : un niveau est donné pour BC, catégorie sur laquelle il n’est pas jugé."


def told(snapshot, edition="2019-v9"):
    return [(found.indicator, found.sentence) for found in incoherences(CATALOGUE.edition(edition), snapshot)]


def snapshot(**parts):
    return Snapshot(edition="2019-v9", **parts)


@pytest.mark.parametrize(
    ("assessed", "expected"),
    [
        (
            Snapshot(edition="2026-v9"),
            [(None, "Cette évaluation porte sur l’édition « 2026-v9 », et non sur « 2019-v9 ».")],
        ),
        (
            snapshot(ratings=(Rating(indicator=33),)),
            [(33, "L’indicateur 33 est évalué, mais l’édition « 2019-v9 » ne le contient pas.")],
        ),
        (
            snapshot(evidence=(Evidence(title="Enquête", indicators=(30, 33)),)),
            [(33, "La preuve « Enquête » cite l’indicateur 33, mais l’édition « 2019-v9 » ne le contient pas.")],
        ),
        (snapshot(ratings=(Rating(indicator=8, by_category=AF_AND_BC),)), [(8, BOTH_ON_8)]),
        (
            snapshot(profile=provider("AF", "BC"), ratings=(Rating(indicator=8, by_category=AF_AND_BC),)),
            [(8, BOTH_ON_8)],
        ),
        (
            snapshot(profile=provider("AF"), ratings=(Rating(indicator=1, by_category=AF_AND_BC),)),
            [(1, "Indicateur 1 : un niveau est donné pour BC, catégorie sur laquelle il n’est pas jugé.")],
        ),
        (snapshot(profile=provider("AF", "BC"), ratings=(Rating(indicator=1, by_category=AF_AND_BC),)), []),
        (
            snapshot(
                profile=provider("AF", "BC"),
                ratings=(Rating(indicator=1, applicable=False, reason="Voir contrat", by_category=AF_AND_BC),),
            ),
            [],
        ),
    ],
)
def test_assessment_is_compared_with_its_edition(assessed, expected):
    assert told(assessed) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (
            LastAudit(findings=(Finding(indicator=33, gravity=Gravity.MINOR),)),
            [(33, "Un écart est relevé sur l’indicateur 33, mais l’édition « 2019-v9 » ne le contient pas.")],
        ),
        (LastAudit(findings=(Finding(indicator=33, gravity=Gravity.MINOR, edition="2026-v9"),)), []),
        (
            LastAudit(findings=(Finding(indicator=9, gravity=Gravity.MINOR),), skipped=(9, 18)),
            [(9, "Indicateur 9 : un écart y est relevé, alors qu’il est dit non audité.")],
        ),
    ],
)
def test_last_audit_is_compared_with_the_edition_it_was_raised_on(last, expected):
    assert told(snapshot(profile=Profile(last_audit=last))) == expected


@pytest.mark.parametrize(
    ("profile", "sentences"),
    [
        (
            provider("AF", alternance=True, work_situation_periods=False),
            [
                "Vous dites faire de l’alternance et n’avoir aucune période en entreprise : l’alternance en est une, corrigez l’une des deux réponses."
            ],
        ),
        (
            provider("AF", "CFA", certifying=Certifying.NONE, work_situation_periods=False),
            [
                "Pour l’apprentissage, une certification professionnelle est visée par nature : votre réponse contraire ne vaut que pour vos autres catégories.",
                "Pour l’apprentissage, des périodes en entreprise sont prévues par nature : votre réponse contraire ne vaut que pour vos autres catégories.",
            ],
        ),
        (
            Profile(activities=provider("AF").activities, sites=(Site(name="Dijon", categories=tuple(Category)[:2]),)),
            ["Le site « Dijon » réalise BC, que le profil ne déclare pas."],
        ),
        (
            Profile(audit=Audit(first_day=date(2026, 12, 1)), last_audit=LastAudit(held_on=date(2026, 12, 2))),
            ["Le dernier audit est postérieur à celui que vous préparez : corrigez l’une des deux dates."],
        ),
        (
            Profile(
                audit=Audit(first_day=date(2026, 12, 1), kind=AuditKind.SURVEILLANCE),
                certificate=Certificate(decided_on=date(2026, 12, 2)),
            ),
            ["L’audit que vous préparez vient avant l’obtention du certificat : corrigez l’une des deux dates."],
        ),
    ],
)
def test_profile_that_contradicts_itself_is_told(profile, sentences):
    assert list(contradictions(CATALOGUE.edition("2026-v9"), profile)) == sentences


@pytest.mark.parametrize(
    "profile",
    [
        Profile(),
        provider("AF", "VAE", "CFA", **EVERYTHING),
        provider("AF", certifying=Certifying.NONE),
        Profile(sites=(Site(name="Dijon", categories=tuple(Category)),)),
        Profile(
            audit=Audit(first_day=date(2026, 12, 1), kind=AuditKind.INITIAL),
            certificate=Certificate(decided_on=date(2026, 12, 2)),
            last_audit=LastAudit(held_on=date(2023, 12, 1)),
        ),
        Profile(last_audit=LastAudit(held_on=date(2026, 12, 2))),
    ],
)
def test_profile_that_holds_together_is_left_alone(profile):
    assert contradictions(CATALOGUE.edition("2026-v9"), profile) == ()


@given(assessed=snapshots())
def test_whatever_is_read_is_looked_at_and_never_refused(assessed):
    found = incoherences(CATALOGUE.edition("2019-v7"), assessed)

    assert found[0] == Incoherence(sentence="Cette évaluation porte sur l’édition « 2026-v9 », et non sur « 2019-v7 ».")
    assert all(each.sentence.endswith(".") and each.sentence[0].isupper() for each in found)
