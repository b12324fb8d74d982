"""The list of a package's parts, read from its end alone."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from auditblanc.interchange.part_names import LIST_LIMIT, part_names
from tests.interchange.forged_forms import packed


def test_names_are_those_of_the_list():
    assert part_names(io.BytesIO(packed({"[Content_Types].xml": "", "word/document.xml": "é"}))) == (
        "[Content_Types].xml",
        "word/document.xml",
    )


def test_what_stands_before_and_after_changes_nothing():
    """A package with something in front of it, or a comment at its end, is read by programs all the same."""
    file = io.BytesIO(b"%PDF-1.7 or anything" + packed({"word/document.xml": ""}))
    with zipfile.ZipFile(file, "a") as package:
        package.comment = b"c" * 60_000

    assert part_names(file) == ("word/document.xml",)


def end(size: int) -> bytes:
    return b"PK\x05\x06" + bytes(8) + struct.pack("<LL", size, 0) + bytes(2)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x05\x06", end(40), bytes(LIST_LIMIT * 2) + end(LIST_LIMIT + 1), b"x" * 46 + end(46)],
    ids=["empty", "two letters", "cut short", "a list from nowhere", "a list without measure", "no entries"],
)
def test_a_list_that_is_none_tells_nothing(data):
    assert part_names(io.BytesIO(data)) == ()
