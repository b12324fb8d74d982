"""The way through the site, step by step, as a person goes it: for the test of the whole path, and for the pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SAVED = re.compile(r"Enregistré à \d\d:\d\d")


def begin(page: Page, name: str) -> None:
    """From the home page to the first question."""
    page.goto("/")
    page.get_by_role("link", name="Commencer").first.click()
    page.get_by_label("Nom de votre organisme").fill(name)
    page.get_by_role("button", name="Répondre à quelques questions").click()
    expect(page.get_by_role("heading", name="Votre audit")).to_be_visible()


def take_over(page: Page, form: Path) -> None:
    """From a filled form on a former text to the page that shows what the text in force makes of it."""
    page.goto("/commencer/")
    page.get_by_role("button", name="Reprendre une fiche déjà remplie").click()
    page.get_by_label("Votre fichier").set_input_files(form)
    page.get_by_role("button", name="Lire ce fichier").click()
    page.get_by_role("button", name="Reprendre ces réponses").first.click()
    expect(page.get_by_role("heading", name="Passer à un autre texte")).to_be_visible()


def answer_questions(page: Page) -> None:
    """An independent trainer who prepares a first audit; to the first indicator that concerns them."""
    page.get_by_label("Audit initial").check()
    page.get_by_label("Premier jour de l’audit").fill("2027-03-09")
    onwards(page)
    page.get_by_label("(AF)").check()
    onwards(page)
    page.get_by_label("Non, aucune").check()
    onwards(page)
    for question in ("périodes en entreprise", "sous-traitance", "plus de deux jours"):
        page.get_by_role("group", name=re.compile(question)).get_by_label("Non", exact=True).check()
    onwards(page)
    page.get_by_role("group", name=re.compile("nouvel entrant")).get_by_label("Non", exact=True).check()
    onwards(page)
    expect(page.get_by_role("heading", name="Où en êtes-vous ?")).to_be_visible()


def onwards(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Continuer|Voir le premier indicateur")).click()


def rate(page: Page, level: str, text: str) -> None:
    """Choose a level and say what will be shown, on the page of an indicator; both are saved by themselves."""
    page.locator(".level-choice", has_text=level).click()
    expect(page.locator("#niveau-enregistre")).to_have_text(SAVED)
    if text:
        page.get_by_role("textbox", name="Ce que vous avez prévu de présenter").fill(text)
        expect(page.locator("#presentation-enregistre")).to_have_text(SAVED)


def next_unrated(page: Page) -> None:
    before = page.url
    page.get_by_role("link", name="Prochain indicateur non évalué").click()
    page.wait_for_url(lambda url: url != before)


def follow(page: Page, name: str) -> None:
    """An entry of the menu of an assessment."""
    entry = page.get_by_role("navigation", name="Évaluation").get_by_role("link", name=name)
    entry.click()
    expect(entry).to_have_attribute("aria-current", "page")


def downloaded(page: Page, button: str, folder: Path) -> Path:
    """The file that a button hands over."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path
