"""What a browser says of itself (« User-Agent ») as a person calls it: « Firefox sous Windows », « Safari sur iPhone »."""

from __future__ import annotations

# What tells each, the most particular first: most of them also say that they are Chrome, or Safari.
_BROWSERS = (
    ("Edge", ("Edg/", "EdgA/", "EdgiOS/", "Edge/")),
    ("Opera", ("OPR/", "OPiOS/", "OPT/", "Opera/")),
    ("Samsung Internet", ("SamsungBrowser/",)),
    ("Vivaldi", ("Vivaldi/",)),
    ("DuckDuckGo", ("DuckDuckGo/", "Ddg/")),
    ("Firefox", ("Firefox/", "FxiOS/")),
    ("Internet Explorer", ("Trident/", "MSIE ")),
    ("Chrome", ("Chrome/", "CriOS/", "Chromium/")),
    ("Safari", ("Safari/",)),
)
# A tablet that asks for pages of computers says that it is a Mac: nothing tells it apart.
_SYSTEMS = (
    ("sur iPhone", ("iPhone",)),
    ("sur iPad", ("iPad",)),
    ("sous Android", ("Android",)),
    ("sous Windows", ("Windows",)),
    ("sous ChromeOS", ("CrOS",)),
    ("sur Mac", ("Macintosh", "Mac OS X")),
    ("sous Linux", ("Linux",)),
)
_UNKNOWN = "Navigateur inconnu"
_SHOWN = 40


def browser_name(said: str) -> str:
    """The browser and its system; of one that nothing tells, the beginning of what it says."""
    browser, system = _told(_BROWSERS, said), _told(_SYSTEMS, said)
    if not browser and not system:
        return f"{_UNKNOWN} : « {said[:_SHOWN]}{'…' if len(said) > _SHOWN else ''} »" if said.strip() else _UNKNOWN
    return " ".join(words for words in (browser or _UNKNOWN, system) if words)


def _told(names: tuple[tuple[str, tuple[str, ...]], ...], said: str) -> str:
    return next((name for name, marks in names if any(mark in said for mark in marks)), "")
