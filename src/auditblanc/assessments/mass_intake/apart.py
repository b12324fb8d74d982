"""Many files from strangers, read in child processes that are watched, one a core: none of them can stop the others."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments.reading import LIMITS, asked, asked_together
from auditblanc.assessments.watched import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditblanc.interchange.reading_child import Answer

# Of a whole batch: a file that is slow or heavy ends it, and is then tried alone, with the limits of one file.
BATCH = Limits(seconds=120, memory=LIMITS.memory, answer=4 * LIMITS.answer)
_WEIGHT, _COUNT = 20_000_000, 100


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be read: its name, its bytes, their SHA-256."""

    name: str
    data: bytes
    digest: str


def batches(files: Iterable[Given]) -> Iterator[list[Given]]:
    """A hundred files or 20 MB at a time: what one child is given."""
    batch: list[Given] = []
    weight = 0
    for each in files:
        batch.append(each)
        weight += len(each.data)
        if weight > _WEIGHT or len(batch) == _COUNT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def read_all_apart(files: Iterable[Given], *, limits: Limits = LIMITS) -> Iterator[list[tuple[Given, Answer]]]:
    """Each file with what was read of it, a batch at a time, in order; one child a core reads ahead."""
    cores = os.cpu_count() or 1
    waiting: deque[Future[list[tuple[Given, Answer]]]] = deque()
    with ThreadPoolExecutor(max_workers=cores) as pool:
        try:
            for batch in batches(files):
                waiting.append(pool.submit(_read, batch, limits))
                # No more in memory than the children have to do.
                if len(waiting) > cores:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()


def _read(batch: Sequence[Given], limits: Limits) -> list[tuple[Given, Answer]]:
    """A file that ends its child among others is tried by itself, under the limits of one file; then the others go on."""
    found: list[Answer] = []
    while len(found) < len(batch):
        left = [each.data for each in batch[len(found) :]]
        answers, _ = asked_together(left, BATCH)
        found += answers
        if len(answers) < len(left):
            found.append(asked(left[len(answers)], limits))
    return list(zip(batch, found, strict=True))
