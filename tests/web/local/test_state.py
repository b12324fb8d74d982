"""What is remembered between two starts."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.web.local import state
from auditblanc.web.local.state import State


def test_it_comes_back_as_it_was_written(tmp_path):
    remembered = State(port=8431, installed_on=date(2026, 11, 2), last_copy=date(2026, 11, 25), schema="ab")

    state.write(tmp_path, remembered)

    assert state.read(tmp_path) == remembered


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"installed_on": 3}', '{"last_copy": "hier"}', '"etat"'])
def test_a_file_that_is_not_ours_is_nothing(tmp_path, content):
    if content is not None:
        (tmp_path / state.FILE).write_text(content)

    assert state.read(tmp_path) == State()
