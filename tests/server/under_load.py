"""Everybody saves at once, and what must still be there whatever was killed meanwhile."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from http.client import HTTPException
from typing import TYPE_CHECKING

from tests.server.sharing import Browser, Member
from tests.web.local.started import part

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def saving(browser: Browser, path: str, count: int) -> Iterator[list[Member]]:
    """While this lasts, so many people save, each on an indicator of their own."""
    people = [Member(path, indicator) for indicator in range(1, count + 1)]
    over = threading.Event()
    threads = [
        threading.Thread(target=each.answer_through, args=(browser, lambda: not over.is_set())) for each in people
    ]
    for thread in threads:
        thread.start()
    try:
        yield people
    finally:
        over.set()
        for thread in threads:
            thread.join()


def sent(browser: Browser, path: str, number: int) -> bool:
    """A file dropped on an indicator; whether it was acknowledged."""
    mark = "m" * 32
    body = part(mark, "csrfmiddlewaretoken", browser.secret) + part(mark, "request", f"file-{number}")
    body += part(mark, "file", f"contenu {number}".encode()).replace(b"copie.zip", f"fichier {number}.txt".encode())
    kind = f"multipart/form-data; boundary={mark}"
    try:
        return browser.ask("POST", path, body + f"--{mark}--\r\n".encode(), **{"Content-Type": kind})[0] == 303
    except (OSError, HTTPException):
        return False


def assert_everything_is_there(browser: Browser, path: str, people: list[Member], files: list[int]) -> None:
    """Each acknowledged save and file, on the pages of whoever looks."""
    assert [each.refused for each in people] == [[]] * len(people)
    for each in people:
        page = browser.ask("GET", f"{path}indicateurs/{each.indicator}/")[2].decode()
        assert standing(page) in each.may_stand
        history = browser.ask("GET", f"{path}indicateurs/{each.indicator}/historique/")[2].decode()
        assert each.last_text in history
    shown = browser.ask("GET", f"{path}indicateurs/9/")[2].decode()
    assert [number for number in files if f"fichier {number}" not in shown] == []
    keys = set(re.findall(r"/pieces/(\w+)/(?:apercu|fichier)/", shown))
    assert len(keys) >= len(files) > 0
    for key in keys:
        status, _, data = browser.ask("GET", f"{path.partition('evaluations')[0]}pieces/{key}/fichier/")
        assert (status, data[:8]) == (200, b"contenu ")


def standing(page: str) -> str:
    return re.search(r'<textarea name="presentation"[^>]*>\s*([^<]*)</textarea>', page)[1].strip()
