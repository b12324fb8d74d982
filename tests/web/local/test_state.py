"""What is remembered between two starts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from auditblanc.web.local import state
from auditblanc.web.local.state import State


def test_it_comes_back_as_it_was_written(tmp_path):
    remembered = State(
        port=8431,
        installed_at=datetime(2026, 11, 2, tzinfo=UTC),
        last_copy=datetime(2026, 11, 25, 22, 30, tzinfo=UTC),
        schema="ab",
    )

    state.write(tmp_path, remembered)

    assert state.read(tmp_path) == remembered


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"installed_at": 3}', '{"last_copy": "hier"}', '"etat"'])
def test_a_file_that_is_not_ours_is_nothing(tmp_path, content):
    if content is not None:
        (tmp_path / state.FILE).write_text(content)

    assert state.read(tmp_path) == State()


def test_a_copy_is_remembered_with_the_rest(tmp_path):
    state.write(tmp_path, State(port=8431))

    state.copied(tmp_path, datetime(2026, 11, 25, tzinfo=UTC))

    assert state.read(tmp_path) == State(port=8431, last_copy=datetime(2026, 11, 25, tzinfo=UTC))
