"""Proofs that are too long for `make test`, and that shorter ones stand for there: `make soak` runs them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Test = TypeVar("Test")


def only_soak(instead: str) -> Callable[[Test], Test]:
    """``instead``: what stands for it in `make test`."""

    def marked(test: Test) -> Test:
        for mark in in_soak(instead):
            test = mark(test)
        return test

    return marked


def in_soak(instead: str) -> tuple[pytest.MarkDecorator, ...]:
    """The same for one of several parameters."""
    reason = f"make soak; here: {instead}"
    return pytest.mark.soak, pytest.mark.skipif(not os.environ.get("AUDITBLANC_SOAK"), reason=reason)
