"""Tell every figure of the site beside its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.site import pages, proofs, running, saves
from bench.site.here import signed_in
from bench.told import Row, tell

if TYPE_CHECKING:
    from bench.site.here import Here
    from bench.site.load import Load
    from bench.site.pages import Pair
    from bench.timing import Figure

PAGES = "Pages, in this process, beside a bare view that reads the same rows"
WEIGHT = "Pages: queries and weight, compressed"
SAVES = "Saves, in this process, beside the insert of one row through the same door and gate"
PROOFS = f"{proofs.COUNT} proofs on the organisation, in this process"
FILES = "Files of proofs, beside the tools of the system"
# Of how many people at once the slowest saves are held to a bar, and how much slower than bare inserts they may be.
CROWD, MOST_SLOW = 16, 2.0


def show() -> None:
    site = signed_in()
    pairs = pages.pairs(site)
    for pair in pairs:
        _compare(PAGES, pair.name, *pages.timed(site, pair), pages.LEAST_RATE)
    for pair in pairs:
        _weigh(site, pair)
    _compare(SAVES, "One text", *saves.timed(site), saves.LEAST_RATE)
    made, queries = saves.creation(site)
    tell(Row(SAVES, "New assessment, 33 rows", f"{made.median:.1f} ms, {queries} queries"))
    for database in ("SQLite", "PostgreSQL"):
        _serve(database)
    proofs.fill(site)
    for shown in proofs.pages(site):
        told = f"{shown.figure.median:.0f} ms, {shown.queries} queries, {shown.size / 1000:.0f} kB before compression"
        tell(Row(PROOFS, shown.figure.name, told))
    for name, timed in proofs.archives().items():
        ours, *others = timed.values()
        for each in others:
            beside = f"{each.name} {each.median:.0f} ms"
            tell(Row(FILES, name, f"{ours.median:.0f} ms", f"{ours.median / each.median:.2f}", beside))


def _compare(part: str, name: str, ours: Figure, bare: Figure, bar: float) -> None:
    rate = bare.median / ours.median
    tell(Row(part, name, f"{ours.median:.1f} ms", f"{rate:.2f}", f"{bare.median:.1f} ms", f"rate ≥ {bar}", rate >= bar))


def _weigh(site: Here, pair: Pair) -> None:
    weight, queries = pages.weight(site, pair.ours), pages.queries(site, pair.ours)
    held = (
        weight.page < pages.PAGE_LIMIT
        and weight.cold < pages.COLD_LIMIT
        and weight.requests <= pages.REQUEST_LIMIT
        and queries <= pages.QUERY_LIMIT
    )
    figure = f"{queries} queries, {weight.page / 1000:.1f} kB, cold {weight.cold / 1000:.1f} kB in {weight.requests} requests"
    beside = f"{pages.queries(site, pair.bare)} queries"
    tell(Row(WEIGHT, pair.name, figure, "", beside, "≤ 8; < 25 kB; < 60 kB in ≤ 6", held))


def _serve(database: str) -> None:
    part = f"In processes of its own, two workers, {database}, beside bare views in the same"
    with running.served(database) as at:
        for name, clients, ours, bare in running.loads(at):
            _crowd(part, name, clients, ours, bare)
        used, added, workers = running.memory(at)
        each = " and ".join(f"{worker:.0f}" for worker in workers)
        figure = f"{used:.0f} MB ({added:.0f} with what is shared counted for each; workers {each})"
        tell(Row(part, "Memory after the load", figure, "", "", "< 220 MB", used < running.MEMORY_LIMIT))
        told = f"{at.first:.1f} s; again {at.again:.1f} s"
        tell(Row(part, "First start, empty folder", told, "", "", "< 10 s", at.first < running.START_LIMIT))


def _crowd(part: str, name: str, clients: int, ours: Load, bare: Load) -> None:
    rate, slower = ours.rate / bare.rate, ours.slowest / bare.slowest
    is_held = rate >= pages.LEAST_RATE and ours.errors == 0
    bar = "rate ≥ 0.5, 0 errors"
    if clients == CROWD and name.startswith("save"):
        is_held, bar = slower <= MOST_SLOW and ours.errors == 0, "p99 ≤ 2 ×, 0 errors"
    ratio = f"rate {rate:.2f}, p99 {slower:.1f} ×"
    who = "1 person" if clients == 1 else f"{clients} people"
    tell(Row(part, f"{name}, {who}", str(ours), ratio, str(bare), bar, is_held))
