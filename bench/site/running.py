"""The site in processes of its own, two workers, as `auditblanc start` makes them, bare views beside: load, memory, start.

On each database: SQLite in a folder, or a PostgreSQL of its own.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import psycopg
from tests import postgresql
from tests.web.local.started import SOURCE, Site, started

from bench.site.bare import SETTINGS, TABLE, csrf_cookie
from bench.site.load import Load, Sender, loaded
from bench.site.saves import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENTS, SECONDS, ROUNDS = (1, 16, 64), 1.5, 3
MEMORY_LIMIT, START_LIMIT = 220, 10
_KEYS = "SELECT o.key, a.key FROM assessments_assessment a JOIN accounts_organisation o ON o.id = organisation_id ORDER BY a.id"


@dataclass(frozen=True)
class Served:
    """``first`` and ``again``: seconds that a start took, on an empty folder and on one that is ready.

    ``paths``: what the addresses of each assessment begin with.
    """

    site: Site
    first: float
    again: float
    cookie: str
    paths: list[str]


@contextmanager
def served(database: str) -> Iterator[Served]:
    variables = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "PYTHONPATH": f"{SOURCE}:{Path(__file__).parents[2]}",
        "AUDITBLANC_WORKERS": "2",
        "AUDITBLANC_DATABASE": postgresql.start() if database == "PostgreSQL" else "",
    }
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "data"
        first = _start(folder, variables)
        begun = time.perf_counter()
        with started(folder, **variables) as site:
            again = time.perf_counter() - begun
            paths = _prepared(folder, variables["AUDITBLANC_DATABASE"])
            session = site.get(site.token_path).getheader("Set-Cookie", "").partition(";")[0]
            cookie = f"{session}; {csrf_cookie(f'auditblanc_{site.port}_csrf')}"
            yield Served(site=site, first=first, again=again, cookie=cookie, paths=paths)


def _start(folder: Path, variables: dict[str, str]) -> float:
    begun = time.perf_counter()
    with started(folder, **variables):
        return time.perf_counter() - begun


def _prepared(folder: Path, address: str) -> list[str]:
    """Make the table of the bare insert; what addresses begin with."""
    opened = psycopg.connect(address) if address else sqlite3.connect(folder / "auditblanc.sqlite3")
    with closing(opened) as connection:
        connection.execute(TABLE.replace("INTEGER PRIMARY", "SERIAL PRIMARY") if address else TABLE)
        connection.commit()
        return [f"{organisation}/{key}" for organisation, key in connection.execute(_KEYS).fetchall()]


def loads(at: Served) -> Iterator[tuple[str, int, Load, Load]]:
    """What was asked, by how many people at once: ours, and the bare view, in turn."""
    kinds = {
        "table of 33 rows": ([_looker(at.paths[0], "")] * CLIENTS[-1], [_bare(at.paths[0])] * CLIENTS[-1]),
        "page of an indicator": ([_looker(at.paths[0], "6/")] * CLIENTS[-1], [_bare(at.paths[0], "6/")] * CLIENTS[-1]),
        "save of a text": (_savers(at), [_inserter(at.paths[0])] * CLIENTS[-1]),
    }
    for name, (ours, bare) in kinds.items():
        # Each worker compiles its templates the first time.
        loaded(at.site.port, at.cookie, ours[:4], Load(), SECONDS)
        for clients in CLIENTS:
            found = Load(), Load()
            for _ in range(ROUNDS):
                for load, senders in zip(found, (ours, bare), strict=True):
                    loaded(at.site.port, at.cookie, senders[:clients], load, SECONDS)
            yield name, clients, *found


def memory(at: Served) -> tuple[float, float, list[float]]:
    """Megabytes of the server and its two workers after the load: what they share counted once, then for each; each worker's."""
    server = psutil.Process(at.site.process.pid)
    answering = [each for each in server.children(recursive=True) if _answers(each, at.site.port)]
    used = [process.memory_full_info() for process in (server, *answering)]
    return (
        sum(each.pss for each in used) / 1e6,
        sum(each.rss for each in used) / 1e6,
        [each.rss / 1e6 for each in used[1:]],
    )


def _answers(process: psutil.Process, port: int) -> bool:
    """The process of long tasks and the one of documents do not."""
    return any(each.laddr.port == port for each in process.net_connections("inet"))


def _looker(path: str, end: str) -> Sender:
    organisation, key = path.split("/")
    return lambda: (f"/o/{organisation}/evaluations/{key}/indicateurs/{end}", None)


def _bare(path: str, end: str = "") -> Sender:
    return lambda: (f"/bare/{path}/{end}", None)


def _inserter(path: str) -> Sender:
    return lambda: (f"/bare/{path}/save/", {"presentation": WORDS})


def _savers(at: Served) -> list[Sender]:
    """Each on an indicator of their own, the assessments in turn."""
    places = [divmod(number, len(at.paths)) for number in range(CLIENTS[-1])]
    return [_saver(at.paths[which], 1 + row) for row, which in places]


def _saver(path: str, indicator: int) -> Sender:
    """Another text each time, from the version that the last save gave."""
    organisation, key = path.split("/")
    address, version = f"/o/{organisation}/evaluations/{key}/indicateurs/{indicator}/presentation/", -1

    def following() -> tuple[str, dict[str, str]]:
        nonlocal version
        version += 1
        name = f"{key}-{indicator}-{version}"
        return address, {"version": str(version), "presentation": f"{version} {WORDS}", "request": name}

    return following
