"""Where the focus goes, and what is read out: after a refusal, after a swap, around a dialog; and what a reader asks of motion."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe
from tests.web.local.begun import begun


@pytest.fixture(scope="module")
def assessment(site):
    return begun(site)


def focused(page):
    """The element that has the focus, as its identifier or its name."""
    return page.evaluate("(({id, ariaLabel, tagName}) => id || ariaLabel || tagName)(document.activeElement)")


def box(page, number):
    return page.get_by_label(f"Choisir l’indicateur {number}", exact=True)


def test_a_refused_form_opens_on_what_is_to_correct_and_leads_there(page, assessment):
    page.goto(f"{assessment}profil/organisme/")
    page.get_by_label("Numéro SIREN").fill("123")
    page.get_by_role("button", name="Enregistrer").click()

    expect(page).to_have_title(re.compile(r"^Erreur\s: Votre organisme"))
    assert focused(page) == "Ce qui est à corriger"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "id_siren"
    assert page.locator("#id_siren").get_attribute("aria-invalid") == "true"
    assert axe(page) == []


def test_every_part_of_a_date_shows_the_focus(page, assessment):
    page.goto(f"{assessment}questions/1/")
    page.locator("#id_first_day").focus()
    seen = []

    while focused(page) == "id_first_day":
        seen.append(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        page.keyboard.press("Tab")

    assert seen == ["solid"] * 4


def test_narrowing_keeps_the_focus_and_says_how_many_are_left(page, assessment):
    page.goto(f"{assessment}indicateurs/")
    level = page.get_by_label("Niveau", exact=True)
    level.focus()

    level.select_option("1")

    expect(page.get_by_role("status").filter(has_text=re.compile(r"^\d+\slignes? affichées?\."))).to_have_count(1)
    expect(level).to_be_focused()


def test_after_many_levels_the_focus_is_on_the_rows(page, assessment):
    page.goto(f"{assessment}indicateurs/")
    box(page, 9).press("Space")
    bar = page.get_by_role("group", name="Mettre les indicateurs cochés au niveau")
    bar.get_by_role("radio", name="Prêt").press("Space")

    bar.get_by_role("button", name="Appliquer").press("Enter")

    expect(page.get_by_role("status").filter(has_text="1 indicateur mis au niveau « prêt »")).to_be_visible()
    expect(page.locator("#lignes")).to_be_focused()


def test_what_has_the_focus_is_not_behind_the_bar_of_levels(windows, assessment):
    page = windows.open(reduced_motion="reduce")
    page.goto(f"{assessment}indicateurs/")
    box(page, 1).check()

    hidden = page.evaluate(
        """() => [...document.querySelectorAll("#lignes [name=chosen]")].filter(box => {
            box.focus();
            const {left, top, width, height} = box.getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2) !== box;
        }).map(box => box.value)"""
    )

    assert hidden == []


def test_a_proof_is_removed_in_two_steps_and_the_focus_stays_there(page, assessment):
    page.goto(f"{assessment}indicateurs/21/")
    page.get_by_text("Noter une preuve", exact=True).click()
    page.locator("#noter").get_by_label("Titre").fill("Livret")
    page.get_by_role("button", name="Noter cette preuve").press("Enter")
    proof = page.locator(".proof")
    expect(proof).to_contain_text("Livret")
    assert focused(page) == "preuves"

    proof.get_by_text("Modifier ou retirer").press("Enter")
    expect(proof.get_by_role("button", name="Oui, la retirer")).to_be_hidden()
    proof.get_by_text("Retirer cette preuve").press("Enter")
    proof.get_by_role("button", name="Oui, la retirer").press("Enter")

    expect(proof).to_have_count(0)
    assert focused(page) == "preuves"


def test_the_list_of_keys_opens_takes_the_focus_and_gives_it_back(page, assessment):
    page.goto(f"{assessment}indicateurs/25/")
    opener = page.get_by_role("link", name="Raccourcis clavier").first
    opener.focus()

    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Raccourcis clavier")
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize(("wish", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_glides_for_who_asked_for_less_motion(windows, wish, behaviour):
    page = windows.open(reduced_motion=wish)

    page.goto("/accessibilite/")

    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_chosen_level_of_a_row_is_seen_when_the_reader_chooses_the_colours(windows, assessment):
    page = windows.open(forced_colors="active")
    page.goto(f"{assessment}indicateurs/")

    shapes = page.evaluate(
        """() => [1, 2, 5].map(number => {
            const chosen = document.querySelector(`input[id^="n${number}-"]:checked`).parentElement;
            const shape = getComputedStyle(chosen, "::before");
            return [shape.backgroundColor !== "rgba(0, 0, 0, 0)", shape.backgroundImage !== "none"];
        })"""
    )

    assert sorted(shapes) == [[False, False], [False, True], [True, False]]
