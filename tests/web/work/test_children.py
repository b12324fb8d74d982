"""The work process of a site that runs: there when something waits, started again when it is killed, gone with the site."""

from __future__ import annotations

import signal
import sqlite3
import time
from contextlib import closing

import psutil

from tests.web.local.started import command, environment, line, started
from tests.web.server.served import served, settings

# A job whose function no version has: it is begun, and kept as one that failed.
UNKNOWN = (
    "INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, args_kwargs, priority, task_path, worker_ids,"
    " queue_name, backend_name, run_after, exception_class_path, traceback)"
    " VALUES (?, 'READY', '2026-11-26 12:00:00', '{\"args\": [], \"kwargs\": {}}', 0, 'auditblanc.none', '[]', 'default', 'default',"
    " '9999-01-01 00:00:00', '', '')"
)


def asked(folder, number=1):
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3", timeout=20)) as database, database:
        database.execute(UNKNOWN, [f"{number:032}"])


def begun(folder):
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3", timeout=20)) as database:
        return [
            worker_ids != "[]"
            for (worker_ids,) in database.execute(
                "SELECT worker_ids FROM django_tasks_database_dbtaskresult ORDER BY id"
            )
        ]


def until(ready):
    end = time.monotonic() + 40
    while not (met := ready()):
        assert time.monotonic() < end
        time.sleep(0.1)
    return met


def children(site):
    return {each.pid: each for each in psutil.Process(site.process.pid).children(recursive=True)}


def test_on_one_machine_it_is_started_by_the_first_job_and_ends_with_the_site(tmp_path):
    with started(folder := tmp_path / "data") as site:
        before = children(site)
        asked(folder)
        until(lambda: begun(folder) == [True])
        [added] = children(site).keys() - before.keys()
        code, said = site.end()

    assert (code, psutil.pid_exists(added)) == (0, False)
    assert said.startswith("Auditblanc est arrêté.")


def test_when_the_site_is_killed_it_ends_too(tmp_path):
    with started(folder := tmp_path / "data") as site:
        asked(folder)
        until(lambda: begun(folder) == [True])
        every = children(site).values()
        site.process.send_signal(signal.SIGKILL)

        assert psutil.wait_procs(every, timeout=30)[1] == []


def test_a_shared_site_has_one_from_the_start_and_another_when_it_is_killed(tmp_path):
    with served(tmp_path / "data") as site:
        asked(site.folder)
        until(lambda: begun(site.folder) == [True])
        for each in children(site).values():
            if not listens(each, site):
                each.send_signal(signal.SIGKILL)
        asked(site.folder, 2)

        assert until(lambda: begun(site.folder) == [True, True])


def test_a_shared_site_may_have_none_and_one_may_run_alone(tmp_path):
    with served(tmp_path / "data", AUDITBLANC_WORK="0") as site:
        asked(site.folder)
        time.sleep(2)
        waits = begun(site.folder)
        alone = psutil.Popen(line("work", "--data", site.folder), env=environment(settings(8000)))
        until(lambda: begun(site.folder) == [True])
        alone.terminate()

        assert (waits, alone.wait(30)) == ([False], 0)


def test_alone_it_refuses_data_that_are_not_ready(tmp_path):
    refused = command("work", "--data", tmp_path / "data", **settings(8000))

    assert (refused.returncode, "lancez « auditblanc migrate »" in refused.stderr) == (2, True)


def listens(process, site):
    port = int(site.address.rpartition(":")[2])
    return any(each.laddr.port == port for each in process.net_connections("inet"))
