"""An assessment that contradicts itself cannot be built, and what is read from it goes through a few questions."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.action import Action, ActionState
from auditblanc.domain.categories import Category, Gravity
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, Piece, Revision
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding
from auditblanc.domain.snapshot import CategoryLevel, FieldVersions, Level, Rating, Review, Snapshot, worst
from auditblanc.domain.snapshot_error import SnapshotError
from auditblanc.domain.text import TextError
from tests.strategies import levels, snapshots

READY, PARTIAL, MISSING = Level
NO_REASON = "Indicateur 12 : déclarer un indicateur applicable ou non applicable demande un motif écrit, et un motif seul ne suffit pas."


def split(*parts):
    return tuple(CategoryLevel(category=category, level=level) for category, level in parts)


MARCH = Dossier(kind=DossierKind.SESSION, name="Mars")


def file(**said):
    return Revision(**{"name": "CGV.pdf", "media_type": "application/pdf", "size": 1, "sha256": "a" * 64, **said})


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda: FieldVersions(level=-1), "Une version de champ est négative."),
        (lambda: Rating(indicator=0), "Le numéro d’indicateur 0 n’existe pas : les numéros commencent à 1."),
        (lambda: Rating(indicator=12, applicable=False), NO_REASON),
        (lambda: Rating(indicator=12, applicable=True), NO_REASON),
        (lambda: Rating(indicator=12, reason="Une seule journée"), NO_REASON),
        (
            lambda: Rating(indicator=12, by_category=split((Category.TRAINING, None), (Category.TRAINING, None))),
            "Indicateur 12 : une catégorie est notée deux fois.",
        ),
        (
            lambda: Rating(indicator=12, level=READY, by_category=split((Category.TRAINING, PARTIAL))),
            "Indicateur 12 : le niveau doit être le moins bon des niveaux par catégorie.",
        ),
        *(
            (
                lambda kinds=kinds: Rating(indicator=12, ticked=kinds),
                "Indicateur 12 : chaque sorte de preuve cochée a un nom, et n’est cochée qu’une fois.",
            )
            for kinds in (("",), ("CGV", "CGV"))
        ),
        (
            lambda: Evidence(title="", indicators=(1,)),
            "Une preuve n’a pas de titre : donnez-lui un titre, par exemple le nom du document.",
        ),
        *(
            (
                lambda numbers=numbers: Evidence(title="CGV", indicators=numbers),
                "La preuve « CGV » doit citer ses indicateurs une seule fois chacun, dans l’ordre.",
            )
            for numbers in ((2, 1), (1, 1), (0, 1))
        ),
        (
            lambda: Snapshot(edition="2026-v9", evidence=(Evidence(title="CGV", indicators=()),)),
            "La preuve « CGV » ne cite aucun indicateur : une évaluation n’a que celles qui en citent.",
        ),
        *(
            (lambda proof=proof: Evidence(title="CGV", indicators=(1,), **proof), sentence)
            for proof, sentence in (
                (
                    {"covers_from": date(2026, 2, 1), "covers_to": date(2026, 1, 31)},
                    "La période de la preuve « CGV » finit avant de commencer : corrigez l’une des deux dates.",
                ),
                (
                    {"renewal_months": 121},
                    "Le rythme de la preuve « CGV » se donne en mois, de 1 à 120 : corrigez-le.",
                ),
                (
                    {"dossiers": (MARCH, MARCH)},
                    "La preuve « CGV » doit citer ses dossiers une seule fois chacun, dans l’ordre.",
                ),
            )
        ),
        (
            lambda: Dossier(kind=DossierKind.SESSION, name=""),
            "Un dossier n’a pas de nom : nommez la session, le bénéficiaire ou le formateur.",
        ),
        (lambda: Piece(revisions=()), "Une pièce n’a aucun fichier."),
        (lambda: file(name=""), "Un fichier de preuve n’a pas de nom : donnez-lui un nom."),
        (lambda: file(sha256="A" * 64), "Le fichier « CGV.pdf » a une taille ou une empreinte impossible."),
        (lambda: Action(what=""), "Une action ne dit pas ce qu’il y a à faire : écrivez-le en une phrase."),
        (
            lambda: Action(what="Publier", indicators=(2, 1)),
            "L’action « Publier » doit citer ses indicateurs une seule fois chacun, dans l’ordre.",
        ),
        (
            lambda: Action(what="Publier", state=ActionState.DONE),
            "L’action « Publier » a un jour de fin si elle est faite, et seulement alors.",
        ),
        (
            lambda: Action(what="Publier", every_months=0),
            "L’action « Publier » revient tous les 1 à 120 mois : corrigez ce rythme.",
        ),
        (
            lambda: AuditFinding(finding=Finding(indicator=2, gravity=Gravity.MINOR), evidence=("k", "k")),
            "L’écart de l’indicateur 2 cite deux fois la même preuve.",
        ),
        (lambda: Snapshot(edition=""), "L’évaluation ne dit pas sur quel texte elle porte."),
        *(
            (
                lambda numbers=numbers: Snapshot(
                    edition="2026-v9", ratings=tuple(Rating(indicator=number) for number in numbers)
                ),
                "Les indicateurs doivent être dans l’ordre, chacun une seule fois.",
            )
            for numbers in ((2, 1), (1, 1))
        ),
    ],
)
def test_snapshot_refuses_what_cannot_be(build, sentence):
    with pytest.raises(SnapshotError) as refusal:
        build()

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: Rating(indicator=1, presentation="fin \n"), "presentation"),
        (lambda: Rating(indicator=1, applicable=True, reason=" "), "reason"),
        (lambda: Rating(indicator=1, carried_from="2019\n"), "carried_from"),
        (lambda: Rating(indicator=1, ticked=("CGV", "a\nb")), "ticked"),
        (lambda: Evidence(title="a\tb", indicators=(1,)), "title"),
        (lambda: Evidence(title="CGV", indicators=(1,), place="\n"), "place"),
        (lambda: Evidence(title="CGV", indicators=(1,), holder="Bob "), "holder"),
        (lambda: Snapshot(edition="2026-v9 "), "edition"),
        (lambda: Snapshot(edition="2026-v9", title="a\nb"), "title"),
    ],
)
def test_snapshot_refuses_text_that_was_not_cleaned(build, field):
    with pytest.raises(TextError) as refusal:
        build()

    assert str(refusal.value) == (
        f"Le champ « {field} » doit être nettoyé (fins de ligne, blancs aux bords) avant d’être gardé."
    )


def test_snapshot_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Rating(indicator=1).level = READY


@pytest.mark.parametrize(
    ("level", "label", "meaning"),
    [(1, "Prêt", "tous les éléments"), (2, "Partiel", "il en manque"), (3, "Manquant", "aucun élément")],
)
def test_level_is_the_number_of_the_form_and_has_words(level, label, meaning):
    assert (Level(level).label, Level(level).meaning) == (label, meaning)


def test_review_and_effort_have_words():
    assert [review.label for review in Review] == ["Repris", "À revoir", "Nouveau"]
    assert [effort.label for effort in Effort] == ["15 minutes", "1 heure", "1 journée"]


@pytest.mark.parametrize(
    ("rating", "blank"),
    [
        (Rating(indicator=1), True),
        (Rating(indicator=1, review=Review.NEW, carried_from="2019-v9", effort=Effort.HOUR), True),
        (Rating(indicator=1, level=MISSING), False),
        (Rating(indicator=1, presentation="CGV"), False),
        (Rating(indicator=1, applicable=False, reason="Aucun apprenti"), False),
        (Rating(indicator=1, by_category=split((Category.TRAINING, None))), False),
        (Rating(indicator=1, ticked=("CGV",)), False),
    ],
)
def test_rating_is_blank_until_something_is_answered(rating, blank):
    assert rating.is_blank is blank


def test_ticked_kinds_are_no_longer_together_than_one_text():
    kinds = tuple(f"{number:02d} {'x' * 450}" for number in range(45))

    with pytest.raises(TextError) as refusal:
        Rating(indicator=1, ticked=kinds)

    assert str(refusal.value).startswith("Le texte compte 20429 caractères ; la limite est de 20000")


def test_rating_of_an_indicator_never_noted_is_empty():
    noted = Rating(indicator=5, level=READY)
    snapshot = Snapshot(edition="2026-v9", ratings=(noted,))

    assert (snapshot.rating(5), snapshot.rating(6)) == (noted, Rating(indicator=6))


def test_evidence_is_found_by_indicator():
    terms = Evidence(title="CGV", indicators=(1, 9), content_date=date(2026, 5, 4))
    register = Evidence(title="Registre", indicators=(9, 17))
    snapshot = Snapshot(edition="2026-v9", evidence=(terms, register))

    found = [snapshot.evidence_of(number) for number in (1, 2, 9)]

    assert found == [(terms,), (), (terms, register)]


@pytest.mark.parametrize(
    ("parts", "level"),
    [
        ((), None),
        ((None,), None),
        ((READY,), READY),
        ((READY, PARTIAL), PARTIAL),
        ((READY, None), None),
        ((PARTIAL, None), None),
        ((MISSING, None), MISSING),
        ((READY, MISSING, None), MISSING),
        ((READY, READY), READY),
    ],
)
def test_worst_level_of_several_categories(parts, level):
    assert {worst(order) for order in permutations(parts)} == {level}


@given(parts=st.lists(levels, min_size=1, max_size=4), more=levels)
def test_worst_level_never_gets_better_with_one_more_category(parts, more):
    before, after = worst(parts), worst([*parts, more])

    assert before is None or after is None or after >= before


@given(parts=st.lists(st.sampled_from(Level), min_size=1, max_size=4))
def test_worst_level_of_rated_categories_is_one_of_them(parts):
    assert worst(parts) == max(parts)


@given(snapshot=snapshots())
def test_every_rating_and_proof_is_found_again(snapshot):
    assert all(snapshot.rating(rating.indicator) == rating for rating in snapshot.ratings)
    assert all(item in snapshot.evidence_of(number) for item in snapshot.evidence for number in item.indicators)
