"""Two assessments line by line: what differs, and how it reads."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given

from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.comparison import compare
from auditblanc.domain.difference import Difference, in_words
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import (
    Activity,
    Audit,
    Certificate,
    Certifying,
    Document,
    Finding,
    LastAudit,
    Profile,
    Provider,
    Site,
    TurnoverBand,
)
from auditblanc.domain.profile_labels import LABELS
from auditblanc.domain.rating_fields import Decision
from auditblanc.domain.snapshot import CategoryLevel, FieldVersions, Level, Rating, Review, Snapshot
from tests.strategies import snapshots

BASE = Snapshot(edition="2026-v9")
SPLIT = (
    CategoryLevel(category=Category.TRAINING, level=Level.READY),
    CategoryLevel(category=Category.APPRENTICESHIP, level=Level.MISSING),
)


def lines(before, after):
    """Each difference as a person reads it."""
    return [
        (found.indicator, found.label, found.before_words, found.after_words)
        for found in compare(before, after).differences
    ]


def noted(*ratings, **fields):
    return replace(BASE, ratings=ratings, **fields)


def described(**fields):
    return replace(BASE, profile=Profile(**fields))


def test_each_answer_on_an_indicator_is_one_line():
    before = noted(Rating(indicator=5, level=Level.PARTIAL, presentation="Fiches."))
    after = noted(
        Rating(
            indicator=5,
            level=Level.READY,
            presentation="Fiches et grille.",
            applicable=True,
            reason="Vu avec le certificateur.",
            effort=Effort.HOUR,
            ticked=("Programme", "Grille"),
        )
    )

    assert lines(before, after) == [
        (5, "Niveau", "2 – Partiel", "1 – Prêt"),
        (5, "Ce que vous avez prévu de présenter", "Fiches.", "Fiches et grille."),
        (5, "Applicabilité", "réponse calculée", "applicable\u00a0: Vu avec le certificateur."),
        (5, "Temps estimé", "non estimé", "1 heure"),
        (5, "Preuves cochées", "aucune", "Grille · Programme"),
    ]


def test_a_level_split_by_category_is_told_with_its_categories():
    before = noted(Rating(indicator=5, level=Level.MISSING))
    after = noted(Rating(indicator=5, level=Level.MISSING, by_category=SPLIT))

    assert lines(before, after) == [(5, "Niveau", "3 – Manquant", "AF\u00a0: 1 – Prêt · CFA\u00a0: 3 – Manquant")]


def test_an_indicator_noted_on_one_side_only_is_compared_with_nothing():
    assert lines(noted(Rating(indicator=5, presentation="Fiches.")), BASE) == [
        (5, "Ce que vous avez prévu de présenter", "Fiches.", "vide")
    ]


def test_a_proof_is_told_for_each_indicator_it_answers():
    before = replace(BASE, evidence=(Evidence(title="Planning", indicators=(5, 6)),))
    after = replace(
        BASE, evidence=(Evidence(title="Planning", indicators=(5,), place="Classeur", content_date=date(2026, 3, 1)),)
    )

    assert lines(before, after) == [
        (5, "Preuve", "Planning", "absente"),
        (5, "Preuve", "absente", "Planning (Classeur, 1er mars 2026)"),
        (6, "Preuve", "Planning", "absente"),
    ]


def test_heading_and_profile_come_first():
    before = replace(BASE, title="Mars", profile=Profile(provider=Provider(name="Alice")))
    after = replace(BASE, edition="2019-v9", profile=Profile(provider=Provider(name="Bob"), alternance=False))

    assert lines(before, after) == [
        (None, "Texte", "2026-v9", "2019-v9"),
        (None, "Titre", "Mars", "sans titre"),
        (None, "Dénomination", "Alice", "Bob"),
        (None, "Formations en alternance", "non renseigné", "non"),
    ]


PROFILES = [
    (
        {"activities": (Activity(category=Category.TRAINING),)},
        {"activities": (Activity(category=Category.TRAINING, new_entrant=True),)},
        ("profile.activities[AF].new_entrant", "Nouvel entrant (Actions de formation)", "non renseigné", "oui"),
    ),
    (
        {"activities": (Activity(category=Category.TRAINING),)},
        {"activities": (Activity(category=Category.SKILLS_ASSESSMENT, new_entrant=False),)},
        (
            "profile.activities",
            "Catégories d’actions",
            "Catégorie\u00a0: Actions de formation",
            "Catégorie\u00a0: Bilans de compétences\u202f; Nouvel entrant\u00a0: non",
        ),
    ),
    (
        {"certifying": Certifying.RNCP, "turnover": TurnoverBand.UNDER_150K},
        {"certifying": Certifying.NONE, "turnover": TurnoverBand.UNDER_150K},
        ("profile.certifying", "Certification visée", "enregistrée au RNCP", "aucune"),
    ),
    (
        {"audit": Audit(first_day=date(2027, 1, 12), kind=AuditKind.INITIAL)},
        {"audit": Audit(first_day=date(2027, 1, 12), last_day=date(2027, 1, 13), kind=AuditKind.INITIAL)},
        ("profile.audit.last_day", "Dernier jour d’audit", "non renseigné", "13 janvier 2027"),
    ),
    (
        {"audit": Audit(first_day=date(2027, 1, 12), kind=AuditKind.INITIAL)},
        {"audit": Audit(first_day=date(2027, 2, 1), kind=AuditKind.RENEWAL)},
        (
            "profile.audit",
            "Audit préparé",
            "Premier jour d’audit\u00a0: 12 janvier 2027\u202f; Nature de l’audit\u00a0: audit initial",
            "Premier jour d’audit\u00a0: 1er février 2027\u202f; Nature de l’audit\u00a0: audit de renouvellement",
        ),
    ),
    (
        {"sites": (Site(name="Lyon"),)},
        {"sites": (Site(name="Lyon", permanent_staff=0),)},
        ("profile.sites[Lyon].permanent_staff", "Effectif permanent (Lyon)", "non renseigné", "0"),
    ),
    (
        {},
        {"sites": (Site(name="Lyon", is_central_function=True),)},
        ("profile.sites[Lyon]", "Site (Lyon)", "non renseigné", "Nom\u00a0: Lyon\u202f; Fonction centrale\u00a0: oui"),
    ),
    (
        {"certificate": Certificate(decided_on=date(2024, 5, 10))},
        {},
        ("profile.certificate", "Certificat", "Certificat obtenu le\u00a0: 10 mai 2024", "non renseigné"),
    ),
    (
        {"last_audit": LastAudit(findings=(Finding(indicator=12, gravity=Gravity.MINOR),))},
        {"last_audit": LastAudit(findings=(Finding(indicator=12, gravity=Gravity.MAJOR),))},
        ("profile.last_audit.findings[12].gravity", "Gravité de l’écart (12)", "mineure", "majeure"),
    ),
    (
        {"last_audit": LastAudit(skipped=(13, 14))},
        {"last_audit": LastAudit(skipped=(13, 15))},
        ("profile.last_audit.skipped", "Indicateurs non audités", "13 · 14", "13 · 15"),
    ),
    (
        {},
        {"documents": (Document.ORGANISATION_CHART,)},
        (
            "profile.documents[organisation_chart]",
            "Document prêt (organigramme nominatif et fonctionnel)",
            "non renseigné",
            "organigramme nominatif et fonctionnel",
        ),
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), PROFILES, ids=[expected[0] for _, _, expected in PROFILES])
def test_a_profile_is_compared_answer_by_answer(before, after, expected):
    (found,) = compare(described(**before), described(**after)).differences

    assert (found.field, found.label, found.before_words, found.after_words) == expected


def test_the_order_of_lists_says_nothing():
    one = described(
        documents=(Document.ORGANISATION_CHART, Document.SWORN_STATEMENT), sites=(Site(name="Lyon"), Site(name="Metz"))
    )
    other = described(
        documents=(Document.SWORN_STATEMENT, Document.ORGANISATION_CHART), sites=(Site(name="Metz"), Site(name="Lyon"))
    )

    assert compare(one, other).is_same


def test_marks_counts_and_days_are_not_compared():
    one = noted(Rating(indicator=5, level=Level.READY))
    other = noted(
        Rating(
            indicator=5,
            level=Level.READY,
            review=Review.KEPT,
            carried_from="2019-v9",
            versions=FieldVersions(level=4),
        ),
        updated_on=date(2026, 11, 22),
    )

    assert compare(one, other).is_same


def test_differences_are_found_by_indicator():
    before = noted(Rating(indicator=5, level=Level.READY), title="Mars")
    after = noted(Rating(indicator=5, level=Level.PARTIAL), Rating(indicator=7, presentation="x"))

    found = compare(before, after)

    assert found.indicators == (5, 7)
    assert [line.field for line in found.of(7)] == ["presentation"]
    assert [line.field for line in found.of(None)] == ["title"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "oui"),
        (False, "non"),
        (Level.READY, "1 – Prêt"),
        (date(2026, 3, 1), "1er mars 2026"),
        (Category.TRAINING, "Actions de formation"),
        (CategoryLevel(category=Category.TRAINING), "AF\u00a0: non évalué"),
        (Decision(applies=False, reason="Jamais."), "non applicable\u00a0: Jamais."),
        (Evidence(title="Planning", indicators=(1,), holder="Alice"), "Planning (Alice)"),
        ((1, 2), "1 · 2"),
        ("texte", "texte"),
    ],
)
def test_a_value_reads_as_french(value, words):
    assert in_words(value) == words


def test_every_answer_of_a_profile_has_a_label():
    assert {kind: {field.name for field in fields(kind)} for kind in LABELS} == {
        kind: set(labels) for kind, labels in LABELS.items()
    }


@given(one=snapshots(), other=snapshots())
def test_what_differs_one_way_differs_the_other_way(one, other):
    there = compare(one, other).differences
    back = compare(other, one).differences

    assert {key(found) for found in there} == {
        key(replace(found, before=found.after, after=found.before)) for found in back
    }
    assert all(found.before_words and found.after_words and found.label for found in there)


@given(snapshot=snapshots())
def test_an_assessment_does_not_differ_from_itself(snapshot):
    assert compare(snapshot, snapshot).is_same


def key(found: Difference):
    return found.indicator, found.field, repr(found.before), repr(found.after)
