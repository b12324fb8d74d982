"""What is asked of many organisations: the reads that the portfolio and its statistics make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.reads.concatenated import by_indicator
from auditblanc.assessments.reads.portfolio import Sort, Wanted, listed, own
from bench.national.seed import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditblanc.accounts.models import User
    from bench.national.seed import Network


def asked(network: Network) -> Iterator[Callable[[], object]]:
    """In the order of the columns."""
    for wanted in (Wanted(), Wanted(sort=Sort.AUDIT), Wanted(words="lyon formation", sort=Sort.NAME)):
        yield lambda wanted=wanted: listed(network.everybody, wanted, NOW)
    yield _distribution(network.everybody)
    yield lambda: listed(network.consultant, Wanted(), NOW)
    yield _distribution(network.consultant)


def _distribution(person: User) -> Callable[[], object]:
    return lambda: by_indicator(own(person), (32, 33))
