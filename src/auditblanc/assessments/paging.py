"""A list that is shown a page at a time: which page, of how many, and which rows."""

from __future__ import annotations

from typing import NamedTuple


class Cut(NamedTuple):
    """``rows``: those of the page, as a slice of the whole list."""

    page: int
    pages: int
    rows: slice


def cut(count: int, asked: int, size: int) -> Cut:
    """The page that is asked for, else the nearest there is; an empty list has one page."""
    pages = max(1, -(-count // size))
    page = min(max(1, asked), pages)
    return Cut(page=page, pages=pages, rows=slice((page - 1) * size, page * size))
