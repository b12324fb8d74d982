"""Uploads are cut short at the size that readers accept."""

from __future__ import annotations

import io

import pytest

from auditblanc.interchange.formats import SIZE_LIMIT
from auditblanc.web.uploads import CutShort

CHUNK = 1024 * 1024


def given(size):
    """What the next handler gets of a file, and what this one makes of the whole."""
    handler = CutShort()
    handler.new_file("file", "fiche.docx", "application/octet-stream", size)
    source, kept = io.BytesIO(bytes(size)), 0
    for start in range(0, size, CHUNK):
        kept += len(handler.receive_data_chunk(source.read(CHUNK), start) or b"")
    return kept, handler.file_complete(size)


@pytest.mark.parametrize("size", [0, 1, SIZE_LIMIT])
def test_a_file_of_the_right_size_goes_on(size):
    assert given(size) == (size, None)


def test_a_file_too_large_is_given_empty_with_its_size():
    kept, file = given(SIZE_LIMIT + 1)

    assert kept <= SIZE_LIMIT
    assert (file.name, file.size, file.read()) == ("fiche.docx", SIZE_LIMIT + 1, b"")
