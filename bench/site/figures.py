"""Print every figure of the site beside its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.site import pages, proofs, running, saves
from bench.site.here import signed_in
from bench.site.told import line

if TYPE_CHECKING:
    from bench.site.here import Here
    from bench.site.pages import Pair
    from bench.site.running import Served
    from bench.timing import Figure


def show() -> None:
    site = signed_in()
    print("\nPages, in this process, beside a bare view that reads the same rows (bar: ≥ 0.5 × its rate)")
    pairs = pages.pairs(site)
    for pair in pairs:
        ours, bare = pages.timed(site, pair)
        _compare(pair.name, ours, bare, pages.LEAST_RATE)
    print("\nPages: queries and weight, compressed")
    for pair in pairs:
        _weigh(site, pair)
    print("\nSaves, in this process, beside the same door and the insert of one row through the same gate")
    ours, bare = saves.timed(site)
    _compare("One text", ours, bare, saves.LEAST_RATE)
    made, queries = saves.creation(site)
    line("New assessment, 33 rows", f"{made.median:.1f} ms, {queries} queries")
    print("\nIn processes of its own, two workers")
    with running.served() as at:
        _serve(at)
    print(f"\n{proofs.COUNT} proofs on the organisation, in this process")
    proofs.fill(site)
    for shown in proofs.pages(site):
        line(
            shown.figure.name,
            f"{shown.figure.median:6.1f} ms, {shown.queries} queries, {shown.size / 1000:.0f} kB before compression",
        )
    print("\nFiles of proofs, beside the tools of the system")
    for name, timed in proofs.archives().items():
        _archive(name, timed)


def _compare(name: str, ours: Figure, bare: Figure, bar: float) -> None:
    rate = bare.median / ours.median
    line(name, f"{ours.median:6.2f} ms, bare {bare.median:5.2f} ms, rate {rate:.2f}", f"≥ {bar}", held=rate >= bar)


def _archive(name: str, timed: dict[str, Figure]) -> None:
    ours, *others = timed.values()
    told = "".join(f", {each.name} {each.median:.0f} ms, ratio {ours.median / each.median:.2f}" for each in others)
    line(name, f"{ours.median:.0f} ms{told}")


def _weigh(site: Here, pair: Pair) -> None:
    weight, queries = pages.weight(site, pair.ours), pages.queries(site, pair.ours)
    held = (
        weight.page < pages.PAGE_LIMIT
        and weight.cold < pages.COLD_LIMIT
        and weight.requests <= pages.REQUEST_LIMIT
        and queries <= pages.QUERY_LIMIT
    )
    figure = (
        f"{weight.page / 1000:4.1f} kB, cold {weight.cold / 1000:4.1f} kB in {weight.requests} requests; "
        f"{queries} queries, bare {pages.queries(site, pair.bare)}"
    )
    line(pair.name, figure, "< 25 kB, < 60 kB, ≤ 6; ≤ 8", held=held)


def _serve(at: Served) -> None:
    line("First start, empty folder", f"{at.start:.1f} s", "< 10 s", held=at.start < running.START_LIMIT)
    ours, bare = running.saves(at)
    for name, load in (("Saves of 16 people", ours), ("16 bare inserts", bare)):
        line(name, f"{load.rate:.0f}/s, p99 {load.slowest:.0f} ms, {load.errors} errors")
    ratio = ours.slowest / bare.slowest
    held = ratio <= running.MOST_SLOW and ours.errors == 0
    line("p99, ours beside bare", f"{ratio:.2f} ×", "≤ 2 ×, 0 errors", held=held)
    used, added = running.memory(at)
    figure = f"{used:.0f} MB ({added:.0f} with what is shared counted for each)"
    line("Memory after the load", figure, "< 220 MB", held=used < running.MEMORY_LIMIT)
