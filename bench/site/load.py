"""So many people at once, over HTTP: what each sends next, for a while, and how long each answer took."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlencode

from bench.site.bare import CSRF

# What one person asks next: an address, and the fields of a form or nothing.
Sender = Callable[[], tuple[str, dict[str, str] | None]]


@dataclass
class Load:
    """Milliseconds of each answer, how many were none, and the seconds that it lasted."""

    times: list[float] = field(default_factory=list)
    errors: int = 0
    seconds: float = 0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    @property
    def middle(self) -> float:
        return median(self.times)

    @property
    def slowest(self) -> float:
        """The 99th percentile."""
        return quantiles(self.times, n=100)[98]

    def __str__(self) -> str:
        return f"{self.rate:.0f}/s, p50 {self.middle:.0f} ms, p99 {self.slowest:.0f} ms, {self.errors} errors"


def loaded(port: int, cookie: str, senders: list[Sender], load: Load, seconds: float) -> None:
    """Everybody asks, one after the other's answer, until the time is over."""
    begun = time.perf_counter()
    end = begun + seconds
    people = [threading.Thread(target=_person, args=(port, cookie, sender, load, end)) for sender in senders]
    for person in people:
        person.start()
    for person in people:
        person.join()
    # The last answers come when the time is over.
    load.seconds += time.perf_counter() - begun


def _person(port: int, cookie: str, following: Sender, load: Load, end: float) -> None:
    headers = {"Cookie": cookie, "Accept-Encoding": "gzip"}
    form = {**headers, "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        while (begun := time.perf_counter()) < end:
            path, fields = following()
            if fields is None:
                connection.request("GET", path, headers=headers)
            else:
                connection.request("POST", path, urlencode({"csrfmiddlewaretoken": CSRF, **fields}), form)
            answer = connection.getresponse()
            answer.read()
            load.times.append(1000 * (time.perf_counter() - begun))
            load.errors += answer.status != HTTPStatus.OK
