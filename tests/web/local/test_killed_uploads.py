"""Killed while files come in: no half proof, and every proof that was acknowledged is there with its content."""

from __future__ import annotations

import os
import random
import shutil
import signal
import threading
import time
from collections import Counter

import pytest

from tests.web.local.dropping import TOGETHER, Dropper
from tests.web.local.started import started
from tests.web.local.test_killed import ROUNDS, held, path_of

PEOPLE = 4


@pytest.fixture
def folder(first_day, tmp_path):
    own = tmp_path / "data"
    shutil.copytree(first_day, own)
    return own


def killed(folder, people, delay):
    """Start the site, let everybody drop files, and end all its processes at once a little later."""
    before = sum(person.count for person in people)
    with started(folder) as site:
        dropping = [threading.Thread(target=person.drop, args=(site,)) for person in people]
        for thread in dropping:
            thread.start()
        while sum(person.count for person in people) == before and any(map(threading.Thread.is_alive, dropping)):
            time.sleep(0.005)
        time.sleep(delay)
        os.killpg(site.process.pid, signal.SIGKILL)
        for thread in dropping:
            thread.join()


@pytest.mark.soak
def test_a_drop_is_whole_or_not_there_when_the_site_is_killed(folder):
    people = [Dropper(path_of(folder), f"personne{number}") for number in range(PEOPLE)]
    chance = random.Random(11)

    for _ in range(ROUNDS):
        killed(folder, people, delay=chance.uniform(0, 0.8))
        found = held(folder)

        assert (found["integrity"], found["faults"], found["damaged"]) == ("ok", [], [])
        assert [each for each in found["files"] if each[2] != each[3]] == []
        drops = Counter(name.rpartition("-")[0] for _, name, _, _ in found["files"])
        assert {name: count for name, count in drops.items() if count != TOGETHER} == {}
        assert {name for person in people for name in person.acknowledged} - drops.keys() == set()

    assert [person.refused for person in people] == [[]] * PEOPLE
    assert sum(len(person.acknowledged) for person in people) >= ROUNDS


def test_what_was_left_half_sent_goes_at_the_next_start(folder):
    people = [Dropper(path_of(folder), "personne")]
    killed(folder, people, delay=0.3)

    with started(folder):
        pass

    assert [*(folder / "envois").iterdir(), *(folder / "preuves").glob("*/*/.auditblanc-*")] == []
