"""The page of a dossier of proofs, opened from the disk as a person does."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.browser.axe import axe, overflow
from tests.interchange.dossier.made import archive


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_finds_a_fault_in_it(browser, tmp_path, scheme):
    with zipfile.ZipFile(BytesIO(archive())) as package:
        package.extractall(tmp_path)
    page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 700})
    page.goto((tmp_path / "index.html").as_uri())

    assert (axe(page), overflow(page)) == ([], 0)

    with page.expect_request("**/CGV*"):
        page.get_by_role("link", name="CGV 2026.pdf").first.click()
    page.close()
