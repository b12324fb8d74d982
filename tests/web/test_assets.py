"""What the browser keeps for ever changes its address with its content."""

from __future__ import annotations

import hashlib

import pytest

from auditblanc.web.assets import BUNDLES, address, content

# Of a library that only a site for several people has.
SHARED = {"keys.js"}


@pytest.mark.parametrize("name", sorted(BUNDLES.keys() - SHARED))
def test_an_asset_is_open_and_kept_for_ever(client, name):
    answer = client.get(address(name))

    assert answer.content == content(name)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert hashlib.sha256(answer.content).hexdigest()[:12] in address(name)


@pytest.mark.parametrize("name", sorted(SHARED))
def test_what_only_a_shared_site_has_does_not_exist_here(client, name):
    assert client.get(f"/actifs/x/{name}").status_code == 404


def test_what_is_no_asset_does_not_exist(client):
    assert client.get("/actifs/x/settings.py").status_code == 404
