"""A profile that contradicts itself cannot be built: each refusal is one French sentence that says what to do."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.categories import Category, Gravity
from auditblanc.domain.profile import (
    Activity,
    Audit,
    Certificate,
    Document,
    Finding,
    LastAudit,
    Profile,
    ProfileError,
    Provider,
    Site,
)
from auditblanc.domain.text import TextError

TWICE = (Category.TRAINING, Category.TRAINING)
GAP = Finding(indicator=12, gravity=Gravity.MINOR)


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (
            lambda: Audit(last_day=date(2026, 12, 1)),
            "Le dernier jour d’audit est donné sans le premier : indiquez aussi le premier jour.",
        ),
        (
            lambda: Audit(first_day=date(2026, 12, 2), last_day=date(2026, 12, 1)),
            "Le dernier jour d’audit précède le premier : corrigez l’une des deux dates.",
        ),
        (lambda: Site(name=""), "Un site n’a pas de nom : donnez-lui un nom, par exemple sa ville."),
        (
            lambda: Site(name="Dijon", permanent_staff=-1),
            "L’effectif permanent du site « Dijon » est négatif : corrigez-le.",
        ),
        (lambda: Site(name="Dijon", categories=TWICE), "Une catégorie est citée deux fois pour le site « Dijon »."),
        (
            lambda: Certificate(decided_on=date(2025, 3, 10), categories=TWICE),
            "Une catégorie est citée deux fois pour le certificat.",
        ),
        (
            lambda: Certificate(decided_on=date(2025, 3, 10), expires_on=date(2025, 3, 10)),
            "Le certificat expire avant d’avoir été obtenu : corrigez l’une des deux dates.",
        ),
        (
            lambda: Finding(indicator=0, gravity=Gravity.MAJOR),
            "Le numéro d’indicateur 0 n’existe pas : les numéros commencent à 1.",
        ),
        (
            lambda: LastAudit(findings=(GAP, GAP)),
            "Deux écarts portent sur le même indicateur : un indicateur n’a qu’une fiche d’écart, réunissez-les.",
        ),
        (lambda: LastAudit(skipped=(4, 4)), "Un indicateur non audité est cité deux fois."),
        (
            lambda: LastAudit(skipped=(0,)),
            "Un indicateur non audité a un numéro qui n’existe pas : les numéros commencent à 1.",
        ),
        (
            lambda: Profile(activities=tuple(Activity(category=category) for category in TWICE)),
            "Une catégorie d’action est citée deux fois dans le profil.",
        ),
        (
            lambda: Profile(documents=(Document.SWORN_STATEMENT, Document.SWORN_STATEMENT)),
            "Un document est cité deux fois dans le profil.",
        ),
        (
            lambda: Profile(sites=(Site(name="Dijon"), Site(name="Dijon"))),
            "Deux sites portent le même nom : distinguez-les.",
        ),
        (
            lambda: Profile(
                sites=(Site(name="Dijon", is_central_function=True), Site(name="Lyon", is_central_function=True))
            ),
            "Deux sites portent la fonction centrale : n’en gardez qu’un.",
        ),
    ],
)
def test_profile_refuses_what_cannot_be(build, sentence):
    with pytest.raises(ProfileError) as refusal:
        build()

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: Provider(name="deux\nlignes"), "name"),
        (lambda: Provider(siren=" 123456789"), "siren"),
        (lambda: Provider(nda="11 75 \t"), "nda"),
        (lambda: Provider(legal_status="SAS\n"), "legal_status"),
        (lambda: Provider(director=" Bob"), "director"),
        (lambda: Site(name=" Dijon"), "name"),
        (lambda: Site(name="Dijon", address="1 rue\r\nDijon"), "address"),
        (lambda: Certificate(decided_on=date(2025, 3, 10), certifier="a\nb"), "certifier"),
        (lambda: Certificate(decided_on=date(2025, 3, 10), number="1\n"), "number"),
        (lambda: Finding(indicator=1, gravity=Gravity.MINOR, edition="2019-v9 "), "edition"),
        (lambda: Finding(indicator=1, gravity=Gravity.MINOR, words=" Programme non daté"), "words"),
    ],
)
def test_profile_refuses_text_that_was_not_cleaned(build, field):
    with pytest.raises(TextError) as refusal:
        build()

    assert str(refusal.value) == (
        f"Le champ « {field} » doit être nettoyé (fins de ligne, blancs aux bords) avant d’être gardé."
    )


def test_profile_without_answers_guesses_nothing():
    profile = Profile()

    answers = (profile.certifying, profile.alternance, profile.audit.kind, profile.turnover, profile.last_audit)
    assert answers == (None,) * 5
    assert profile.categories == ()


def test_profile_gives_its_categories_in_the_order_declared():
    profile = Profile(activities=(Activity(category=Category.APPRENTICESHIP), Activity(category=Category.TRAINING)))

    assert profile.categories == (Category.APPRENTICESHIP, Category.TRAINING)


def test_audit_may_last_one_day():
    day = date(2026, 12, 1)

    assert Audit(first_day=day, last_day=day).last_day == day
