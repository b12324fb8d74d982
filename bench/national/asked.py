"""What is asked of many organisations: the reads that the portfolio and its statistics make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.made_up import NOW
from auditblanc.assessments.reads.concatenated import by_indicator
from auditblanc.assessments.reads.portfolio import Sort, Wanted, listed, own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditblanc.accounts.models import User
    from auditblanc.assessments.made_up import Readers


def asked(readers: Readers) -> Iterator[Callable[[], object]]:
    """In the order of the columns."""
    consultant = readers.some or readers.all
    for wanted in (Wanted(), Wanted(sort=Sort.AUDIT), Wanted(words="lyon formation", sort=Sort.NAME)):
        yield lambda wanted=wanted: listed(readers.all, wanted, NOW)
    yield _distribution(readers.all)
    yield lambda: listed(consultant, Wanted(), NOW)
    yield _distribution(consultant)


def _distribution(person: User) -> Callable[[], object]:
    return lambda: by_indicator(own(person), (32, 33))
