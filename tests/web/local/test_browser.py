"""When there is a browser to open."""

from __future__ import annotations

import sys

import pytest

from auditblanc.web.local.browser import has_windows, open_browser


@pytest.fixture
def bare(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_terminal_alone_gets_no_browser(bare):
    assert (has_windows(), open_browser("http://127.0.0.1:9/")) == (False, False)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(bare, system):
    bare.setattr(sys, "platform", system)

    assert has_windows() is True


def test_a_session_with_windows_says_so(bare):
    bare.setenv("WAYLAND_DISPLAY", "wayland-0")

    assert has_windows() is True
