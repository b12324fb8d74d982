"""Answering in a browser: by keyboard alone, without the script, in two windows at once, without a connection."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.web.local.begun import begun

SAVED = re.compile(r"Enregistré à \d\d:\d\d")


@pytest.fixture(scope="module")
def indicators(site):
    """Where the indicators of an assessment are: each test answers one of its own."""
    return f"{begun(site)}indicateurs/"


def state(page, part="presentation"):
    return page.locator(f"#{part}-enregistre")


def text(page):
    return page.get_by_role("textbox", name="Ce que vous avez prévu de présenter")


def test_three_indicators_are_rated_by_keyboard_alone(page, indicators):
    page.goto(f"{indicators}3/")

    for key, word in (("1", "Prêt"), ("2", "Partiel"), ("3", "Manquant")):
        page.keyboard.press(key)
        expect(page.get_by_role("radio", name=word)).to_be_checked()
        expect(state(page, "niveau")).to_have_text(SAVED)
        before = page.url
        page.keyboard.press("n")
        page.wait_for_url(lambda url, before=before: url != before)

    marks = []
    for number in (3, 4, 6):
        page.goto(f"{indicators}{number}/")
        marks.append(page.locator("input[name=level]:checked").get_attribute("value"))
    assert marks == ["1", "2", "3"]


def test_a_text_is_written_by_keyboard_and_saved_while_typing(page, indicators):
    page.goto(f"{indicators}7/")

    page.keyboard.press("t")
    page.keyboard.type("Le livret, page 3. 1 2 3")
    expect(state(page)).to_have_text(SAVED)
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_url("**/indicateurs/8/")

    page.goto(f"{indicators}7/")
    assert (text(page).input_value(), page.locator("input[name=level]:checked").get_attribute("value")) == (
        "Le livret, page 3. 1 2 3",
        "",
    )


def test_the_keys_are_listed_and_can_be_turned_off(page, indicators):
    page.goto(f"{indicators}32/")

    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Raccourcis clavier")
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("1")

    expect(page.get_by_role("radio", name="Non évalué")).to_be_checked()


def test_all_of_it_works_without_javascript(windows, indicators):
    page = windows.open(java_script_enabled=False)
    page.goto(f"{indicators}8/")

    page.get_by_role("radio", name="Partiel").check()
    page.get_by_role("button", name="Enregistrer le niveau").click()
    expect(page.locator("#messages")).to_have_text("Niveau enregistré.")
    text(page).fill("Le livret, page 3.")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_text("Noter une preuve", exact=True).click()
    page.locator("#noter").get_by_label("Titre").fill("Livret")
    page.get_by_role("button", name="Noter cette preuve").click()
    expect(page.locator("#messages")).to_have_text("Preuve notée.")
    page.get_by_role("link", name="Raccourcis clavier").first.click()

    expect(page.locator("h1")).to_have_text("Raccourcis clavier")
    page.goto(f"{indicators}8/")
    expect(page.get_by_role("radio", name="Partiel")).to_be_checked()
    assert text(page).input_value() == "Le livret, page 3."
    expect(page.locator("#preuves")).to_contain_text("Livret")


def test_two_windows_on_one_text_lose_neither(windows, indicators):
    one, other = windows.open(), windows.open()
    for page in (one, other):
        page.goto(f"{indicators}9/")

    text(one).fill("Le site et le devis.")
    text(one).blur()
    expect(state(one)).to_have_text(SAVED)
    text(other).fill("Le site et le livret.")
    text(other).blur()

    told = other.locator("#presentation")
    expect(told.get_by_role("alert")).to_contain_text("Rien n’est perdu")
    assert (overflow(other), axe(other)) == (0, [])
    assert (told.locator("ins").all_inner_texts(), told.locator("del").all_inner_texts()) == (["livret."], ["devis."])
    told.get_by_label("Ou un texte qui réunit les deux").fill("Le site, le devis et le livret.")
    told.get_by_role("button", name="Enregistrer le texte réuni").click()
    expect(text(other)).to_have_value("Le site, le devis et le livret.")
    one.reload()
    assert text(one).input_value() == "Le site, le devis et le livret."


def test_what_is_typed_without_connection_is_kept_and_sent_when_it_is_back(page, indicators):
    page.goto(f"{indicators}10/")
    page.context.set_offline(True)

    text(page).fill("Écrit dans le train.")
    text(page).blur()
    expect(page.get_by_text("Pas de connexion.")).to_be_visible()
    expect(state(page)).to_contain_text("votre réponse est gardée ici")
    page.context.set_offline(False)

    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_text("Pas de connexion.")).to_be_hidden()


def test_what_could_not_be_sent_is_sent_by_the_next_page(page, indicators):
    page.goto(f"{indicators}11/")
    page.route("**/presentation/", lambda route: route.abort())
    text(page).fill("Écrit dans le train.")
    text(page).blur()
    expect(state(page)).to_contain_text("votre réponse est gardée ici")
    text(page).press_sequentially(" Puis à la gare.")
    page.unroute("**/presentation/")
    page.on("dialog", lambda dialog: dialog.accept())

    page.reload()

    expect(text(page)).to_have_value("Écrit dans le train. Puis à la gare.")
    expect(state(page)).to_have_text(SAVED)
    page.reload()
    expect(text(page)).to_have_value("Écrit dans le train. Puis à la gare.")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_an_answer_lost_on_the_way_is_asked_for_again_and_saved_once(page, indicators):
    page.goto(f"{indicators}12/")
    sent = []

    def lose_the_first(route):
        sent.append(route.request.post_data)
        answer = route.fetch()
        return route.abort() if len(sent) == 1 else route.fulfill(response=answer)

    page.route("**/presentation/", lose_the_first)
    text(page).fill("Le livret.")
    text(page).blur()

    expect(state(page)).to_have_text(SAVED, timeout=15_000)
    assert len(sent) == 2
    assert sent[0] == sent[1]
    page.goto(f"{indicators}12/historique/")
    expect(page.locator(".history > li")).to_have_count(1)


def test_leaving_with_a_text_that_could_not_be_sent_asks_first(page, indicators):
    page.goto(f"{indicators}17/")
    page.route("**/presentation/", lambda route: route.abort())
    text(page).fill("Écrit dans le train.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    page.get_by_role("link", name="Vue d’ensemble").first.click()
    page.wait_for_timeout(500)

    assert asked == ["beforeunload"]
    assert page.url.endswith("/indicateurs/17/")


def test_following_a_link_at_once_saves_first(page, indicators):
    page.goto(f"{indicators}18/")

    text(page).press_sequentially("Le livret.")
    page.locator("[rel=next]").first.click()
    page.wait_for_url("**/indicateurs/19/")

    page.goto(f"{indicators}18/")
    assert text(page).input_value() == "Le livret."


def test_a_text_too_long_says_why_and_stays(page, indicators):
    page.goto(f"{indicators}19/")
    page.on("dialog", lambda dialog: dialog.accept())

    text(page).fill("é" * 20_001)
    text(page).blur()

    expect(page.locator("#presentation").get_by_role("alert")).to_contain_text("la limite est de 20000")
    assert (len(text(page).input_value()), text(page).get_attribute("aria-invalid")) == (20_001, "true")
    text(page).fill("é")
    text(page).blur()
    expect(state(page)).to_have_text(SAVED)


def test_proofs_are_noted_changed_and_removed_in_place(page, indicators):
    page.goto(f"{indicators}20/")
    page.get_by_text("Noter une preuve", exact=True).click()

    page.locator("#noter").get_by_label("Titre").fill("Livret")
    page.get_by_role("button", name="Noter cette preuve").click()
    proof = page.locator(".proof")
    expect(proof).to_contain_text("Livret")
    proof.get_by_text("Modifier ou retirer").click()
    proof.get_by_label("Où la trouver").fill("Armoire")
    proof.get_by_role("button", name="Enregistrer la preuve").click()
    expect(proof).to_contain_text("sans date · Armoire")
    proof.get_by_text("Modifier ou retirer").click()
    proof.get_by_text("Retirer cette preuve").click()
    proof.get_by_role("button", name="Oui, la retirer").click()

    expect(proof).to_have_count(0)


def test_ticks_and_effort_save_at_once(page, indicators):
    page.goto(f"{indicators}1/")

    page.get_by_role("checkbox", name="Plaquette ou catalogue").check()
    expect(state(page, "sortes")).to_have_text(SAVED)
    page.get_by_label("Temps qu’il vous faut").select_option("1 heure")
    expect(state(page, "temps")).to_have_text(SAVED)

    page.reload()
    expect(page.get_by_role("checkbox", name="Plaquette ou catalogue")).to_be_checked()
    assert page.get_by_label("Temps qu’il vous faut").input_value() == "1h"


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_the_page_is_accessible(windows, indicators, width, theme):
    page = windows.open(width=width, theme=theme)

    page.goto(f"{indicators}1/")
    found = [(overflow(page), axe(page))]
    page.goto(f"{indicators}1/historique/")
    found.append((overflow(page), axe(page)))

    assert found == [(0, []), (0, [])]
