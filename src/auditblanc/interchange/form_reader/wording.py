"""Compare what a cell says with what was printed in it, word by word: case, blanks and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Ticks, arrows and pictures say something as words do.
_WORD = re.compile("[^\\W_]+|[\u2190-\u2bff\U0001f000-\U0001faff]")
# Beyond, the comparison word by word would cost more than reading a quote a little too long.
_DIFF_LIMIT = 400
_SHORT = 300


def key(text: str) -> str:
    """``text`` as words in lower case with single spaces: equal keys, same words."""
    return _short_key(text) if len(text) <= _SHORT else " ".join(words(text))


@lru_cache(maxsize=1024)
def _short_key(text: str) -> str:
    """Banners, headings and introductions come again in every form."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def overlap(found: set[str], printed: frozenset[str]) -> float:
    """The share of the printed words that are still there, in [0, 1]."""
    return len(found & printed) / len(printed) if printed else 0.0


def added(found: str, printed: str) -> str:
    """The passages of ``found`` that were not printed, « … » between them; empty when nothing was added."""
    found = unicodedata.normalize("NFC", found)
    spans = [match.span() for match in _WORD.finditer(found)]
    own = [unicodedata.normalize("NFKC", found[start:end]).casefold() for start, end in spans]
    passages = (found[spans[first][0] : spans[last - 1][1]] for first, last in _inserted(own, words(printed)))
    return " … ".join(passages)


def _inserted(found: list[str], printed: list[str]) -> Iterator[tuple[int, int]]:
    """Where ``found`` has words that ``printed`` has not, as half-open ranges."""
    head = _common(found, printed)
    tail = _common(found[head:][::-1], printed[head:][::-1])
    found, printed = found[head : len(found) - tail], printed[head : len(printed) - tail]
    if len(found) > _DIFF_LIMIT or len(printed) > _DIFF_LIMIT:
        yield head, head + len(found)
        return
    for action, _, _, first, last in SequenceMatcher(None, printed, found, autojunk=False).get_opcodes():
        if action in ("insert", "replace"):
            yield head + first, head + last


def _common(one: list[str], other: list[str]) -> int:
    """How many first words are the same."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))
