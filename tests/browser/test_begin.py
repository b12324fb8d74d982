"""From nothing to the first rated indicator, with and without scripts; a form given, looked at, carried to the text in force."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.conftest import DATA


def begun(page, name):
    page.goto("/commencer/")
    new = page.get_by_label("Un nouvel organisme")
    if new.count():
        new.check()
    page.get_by_label("Nom d").fill(name)


def answered(page):
    """The five short questions, as an independent trainer answers them."""
    page.get_by_role("button", name="Répondre à quelques questions").click()
    page.get_by_label("Audit initial").check()
    page.get_by_label("Premier jour").fill("2027-03-09")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Actions de formation (AF)").check()
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Non, aucune").check()
    page.get_by_role("button", name="Continuer").click()
    for group in page.get_by_role("group").all():
        group.get_by_label("Non", exact=True).check()
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("group", name="nouvel entrant").get_by_label("Oui").check()
    page.get_by_role("button", name="Voir le premier indicateur").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_first_indicator_is_rated_within_a_minute(windows, scripts):
    page = windows.open(java_script_enabled=scripts)
    start = time.monotonic()

    begun(page, f"Atelier {scripts}")
    answered(page)
    level = page.get_by_role("radio", name="Partiel")
    if scripts:
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            level.check()
    else:
        level.check()
        # A click does not wait for the page that it asks for.
        with page.expect_navigation():
            page.get_by_role("button", name="Enregistrer").first.click()
    took = time.monotonic() - start
    page.reload()

    expect(level).to_be_checked()
    assert took < 60


def test_a_button_pressed_twice_begins_once(page):
    begun(page, "Atelier Double")

    page.get_by_role("button", name="Répondre à quelques questions").dblclick()

    expect(page.get_by_role("heading", level=1)).to_have_text("Votre audit")
    page.goto("/")
    expect(page.get_by_role("heading", name="Atelier Double")).to_have_count(1)


def test_a_form_is_given_looked_at_and_carried_to_the_text_in_force(page):
    begun(page, "Atelier Fiche")
    page.get_by_role("button", name="Reprendre une fiche").click()
    page.set_input_files("input[type=file]", DATA / "fiche-remplie.docx")
    page.get_by_role("button", name="Lire ce fichier").click()
    expect(page.get_by_role("row")).to_have_count(33)
    looked = axe(page)

    page.get_by_role("button", name="Reprendre ces réponses").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Passer à un autre texte")
    looked += axe(page)
    page.get_by_role("button", name="Créer l’évaluation").first.click()

    expect(page).to_have_url(re.compile("revoir=on"))
    assert looked == []


def test_the_pages_to_begin_are_accessible_on_a_telephone(windows):
    """Those that no link leads to, or that differ by what is in them: the others are found by test_every_page."""
    page = windows.open(width=320)
    found = {}

    begun(page, "Atelier Poche")
    found["begin"] = (overflow(page), axe(page))
    page.get_by_role("button", name="Répondre à quelques questions").click()
    path = page.url.partition("questions")[0]
    for step in range(1, 5):
        page.goto(f"{path}questions/{step}/")
        found[step] = (overflow(page), axe(page))
    for part in ("profil/sites", "profil/ecarts", "reprendre", "passer/2019-v9"):
        page.goto(f"{path}{part}/")
        found[part] = (overflow(page), axe(page))

    assert found == dict.fromkeys(found, (0, []))
