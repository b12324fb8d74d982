"""Forms received in a browser: given, read while one waits or not, one of them given to an organisation by hand."""

from __future__ import annotations

import secrets
import zipfile

import pytest
from playwright.sync_api import expect

from tests.assessments.mass_intake.filled import form
from tests.browser.axe import axe, overflow
from tests.web.local.begun import begun


@pytest.mark.parametrize("scripts", [True, False])
def test_forms_are_received_and_one_is_attached_by_hand(windows, site, scripts, tmp_path):
    begun(site)
    mark = secrets.token_hex(3)
    archive = tmp_path / f"envoi-{mark}.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for number in range(3):
            # Other words each time: the same bytes would be known already.
            zipped.writestr(f"fiche {number}.docx", form(secrets.randbelow(10**6), name=f"École {mark}"))
    page = windows.open(java_script_enabled=scripts)
    page.goto("/portefeuille/")
    page.get_by_role("link", name="Recevoir des fiches").click()
    page.get_by_label("L’archive ZIP des fiches remplies").set_input_files(archive)
    page.get_by_role("button", name="Recevoir ces fiches").click()
    seen = (axe(page), overflow(page)) if scripts else ([], 0)

    done = page.get_by_role("status").filter(has_text="3 à rattacher")
    for _ in range(60):
        if done.count() or scripts:
            break
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Actualiser").click()
    expect(done).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Relancer la lecture")).to_have_count(0)
    page.get_by_role("link", name="fiche 0.docx").click()
    page.get_by_label("Ou le nom d’un nouvel organisme").fill(f"École {mark}")
    page.get_by_role("button", name="Rattacher cette fiche").click()

    expect(page.get_by_role("status").filter(has_text=f"est rattachée à École {mark}")).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(2)
    assert seen == ([], 0)
