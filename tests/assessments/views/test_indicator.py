"""The page of one indicator: what it asks, what applies, what was answered."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date

import pytest

from auditblanc.assessments.writes.actions import plan
from auditblanc.assessments.writes.evidence import note
from auditblanc.domain.action import Action, ActionState
from auditblanc.domain.categories import Category
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence
from auditblanc.domain.profile import Activity, Site
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review
from tests import people
from tests.assessments.asking import address
from tests.pages import page, texts, words

BOTH = (
    Activity(category=Category.TRAINING, new_entrant=True),
    Activity(category=Category.APPRENTICESHIP, new_entrant=True),
)

MARCH, APRIL = (Dossier(kind=DossierKind.SESSION, name=name) for name in ("Mars", "Avril"))


def an_assessment(mimosa, alice, *ratings, **profile):
    snapshot = replace(people.SNAPSHOT, profile=replace(people.PROFILE, **profile), ratings=ratings)
    return people.assessment(mimosa, alice, snapshot)


def shown(client, person, assessment, indicator=1, query=""):
    client.force_login(person)
    return client.get(address("indicator", assessment, indicator) + query)


def part(answer, name):
    return words(page(answer).get_element_by_id(name))


def test_what_is_left_to_do_on_it_is_told(client, alice, assessment):
    done = {"state": ActionState.DONE, "done_on": date(2026, 1, 1)}
    plan(
        assessment.organisation_id,
        [
            Action(what="Relire le site", indicators=(1, 2), owner="Paul", due=date(2026, 12, 1)),
            Action(what="Ailleurs", indicators=(2,)),
            Action(what="Fait", indicators=(1,), **done),
        ],
        people.stamp(alice),
    )
    client.force_login(alice)

    answer = client.get(address("indicator", assessment))

    assert texts(answer, "//section[@aria-labelledby='actions-titre']//li") == [
        "Relire le site à faire · pour le 1er décembre 2026 · Paul"
    ]


def test_the_page_takes_eight_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(8):
        answer = client.get(address("indicator", assessment))

    assert (answer.status_code, texts(answer, "//h1")) == (200, ["1. Information du public sur les prestations"])


@pytest.mark.parametrize(
    ("others", "sites", "said"),
    [
        (
            (Evidence(title="Ailleurs", indicators=(12,), dossiers=(APRIL,)),),
            ("Lyon", "Paris"),
            [
                "Indicateur 11 : tout vient de « Mars » ; si l’auditeur en tire une autre, il n’y a rien. En choisir d’autres au registre",
                "Indicateur 11 : tout vient du site « Lyon ». En choisir d’autres au registre",
            ],
        ),
        ((), ("Lyon",), []),
        (
            (
                Evidence(title="De tous", indicators=(11,)),
                Evidence(title="Ailleurs", indicators=(12,), dossiers=(APRIL,)),
            ),
            ("Lyon", "Paris"),
            [],
        ),
    ],
    ids=["one among several", "the only one there is", "another speaks for all"],
)
def test_proofs_that_all_come_from_one_session_or_site_are_told(mimosa, alice, client, others, sites, said):
    assessment = an_assessment(mimosa, alice, sites=tuple(Site(name=each) for each in sites))
    one = [
        Evidence(title=title, indicators=(11,), dossiers=(MARCH,), site="Lyon") for title in ("Émargements", "Bilan")
    ]
    note(mimosa.pk, [*one, *others], people.stamp(alice))

    answer = shown(client, alice, assessment, 11)

    assert texts(answer, "//section[@id='preuves']/p[contains(@class, 'weak')]") == said


@pytest.mark.parametrize("indicator", [1, 12, 33])
def test_the_page_weighs_less_than_25_kilobytes(client, alice, assessment, indicator):
    answer = shown(client, alice, assessment, indicator)

    assert len(gzip.compress(answer.content)) < 25_000


def test_what_was_answered_is_there(client, alice, assessment):
    answer = shown(client, alice, assessment)

    tree = page(answer)
    assert [each.get("value") for each in tree.xpath("//input[@name='level'][@checked]")] == ["1"]
    assert tree.xpath("//textarea[@id='id_presentation']")[0].text.strip() == "Le site et le catalogue 2027."
    assert "Catalogue 2027 Prête sans date · Classeur A · sert aussi à l’indicateur 5" in part(answer, "preuves")


def test_our_words_are_marked_with_the_official_reference(client, alice, assessment):
    answer = shown(client, alice, assessment)

    marks = texts(answer, "//p[contains(@class, 'reference')]")
    assert [mark.startswith("Reformulation d’Auditblanc ") for mark in marks] == [True] * 3
    assert "Décret n° 2026-728" in marks[0]


def test_the_words_of_the_form_are_not_marked(client, alice, mimosa):
    snapshot = replace(people.SNAPSHOT, edition="2019-v7", evidence=(), ratings=())
    assessment = people.assessment(mimosa, alice, snapshot)

    assert texts(shown(client, alice, assessment), "//p[contains(@class, 'reference')]") == []


def test_what_nobody_published_is_said(client, alice, assessment):
    assert "Non publié (guide V10)." in part(shown(client, alice, assessment, 33), "attendu")


def test_one_that_does_not_apply_says_why(client, alice, assessment):
    told = part(shown(client, alice, assessment, 33), "applicabilite")

    assert told.startswith("Vous concerne-t-il ? Non applicable : l’indicateur ne vise que l’apprentissage.")


def test_a_disputed_gravity_gives_both_readings(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, activities=BOTH)

    told = part(shown(client, alice, assessment, 33), "applicabilite")

    assert "Discuté : l’article 5 de l’arrêté" in told
    assert "à l’inverse, un outil public classe le 33 parmi les indicateurs toujours majeurs" in told


def test_a_decision_stands_beside_the_computed_answer(client, alice, mimosa):
    decided = Rating(indicator=33, applicable=True, reason="Nous ouvrons un CFA.")
    assessment = an_assessment(mimosa, alice, decided)

    told = part(shown(client, alice, assessment, 33), "applicabilite")

    assert "Déclaré applicable : Nous ouvrons un CFA." in told
    assert "Réponse calculée : Non applicable : l’indicateur ne vise que l’apprentissage." in told


def test_a_category_that_is_told_otherwise_says_so(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, activities=BOTH)

    told = part(shown(client, alice, assessment, 12), "applicabilite")

    assert "Applicable : l’indicateur vaut toujours pour l’apprentissage." in told
    assert (
        "Actions de formation – À confirmer : dites si certaines de vos formations durent plus de deux jours." in told
    )


def test_new_entrants_read_what_is_softened(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, activities=BOTH)

    assert "Allégé pour : Actions de formation" in part(shown(client, alice, assessment, 2), "applicabilite")


def test_new_entrants_read_what_nobody_knows_yet(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, activities=BOTH)

    told = part(shown(client, alice, assessment, 33), "applicabilite")

    assert "Nouvel entrantL’indicateur n’existait pas quand la liste des 11 indicateurs adaptés a été écrite" in told


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        (1, []),
        (3, ["Vous concerne-t-il ?"]),
        (33, ["Cet indicateur ne vous concerne pas"]),
    ],
)
def test_what_is_to_be_known_first_stands_first(client, alice, assessment, indicator, said):
    first = "//main//div[contains(@class, 'notice-info')]/p[@class='notice-title']"

    assert texts(shown(client, alice, assessment, indicator), first) == said


def test_categories_are_told_apart_only_where_there_are_several(client, alice, assessment, mimosa):
    several = an_assessment(mimosa, alice, activities=BOTH)

    assert "Distinguer par catégorie" not in part(shown(client, alice, assessment), "niveau")
    assert "Distinguer par catégorie (AF, CFA)" in part(shown(client, alice, several), "niveau")


def test_asked_to_tell_categories_apart_each_starts_from_the_level(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, Rating(indicator=1, level=Level.PARTIAL), activities=BOTH)

    tree = page(shown(client, alice, assessment, query="?distinguer=1"))

    checked = tree.xpath("//section[@id='niveau']//input[@type='radio'][@checked]")
    assert [(each.get("name"), each.get("value")) for each in checked] == [("level_AF", "2"), ("level_CFA", "2")]


def test_a_category_that_is_judged_no_more_keeps_its_level(client, alice, mimosa):
    parts = (
        CategoryLevel(category=Category.TRAINING, level=Level.READY),
        CategoryLevel(category=Category.APPRENTICESHIP, level=Level.MISSING),
    )
    assessment = an_assessment(mimosa, alice, Rating(indicator=1, level=Level.MISSING, by_category=parts))

    legends = texts(shown(client, alice, assessment), "//section[@id='niveau']//legend")

    assert legends == ["Actions de formation", "Actions de formation par apprentissage"]


def test_one_to_look_at_again_says_what_changed(client, alice, mimosa):
    carried = Rating(indicator=1, level=Level.READY, review=Review.LOOK_AGAIN, carried_from="2019-v9")
    assessment = an_assessment(mimosa, alice, carried)

    told = part(shown(client, alice, assessment), "revue")

    assert told.startswith("À revoir Votre réponse vient d’un autre texte")
    assert "Réécrit : dites aussi la reconnaissance délivrée" in told
    assert told.endswith("J’ai revu cet indicateur")


def test_a_new_one_has_nothing_to_confirm(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, Rating(indicator=33, review=Review.NEW), activities=BOTH)

    told = part(shown(client, alice, assessment, 33), "revue")

    assert told.startswith("Nouveau Cet indicateur n’existait pas")
    assert "J’ai revu" not in told


def test_a_kind_ticked_on_another_text_stays(client, alice, mimosa):
    assessment = an_assessment(mimosa, alice, Rating(indicator=1, ticked=("Annonce de 2019",)))

    assert "Annonce de 2019 cochée sur un autre texte" in part(shown(client, alice, assessment), "sortes")


def test_an_example_of_the_same_trade_is_marked_fictitious(client, alice, assessment):
    folds = texts(
        shown(client, alice, assessment), "//details[starts-with(normalize-space(summary), 'Voir un exemple')]"
    )

    assert len(folds) == 1
    assert folds[0].startswith("Voir un exemple fictif Réponse d’un organisme inventé :")


def test_the_way_leads_to_the_neighbours_and_the_next_to_rate(client, alice, assessment):
    tree = page(shown(client, alice, assessment, 2))

    ways = {
        each.get("rel") or each.get("data-key"): each.get("href") for each in tree.xpath("//main//a[@rel or @data-key]")
    }
    assert ways == {
        "prev": address("indicator", assessment, 1),
        "next": address("indicator", assessment, 3),
        "n": address("indicator", assessment, 3),
        "noreferrer": ways["noreferrer"],
    }


def test_once_all_is_rated_nothing_is_left_to_rate(client, alice, mimosa):
    rated = (Rating(indicator=number, level=Level.READY) for number in range(1, 34))
    assessment = an_assessment(mimosa, alice, *rated)

    assert "Tous les indicateurs applicables sont évalués." in words(page(shown(client, alice, assessment)))


def test_an_indicator_that_the_text_has_not_does_not_exist(client, alice, assessment):
    assert shown(client, alice, assessment, 34).status_code == 404


def test_a_reader_may_look(client, bob, assessment):
    assert shown(client, bob, assessment).status_code == 200
