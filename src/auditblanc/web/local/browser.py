"""Open the person's browser, when there is one to open."""

from __future__ import annotations

import os
import sys
import webbrowser


def open_browser(address: str) -> bool:
    """Whether a window was asked for: never a browser of the terminal, which would take the place of our messages."""
    if not has_windows():
        return False
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False


def has_windows() -> bool:
    """Windows and macOS always show windows; elsewhere the session says so."""
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
