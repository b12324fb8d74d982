"""Two workers on PostgreSQL, files on an S3 server, one worker killed under load: every acknowledged save and file is there."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.server.outgrown import outgrown
from tests.server.sharing import begun, entered, workers
from tests.server.under_load import assert_everything_is_there, saving, sent
from tests.soak import only_soak
from tests.web.server.served import served

ROUNDS = 30 if os.environ.get("AUDITBLANC_SOAK") else 3
PEOPLE = 6


@pytest.fixture
def site(tmp_path):
    with outgrown() as variables, served(tmp_path / "data", **variables, AUDITBLANC_WORKERS="2") as shared:
        yield shared


@only_soak("a whole machine is killed")
def test_nothing_acknowledged_is_lost_when_a_worker_is_killed(site):
    browser = entered(site)
    path = begun(browser)
    files = []

    with saving(browser, path, PEOPLE) as people:
        for round_ in range(ROUNDS):
            time.sleep(1.5)
            files += [
                number
                for number in range(3 * round_, 3 * round_ + 3)
                if sent(browser, f"{path}indicateurs/9/preuves/deposer/", number)
            ]
            alive = workers(site.address, site.process)
            assert len(alive) >= 1
            alive[0].send_signal(signal.SIGKILL)
        time.sleep(3)

    assert min(len(each.acknowledged) for each in people) > ROUNDS
    assert_everything_is_there(browser, path, people, files)
