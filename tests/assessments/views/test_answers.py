"""Saving one answer: with the script and without, said twice, met by somebody else's, or refused with a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection

from auditblanc.assessments.models import Event
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.profile import Activity
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review
from tests import people
from tests.assessments.asking import address, post, save
from tests.assessments.swaps import reloaded, swapped
from tests.pages import page, texts, words

TWO = (
    Activity(category=Category.TRAINING, new_entrant=False),
    Activity(category=Category.APPRENTICESHIP, new_entrant=False),
)
KIND = "Plaquette ou catalogue"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def two_categories(mimosa, alice):
    profile = replace(people.PROFILE, activities=TWO)
    return people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=profile))


@pytest.fixture
def carried(mimosa, alice):
    rating = Rating(indicator=1, level=Level.READY, review=Review.LOOK_AGAIN, carried_from="2019-v9")
    return people.assessment(mimosa, alice, replace(people.SNAPSHOT, ratings=(rating,), evidence=()))


def rating(assessment, indicator=1):
    return snapshot(assessment).rating(indicator)


# What each save says, and what is then answered.
ANSWERS = [
    ("rate", {"level": "2", "version": 0}, {"level": Level.PARTIAL}),
    ("rate", {"level": "", "version": 0}, {"level": None}),
    ("present", {"presentation": " Le site.\r\nLe devis. ", "version": 0}, {"presentation": "Le site.\nLe devis."}),
    (
        "decide",
        {"applicable": "no", "reason": "Un site privé.", "version": 0},
        {"applicable": False, "reason": "Un site privé."},
    ),
    ("decide", {"applicable": "", "reason": "Pour rien.", "version": 0}, {"applicable": None, "reason": ""}),
    ("estimate", {"effort": "1h"}, {"effort": Effort.HOUR}),
    ("tick", {"kinds": KIND}, {"ticked": (KIND,)}),
]


@pytest.mark.parametrize(("name", "said", "then"), ANSWERS)
def test_a_plain_form_saves_and_leads_back(client, assessment, name, said, then):
    answer = post(client, name, assessment, **said)

    found = rating(assessment)
    assert (answer.status_code, answer.headers["Location"]) == (303, address("indicator", assessment))
    assert {key: getattr(found, key) for key in then} == then


def test_the_page_then_says_that_it_is_saved(client, assessment):
    answer = client.post(address("rate", assessment), {"level": "3", "version": 0}, follow=True)

    assert texts(answer, "//*[@id='messages']") == ["Niveau enregistré."]


@pytest.mark.parametrize(("name", "said", "then"), [each for each in ANSWERS if each[0] != "decide"])
def test_what_the_script_puts_in_place_is_what_a_reload_shows(client, two_categories, name, said, then):
    before = client.get(address("indicator", two_categories))

    answer = save(client, name, two_categories, **said)

    assert answer.status_code == 200
    assert swapped(before, answer) == reloaded(client.get(address("indicator", two_categories)))


def test_looking_again_done_is_what_a_reload_shows(client, carried):
    before = client.get(address("indicator", carried))

    answer = save(client, "look_again_done", carried)

    assert rating(carried).review is Review.KEPT
    assert swapped(before, answer) == reloaded(client.get(address("indicator", carried)))


def test_what_the_level_lacks_is_said_at_once(client, assessment):
    answer = save(client, "rate", assessment, indicator=7, level="1", version=0)

    assert texts(answer, "//*[@id='controles']/p") == [
        "Indicateur 7 : notez au moins ce que vous montrerez. Noter une preuve"
    ]
    assert texts(save(client, "rate", assessment, indicator=7, level="2", version=1), "//*[@id='controles']/p") == []


def test_what_a_text_names_and_the_register_has_not_is_said_as_soon_as_it_is_saved(client, assessment):
    before = client.get(address("indicator", assessment, 7))

    answer = save(client, "present", assessment, indicator=7, presentation="CGV 2026", version=0)

    assert texts(answer, "//*[@id='controles']/p") == [
        "Indicateur 7 : votre texte nomme « CGV 2026 » ; notez-le comme preuve. Relever dans vos textes"
    ]
    assert swapped(before, answer) == reloaded(client.get(address("indicator", assessment, 7)))


def test_rating_takes_the_review_mark_away(client, carried):
    before = client.get(address("indicator", carried))

    answer = save(client, "rate", carried, level="2", version=0)

    assert swapped(before, answer) == reloaded(client.get(address("indicator", carried)))


def test_a_save_says_when_and_from_which_version_the_next_one_starts(client, assessment):
    answer = save(client, "present", assessment, presentation="Un", version=0)

    (version,) = page(answer).xpath("//input[@name='version']/@value")
    assert version == "1"
    assert texts(answer, "//output")[0].startswith("Enregistré à ")


def test_the_same_request_again_is_saved_once(client, assessment):
    first = save(client, "present", assessment, presentation="Un", version=0, request="r-1")
    save(client, "present", assessment, presentation="Deux", version=1, request="r-2")
    before = Event.objects.count()

    again = save(client, "present", assessment, presentation="Un", version=0, request="r-1")

    assert (again.status_code, Event.objects.count()) == (first.status_code, before)
    assert rating(assessment).presentation == "Deux"
    # What is then typed on the page that asked again meets the newer text, instead of covering it.
    assert page(again).xpath("//input[@name='version']/@value") == ["1"]


def test_a_save_of_a_text_takes_few_queries(client, assessment, django_assert_num_queries):
    lock = connection.features.has_select_for_update
    with django_assert_num_queries(12 + lock):
        save(client, "present", assessment, presentation="Un", version=0, request="r-1")


def test_levels_of_categories_make_the_worst_one(client, two_categories):
    said = {"split": 1, "level_AF": 1, "level_CFA": 3, "version": 0}

    save(client, "rate", two_categories, **said)

    assert rating(two_categories).level is Level.MISSING
    assert rating(two_categories).by_category == (
        CategoryLevel(category=Category.TRAINING, level=Level.READY),
        CategoryLevel(category=Category.APPRENTICESHIP, level=Level.MISSING),
    )


def test_categories_are_put_together_again(client, two_categories):
    post(client, "rate", two_categories, split=1, level_AF=1, level_CFA=3, version=0)
    before = client.get(address("indicator", two_categories))

    answer = save(client, "rate", two_categories, level=3, version=1)

    assert rating(two_categories).by_category == ()
    assert swapped(before, answer) == reloaded(client.get(address("indicator", two_categories)))


def test_ticks_of_two_tabs_both_stay(client, assessment):
    post(client, "tick", assessment, kinds=KIND)

    post(client, "tick", assessment, kinds="Conditions générales de vente")

    assert rating(assessment).ticked == (KIND, "Conditions générales de vente")


def test_a_tick_that_was_seen_can_go(client, assessment):
    post(client, "tick", assessment, kinds=KIND)

    post(client, "tick", assessment, seen=KIND)

    assert rating(assessment).ticked == ()


@pytest.mark.parametrize("ask", [post, save])
def test_a_text_met_by_another_shows_both_and_what_differs(client, assessment, ask):
    post(client, "present", assessment, presentation="Le site et le devis.", version=0)

    answer = ask(client, "present", assessment, presentation="Le site et le livret.", version=0)

    told = page(answer).get_element_by_id("presentation")
    assert answer.status_code == 409
    assert rating(assessment).presentation == "Le site et le devis."
    assert "Vous avez donné une autre réponse dans une autre fenêtre" in words(told)
    assert [words(each) for each in told.xpath(".//ins")] == ["livret."]
    assert [words(each) for each in told.xpath(".//del")] == ["devis."]
    typed = [each.text.strip() for each in told.xpath(".//textarea")]
    assert typed == ["Le site et le livret.", "Le site et le devis.", "Le site et le livret. Le site et le devis."]
    assert set(told.xpath(".//input[@name='version']/@value")) == {"1"}


def test_somebody_elses_answer_says_whose_it_is(client, assessment, mimosa):
    eve = people.member("Eve", mimosa, "editor")
    other = type(client)()
    other.force_login(eve)
    post(other, "present", assessment, presentation="D’Eve", version=0)

    answer = post(client, "present", assessment, presentation="D’Alice", version=0)

    assert "Eve a donné une autre réponse, à " in words(page(answer).get_element_by_id("presentation"))


@pytest.mark.parametrize("choice", [0, 1, 2])
def test_each_choice_is_saved_from_the_newer_version(client, assessment, choice):
    post(client, "present", assessment, presentation="L’autre", version=0)
    met = post(client, "present", assessment, presentation="Le mien", version=0)
    form = page(met).xpath("//section[@id='presentation']//form")[choice]
    said = {each.get("name"): each.value for each in form.xpath(".//input | .//textarea") if each.get("name")}

    answer = client.post(form.get("action"), said)

    expected = ["Le mien", "L’autre", "Le mien L’autre"][choice]
    assert (answer.status_code, rating(assessment).presentation) == (303, expected)


def test_a_choice_made_with_the_script_is_what_a_reload_shows(client, assessment):
    post(client, "present", assessment, presentation="L’autre", version=0)
    met = post(client, "present", assessment, presentation="Le mien", version=0)

    answer = save(client, "present", assessment, presentation="Le mien", version=1)

    assert swapped(met, answer) == reloaded(client.get(address("indicator", assessment)))


def test_a_level_met_by_another_shows_both(client, assessment):
    post(client, "rate", assessment, level=2, version=0)

    answer = save(client, "rate", assessment, level=3, version=0)

    told = words(page(answer).xpath("//*[@id='niveau']")[0])
    assert answer.status_code == 409
    assert "La vôtre 3 – Manquant Garder la mienne" in told
    assert "L’autre 2 – Partiel Prendre l’autre" in told


def test_levels_by_category_met_by_another_can_be_kept(client, two_categories):
    post(client, "rate", two_categories, level=2, version=0)
    met = post(client, "rate", two_categories, split=1, level_AF=1, level_CFA=3, version=0)
    form = page(met).xpath("//section[@id='niveau']//form")[0]

    client.post(form.get("action"), {each.get("name"): each.value for each in form.xpath(".//input")})

    assert [part.level for part in rating(two_categories).by_category] == [Level.READY, Level.MISSING]


def test_a_decision_met_by_another_shows_both(client, assessment):
    post(client, "decide", assessment, applicable="no", reason="Un site privé.", version=0)

    answer = post(client, "decide", assessment, applicable="yes", reason="Il est ouvert.", version=0)

    told = words(page(answer).get_element_by_id("applicabilite"))
    assert answer.status_code == 409
    assert "La vôtre applicable : Il est ouvert." in told
    assert "L’autre non applicable : Un site privé." in told


@pytest.mark.parametrize("ask", [post, save])
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "é" * 20_001,
            "Le texte compte 20001 caractères ; la limite est de 20000 : raccourcissez-le ou joignez un document.",
        ),
        (
            "Le site\x07",
            "Le texte contient un caractère illisible (code U+0007) : effacez-le et ressaisissez ce passage.",
        ),
    ],
)
def test_a_text_that_no_field_holds_stays_and_says_why(client, assessment, ask, typed, sentence):
    answer = ask(client, "present", assessment, presentation=typed, version=0)

    told = page(answer).xpath("//section[@id='presentation']")[0]
    assert answer.status_code == 422
    assert [words(each) for each in told.xpath(".//*[@role='alert']")] == [sentence]
    assert told.xpath(".//textarea/@aria-invalid") == ["true"]
    assert len(told.xpath(".//textarea")[0].text.strip()) == len(typed)
    assert Event.objects.count() == 1


def test_a_text_refused_keeps_the_version_it_started_from(client, assessment):
    post(client, "present", assessment, presentation="L’autre", version=0)

    answer = save(client, "present", assessment, presentation="é" * 20_001, version=0)

    assert page(answer).xpath("//input[@name='version']/@value") == ["0"]


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("rate", {"level": "4", "version": 0}, "Ce niveau n’existe pas : choisissez Prêt, Partiel ou Manquant."),
        ("rate", {"level": "1"}, "La page n’est plus complète : rechargez-la, votre texte est gardé."),
        (
            "decide",
            {"applicable": "no", "reason": " ", "version": 0},
            "Dites pourquoi, en une phrase : le motif figurera dans chaque document.",
        ),
        ("estimate", {"effort": "2d"}, "Ce temps n’existe pas : choisissez 15 minutes, 1 heure ou 1 journée."),
        ("tick", {"kinds": "Un selfie"}, "Cette sorte de preuve n’est plus dans la liste : rechargez la page."),
    ],
)
def test_what_cannot_be_saved_says_why(client, assessment, name, said, sentence):
    answer = post(client, name, assessment, **said)

    found = texts(answer, "//main//*[contains(@class, 'error')]")
    assert (answer.status_code, found, Event.objects.count()) == (422, [sentence], 1)


def test_an_indicator_that_does_not_exist_takes_no_answer(client, assessment):
    for name in ("rate", "present", "decide", "estimate", "tick", "look_again_done"):
        assert post(client, name, assessment, indicator=99).status_code == 404


def test_a_request_name_too_long_is_refused(client, carried):
    assert save(client, "look_again_done", carried, request="r" * 65).status_code == 422
    assert rating(carried).review is Review.LOOK_AGAIN
