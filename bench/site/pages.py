"""Pages beside bare views that read the same rows: how long, how many queries, how heavy."""

from __future__ import annotations

import gzip
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from bench.timing import interleaved

if TYPE_CHECKING:
    from bench.site.here import Here
    from bench.timing import Figure

LEAST_RATE = 0.5
PAGE_LIMIT, COLD_LIMIT, REQUEST_LIMIT, QUERY_LIMIT = 25_000, 60_000, 6, 8
# Short rounds, many of them: a slow moment then falls on both alike.
CALLS, TURNS = 2, 30
ASSETS = "//link[@rel='icon' or @rel='stylesheet']/@href | //script/@src"


@dataclass(frozen=True)
class Pair:
    """A page and its bare view."""

    name: str
    ours: str
    bare: str


@dataclass(frozen=True)
class Weight:
    """Bytes over the wire: the page, and with all that it asks for when nothing is known yet."""

    page: int
    cold: int
    requests: int


def pairs(site: Here) -> tuple[Pair, ...]:
    path = site.path
    bare = reverse("bare_assessment", args=path)
    return (
        Pair(
            "Indicator", reverse("assessments:indicator", args=[*path, 6]), reverse("bare_indicator", args=[*path, 6])
        ),
        Pair("Overview", reverse("assessments:overview", args=path), bare),
        Pair("Table of all indicators", reverse("assessments:ratings", args=path), bare),
        Pair("Points to watch", reverse("assessments:forecast", args=path), bare),
        Pair("Home", reverse("assessments:home"), reverse("bare_home")),
    )


def timed(site: Here, pair: Pair) -> tuple[Figure, Figure]:
    """Ours, then the bare one, timed in turn."""
    for path in (pair.ours, pair.bare):
        if site.get(path).status != HTTPStatus.OK:
            raise AssertionError(path)
    jobs = {"ours": lambda: site.get(pair.ours), "bare": lambda: site.get(pair.bare)}
    figures = interleaved(jobs, calls=CALLS, rounds=TURNS, clock=time.process_time)
    return figures["ours"], figures["bare"]


def queries(site: Here, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        site.get(path)
    return len(seen)


def weight(site: Here, path: str) -> Weight:
    page = site.get(path)
    whole = gzip.decompress(page.body) if page.headers.get("Content-Encoding") == "gzip" else page.body
    assets = [len(site.get(address).body) for address in html.fromstring(whole).xpath(ASSETS)]
    return Weight(page=len(page.body), cold=len(page.body) + sum(assets), requests=1 + len(assets))
