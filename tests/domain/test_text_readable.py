"""The one text type: what a field holds, and how what was typed becomes it."""

from __future__ import annotations

import pytest

from auditblanc.domain.text import readable


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("déjà lisible\n\tici", "déjà lisible\n\tici"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x0bc\x7f\ud800\ufffe\U0001ffffd", "abcd"),
        (" des blancs ", " des blancs "),
    ],
)
def test_what_is_quoted_is_readable(raw, shown):
    assert readable(raw) == shown
