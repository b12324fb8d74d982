"""Waiting for one's turn to write: each process in turn, and a thread that is in may come in again."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from django.db import connection

from auditblanc.accounts.writing import alone
from auditblanc.web.environment import DATABASE_FILE
from tests.web.local.started import environment

# Writes without a pause, as a busy worker does.
BUSY = """
import time
import django
django.setup()
from auditblanc.accounts.writing import alone
print("begun", flush=True)
while True:
    with alone():
        time.sleep(0.02)
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / DATABASE_FILE)
    return tmp_path


@pytest.fixture
def busy(folder):
    """Another process that leaves no pause between two of its writes."""
    variables = {"AUDITBLANC_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings"}
    process = subprocess.Popen(
        [sys.executable, "-c", BUSY], env=environment(variables), stdout=subprocess.PIPE, text=True
    )
    process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_busy_process_lets_another_one_in(busy):
    waited = []

    for _ in range(10):
        begun = time.monotonic()
        with alone():
            waited.append(time.monotonic() - begun)

    # Two of its writes at most, on a machine that does other things as well.
    assert max(waited) < 1
    assert busy.poll() is None


def test_a_thread_that_is_in_comes_in_again(folder):
    with alone(), alone():
        entered = True

    with alone():
        assert entered
