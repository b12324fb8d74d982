"""Killed in the middle of saves, at any moment: nothing that was acknowledged is lost, and nothing is half done."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.web.local.answering import Person, Save
from tests.web.local.started import SOURCE, environment, started

ROUNDS = 100 if os.environ.get("AUDITBLANC_SOAK") else 3
PEOPLE = 8
ROOT = Path(__file__).parents[3]


@pytest.fixture
def known(first_day, tmp_path):
    """A folder of its own, the key of an assessment in it, and those who answer it."""
    folder = tmp_path / "data"
    shutil.copytree(first_day, folder)
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database:
        query = (
            "SELECT o.key, a.key FROM assessments_assessment a JOIN accounts_organisation o ON o.id = organisation_id"
        )
        organisation, key = database.execute(query).fetchone()
        ratings = (
            "SELECT indicator, r.level FROM assessments_rating r JOIN assessments_assessment a ON a.id = assessment_id"
        )
        levels = database.execute(f"{ratings} WHERE key = ? ORDER BY indicator LIMIT ?", [key, PEOPLE]).fetchall()
    path = f"/o/{organisation}/evaluations/{key}/"
    return folder, key, [Person(path, indicator, level or 0) for indicator, level in levels]


def path_of(folder: Path) -> str:
    """The address of an assessment in it."""
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database:
        query = (
            "SELECT o.key, a.key FROM assessments_assessment a JOIN accounts_organisation o ON o.id = organisation_id"
        )
        organisation, key = database.execute(query).fetchone()
    return f"/o/{organisation}/evaluations/{key}/"


def killed(folder: Path, people: list[Person], delay: float) -> None:
    """Start the site, let everybody answer, and end all its processes at once a little later."""
    before = sum(len(person.acknowledged) for person in people)
    with started(folder) as site:
        answering = [threading.Thread(target=person.answer, args=(site, lambda: True)) for person in people]
        for thread in answering:
            thread.start()
        while sum(len(person.acknowledged) for person in people) == before and any(
            map(threading.Thread.is_alive, answering)
        ):
            time.sleep(0.005)
        time.sleep(delay)
        os.killpg(site.process.pid, signal.SIGKILL)
        for thread in answering:
            thread.join()


def held(folder: Path, **said: str) -> dict:
    variables = environment({**said, "AUDITBLANC_DATA": str(folder), "PYTHONPATH": f"{SOURCE}{os.pathsep}{ROOT}"})
    told = subprocess.run(
        [sys.executable, "-m", "tests.web.local.held"],
        env=variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(told.stdout)


def lost(people: list[Person], key: str, found: dict) -> list:
    """Every save that was acknowledged and is not in the journal, and every field that is behind or beside it."""
    events = {
        (indicator, field, version): value for of, indicator, field, version, value in found["events"] if of == key
    }
    ratings = {
        (indicator, field): (version, value) for of, indicator, field, version, value in found["ratings"] if of == key
    }
    missing = [
        (person.indicator, save)
        for person in people
        for save in person.acknowledged
        if str(events.get((person.indicator, save.field, save.version + 1))) != save.value
    ]
    # What is stored is the last acknowledged save, or the one that was on its way.
    behind = [
        (person.indicator, field, ratings[person.indicator, field])
        for person in people
        for field in ("level", "presentation")
        if not stands(person, field, *ratings[person.indicator, field])
    ]
    return missing + behind


def stands(person: Person, field: str, version: int, value: object) -> bool:
    saves = [save for save in person.acknowledged if save.field == field][-1:]
    on_its_way = [person.sent] if person.sent and person.sent.field == field else []
    known = {(save.version + 1, save.value) for save in saves + on_its_way}
    return (version, str(value)) in known or not (saves or version)


@pytest.mark.soak
def test_nothing_acknowledged_is_lost_when_it_is_killed(known):
    folder, key, people = known
    chance = random.Random(7)

    for _ in range(ROUNDS):
        killed(folder, people, delay=chance.uniform(0, 0.6))
        found = held(folder)

        assert (found["integrity"], found["faults"]) == ("ok", [])
        assert [pair for pair in found["levels"] if pair[0] != pair[1]] == []
        assert lost(people, key, found) == []

    assert [person.refused for person in people] == [[]] * PEOPLE
    assert sum(len(person.acknowledged) for person in people) >= ROUNDS


def test_a_lost_save_would_be_seen(known):
    folder, key, people = known
    found = held(folder)
    before = lost(people, key, found)
    gone = Save("presentation", 0, "Un texte que personne n’a gardé.")

    people[2].acknowledged.append(gone)

    assert before == []
    assert lost(people, key, found)[0] == (people[2].indicator, gone)
