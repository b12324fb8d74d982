"""What axe-core, an engine of accessibility rules, finds wrong with a page."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FILE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"


@lru_cache(maxsize=1)
def _engine() -> str:
    if not _FILE.is_file() and not os.environ.get("CI"):
        pytest.skip("no axe-core here: npm ci")
    return _FILE.read_text("utf-8")


# What another theme may change: everything else is the same page.
_COLOURS = ["color-contrast", "link-in-text-block"]


def axe(page: Page, *, only_colours: bool = False) -> list[str]:
    """Each violation: the rule, what it says, and where, by every rule. The page's own policy stays in force.

    ``only_colours``: of a page that was looked at in another theme.
    """
    options = {"resultTypes": ["violations"], **({"runOnly": _COLOURS} if only_colours else {})}
    page.evaluate(_engine())
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{each['id']}: {each['help']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
