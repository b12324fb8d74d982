from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from auditblanc.accounts.writes import local_person
from auditblanc.web import assets
from auditblanc.web.settings import WEB

if TYPE_CHECKING:
    from pathlib import Path

COMPONENTS = sorted((WEB / "templates/components").glob("*.html"))
SHOWN = "".join(path.read_text("utf-8") for path in sorted((WEB / "templates/web").rglob("*.html")))


def macros(path: Path) -> list[str]:
    return [name for name in re.findall(r"{% macro (\w+)\(", path.read_text("utf-8")) if not name.startswith("_")]


@pytest.fixture
def signed_in(client, db):
    client.force_login(local_person())
    return client


def test_the_gallery_shows_the_components(signed_in):
    answer = signed_in.get(reverse("gallery"))

    assert (answer.status_code, answer.content.decode().count("<h1>")) == (200, 1)


def test_the_gallery_asks_to_sign_in(client):
    assert client.get(reverse("gallery")).status_code == 302


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_says_what_it_takes_and_is_in_the_gallery(path):
    source = path.read_text("utf-8")
    comment = source[: source.index("#}")]

    assert source.startswith("{#")
    assert [name for name in macros(path) if f"{name}(" not in comment] == []
    assert f'"components/{path.name}"' in SHOWN


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_each_macro_is_called_in_the_gallery(path):
    assert [name for name in macros(path) if not re.search(rf"\b{name}\(", SHOWN)] == []


@pytest.mark.parametrize("name", [name for name in assets.BUNDLES if name != "keys.js"])
def test_a_bundle_is_found_and_stays_light(name):
    limit = {"site.css": 15_000, "site.js": 6_000, "htmx.js": 16_000, "icon.svg": 500}[name]

    assert 0 < len(gzip.compress(assets.content(name))) < limit


def test_every_style_sheet_is_in_the_bundle():
    sheets = {f"css/{path.name}" for path in (WEB / "static/css").glob("*.css")}

    assert set(assets.BUNDLES["site.css"]) == sheets
