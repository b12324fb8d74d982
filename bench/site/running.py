"""The site in processes of its own, two workers, as `auditblanc start` makes them, bare views beside: load and memory."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import psutil
from tests.web.local.started import SOURCE, Site, started

from bench.site.bare import CSRF, SETTINGS, TABLE, csrf_cookie
from bench.site.saves import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

# What one person sends next: the address and the fields.
Sender = Callable[[], tuple[str, dict[str, str]]]

CLIENTS, SECONDS, ROUNDS = 16, 1.5, 4
MOST_SLOW, MEMORY_LIMIT, START_LIMIT = 2.0, 220, 10


@dataclass
class Load:
    """Milliseconds of each answer, and how many were none."""

    times: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def slowest(self) -> float:
        """The 99th percentile."""
        return quantiles(self.times, n=100)[98]

    @property
    def rate(self) -> float:
        return len(self.times) / (SECONDS * ROUNDS)


@dataclass(frozen=True)
class Served:
    """``start`` is how many seconds the first start took, on an empty folder."""

    site: Site
    folder: Path
    start: float
    cookie: str


@contextmanager
def served() -> Iterator[Served]:
    variables = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "PYTHONPATH": f"{SOURCE}:{Path(__file__).parents[2]}",
        "AUDITBLANC_WORKERS": "2",
    }
    with tempfile.TemporaryDirectory() as parent:
        folder, begun = Path(parent) / "data", time.perf_counter()
        with started(folder, **variables) as site:
            seconds = time.perf_counter() - begun
            with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database, database:
                database.execute(TABLE)
            session = site.get(site.token_path).getheader("Set-Cookie", "").partition(";")[0]
            yield Served(
                site=site,
                folder=folder,
                start=seconds,
                cookie=f"{session}; {csrf_cookie(f'auditblanc_{site.port}_csrf')}",
            )


def saves(at: Served) -> tuple[Load, Load]:
    """Sixteen people who answer as many indicators of one assessment, and sixteen bare inserts, in turn."""
    organisation, key = _assessment(at.folder)
    page = f"/o/{organisation}/evaluations/{key}/indicateurs"
    ours = [_saver(f"{page}/{number}/presentation/") for number in range(1, CLIENTS + 1)]
    bare = [_inserter(f"/bare/{organisation}/{key}/save/")] * CLIENTS
    loads = Load(), Load()
    # Each worker compiles its templates the first time.
    _round(at, ours, Load())
    for _ in range(ROUNDS):
        _round(at, ours, loads[0])
        _round(at, bare, loads[1])
    return loads


def memory(at: Served) -> tuple[float, float]:
    """Megabytes of the server and its two workers, after the load: what they share counted once, then for each of them."""
    server = psutil.Process(at.site.process.pid)
    each = [process.memory_full_info() for process in (server, *server.children(recursive=True))]
    return sum(used.pss for used in each) / 1e6, sum(used.rss for used in each) / 1e6


def _assessment(folder: Path) -> tuple[str, str]:
    """The keys of an assessment and of whose it is, as addresses have them."""
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database:
        query = (
            "SELECT o.key, a.key FROM assessments_assessment a JOIN accounts_organisation o ON o.id = organisation_id"
        )
        organisation, key = database.execute(query).fetchone()
    return organisation, key


def _saver(path: str) -> Sender:
    """Another text each time, from the version that the last save gave."""
    version = -1

    def following() -> tuple[str, dict[str, str]]:
        nonlocal version
        version += 1
        return path, {
            "version": str(version),
            "presentation": f"{version} {WORDS}",
            "request": f"{path}{version}"[-60:],
        }

    return following


def _inserter(path: str) -> Sender:
    return lambda: (path, {"presentation": WORDS})


def _round(at: Served, senders: list[Sender], load: Load) -> None:
    end = time.perf_counter() + SECONDS
    people = [threading.Thread(target=_person, args=(at, sender, load, end)) for sender in senders]
    for person in people:
        person.start()
    for person in people:
        person.join()


def _person(at: Served, following: Sender, load: Load, end: float) -> None:
    headers = {"Cookie": at.cookie, "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
    with closing(HTTPConnection("127.0.0.1", at.site.port, timeout=30)) as connection:
        while (begun := time.perf_counter()) < end:
            path, fields = following()
            connection.request("POST", path, urlencode({"csrfmiddlewaretoken": CSRF, **fields}), headers)
            answer = connection.getresponse()
            answer.read()
            load.times.append(1000 * (time.perf_counter() - begun))
            load.errors += answer.status != HTTPStatus.OK
