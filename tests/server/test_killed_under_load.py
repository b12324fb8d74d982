"""Killed under load, whatever is killed: every acknowledged save is there, nothing is half done, and people are answered again."""

from __future__ import annotations

import os
import random
import threading
import time
from contextlib import ExitStack, suppress

import psutil
import pytest

from tests import postgresql
from tests.server.sharing import Member, begun, entered, workers
from tests.web.local.started import command
from tests.web.local.test_killed import held, lost
from tests.web.server.served import served, serving

# In the sample, each thing that may be killed is, once.
ROUNDS = 100 if os.environ.get("AUDITBLANC_SOAK") else 0
PEOPLE = 6
SECRET = "x" * 60


class Kept:
    """A site that is started again when it ended, as a system does with its services; ``database``: its PostgreSQL."""

    def __init__(self, folder, database, stack):
        self.stack, self.database = stack, database
        on_it = {"AUDITBLANC_DATABASE": database.address} if database else {}
        self.site = stack.enter_context(served(folder, AUDITBLANC_SECRET=SECRET, **on_it))
        self.process = self.site.process

    @property
    def hurts(self):
        """What may be killed, in turn."""
        of_database = [self.kill_backend, self.stop_database] if self.database else []
        return [self.kill_worker, self.kill_main, *of_database]

    def kill_worker(self):
        with suppress(psutil.NoSuchProcess, IndexError):
            random.choice(workers(self.site.address, self.process)).kill()

    def kill_main(self):
        self.process.kill()
        self.process.wait(30)
        self.process = self.stack.enter_context(serving(self.site.folder, self.site.said))

    def kill_backend(self):
        with suppress(psutil.NoSuchProcess, IndexError):
            random.choice(self.database.backends()).kill()

    def stop_database(self):
        self.database.stop()
        time.sleep(0.3)
        self.database.start()


@pytest.fixture(params=["sqlite", "postgresql"])
def kept(request, tmp_path):
    database = postgresql.serve() if request.param == "postgresql" else None
    with ExitStack() as stack:
        yield Kept(tmp_path / "data", database, stack)


def answered_again(people, *, within=60):
    """Somebody is answered who was not yet: nobody did anything for it."""
    before, end = sum(len(each.acknowledged) for each in people), time.monotonic() + within
    while sum(len(each.acknowledged) for each in people) == before:
        assert time.monotonic() < end, "nobody is answered any more"
        time.sleep(0.02)


@pytest.mark.soak
def test_nothing_acknowledged_is_lost_whatever_is_killed(kept, record_property):
    browser = entered(kept.site)
    path = begun(browser)
    people = [Member(path, indicator) for indicator in range(1, PEOPLE + 1)]
    over, chance = threading.Event(), random.Random(13)
    saving = [
        threading.Thread(target=each.answer_through, args=(browser, lambda: not over.is_set())) for each in people
    ]
    for thread in saving:
        thread.start()

    try:
        for turn in range(ROUNDS or len(kept.hurts)):
            answered_again(people)
            time.sleep(chance.uniform(0, 0.6))
            kept.hurts[turn % len(kept.hurts)]()
        answered_again(people)
    finally:
        over.set()
        for thread in saving:
            thread.join()

    assert [each.refused for each in people] == [[]] * PEOPLE
    found, key = held(kept.site.folder, **kept.site.said), path.split("/")[4]
    assert (found["integrity"], found["faults"], found["damaged"]) == ("ok", [], [])
    assert [pair for pair in found["levels"] if pair[0] != pair[1]] == []
    assert lost(people, key, found) == []
    checked = command("check", "--data", kept.site.folder, **kept.site.said)
    assert (checked.returncode, checked.stdout.startswith("Tout est en ordre")) == (0, True)
    counts = {"enregistrements reçus, tous retrouvés": sum(len(each.acknowledged) for each in people)}
    record_property("fuzz", (f"{turn + 1} arrêts brutaux sur {'PostgreSQL' if kept.database else 'SQLite'}", counts))
