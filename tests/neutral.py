"""A site in neutral mode, and every page that a person comes to in it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

from auditblanc.domain.neutral import shut_address
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper


def make_neutral(settings: SettingsWrapper) -> None:
    """As ``AUDITBLANC_NEUTRAL=1`` at the start of the site: templates are made anew, which knew another mode."""
    settings.IS_NEUTRAL = True
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)


def visited(client: Client, starts: Iterable[str]) -> dict[str, HttpResponse]:
    """Every page that links lead to from there, by its path; of those of one view at most three."""
    waiting, seen, count = list(starts), {}, {}
    while waiting:
        path = waiting.pop(0)
        name = view_of(path)
        if path in seen or not name or count.get(name, 0) >= 3:
            continue
        count[name] = count.get(name, 0) + 1
        answer = client.get(path)
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.content:
            seen[path] = answer
            waiting += [urlsplit(link).path for link in links(path, answer) if not urlsplit(link).netloc]
        answer.close()
    return seen


def links(path: str, answer: HttpResponse) -> list[str]:
    """Where a page leads: links, forms, buttons with an address of their own, requests of htmx; one without an address is empty."""
    found = page(answer).xpath("//@href | //@action | //@formaction | //@hx-get | //@hx-post")
    return [urljoin(path, each) if each else "" for each in found]


def view_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def led_astray(pages: dict[str, HttpResponse]) -> set[tuple[str, str]]:
    """Links to what is shut, and links without an address: the view that has them, and where they lead."""
    return {
        (view_of(path), view_of(link) or link)
        for path, answer in pages.items()
        for link in links(path, answer)
        if not link or shut_address(view_of(link))
    }
