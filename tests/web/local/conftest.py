"""One site for the tests that only look at it."""

from __future__ import annotations

import pytest

from tests.web.local.started import started


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    with started(tmp_path_factory.mktemp("site") / "data") as running:
        yield running
