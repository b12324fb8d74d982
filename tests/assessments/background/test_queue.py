"""What is asked for later is done later, once; what fails is tried again, then kept."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from auditblanc.assessments.background import later, queue
from auditblanc.assessments.background.queue import Limits
from auditblanc.assessments.background.worker import work_now
from auditblanc.assessments.models import Lease
from auditblanc.web.middleware.safe_methods import WriteInSafeMethodError, only_reads
from tests.assessments.background.tasks import refuse, rename

AT_ONCE = Limits(look=0.01, again=0)


def rows():
    return sorted(DBTaskResult.objects.values_list("task_path", "status"))


def test_a_task_is_done_once_and_leaves_nothing(mimosa):
    later(rename, mimosa.pk)
    before = mimosa.name

    assert (work_now(), work_now()) == (1, 0)

    mimosa.refresh_from_db()
    assert (before, mimosa.name, rows(), list(Lease.objects.all())) == ("Atelier Mimosa", "Atelier renommé", [], [])


def test_a_task_is_asked_for_with_what_is_written_or_not_at_all(mimosa):
    def ask_then_fail():
        with transaction.atomic():
            later(rename, mimosa.pk)
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 -- the one above
        ask_then_fail()

    assert (rows(), work_now()) == ([], 0)


def test_a_task_is_given_keys_and_never_what_people_wrote(mimosa):
    with pytest.raises(TypeError, match="rename: a task is given keys of rows"):
        later(rename, "Un nom d’organisme")


def test_looking_at_a_page_asks_for_nothing(mimosa):
    with connection.execute_wrapper(only_reads), pytest.raises(WriteInSafeMethodError, match="django_tasks_database"):
        later(rename, mimosa.pk)


def test_what_fails_is_begun_three_times_then_kept_without_what_people_wrote(mimosa, caplog):
    later(refuse, mimosa.pk)

    assert work_now(AT_ONCE) == 3

    [job] = DBTaskResult.objects.all()
    assert (job.status, len(job.worker_ids), job.exception_class_path) == ("FAILED", 3, "builtins.ValueError")
    assert "in refuse" in job.traceback
    assert f"la personne {mimosa.pk} a" not in f"{job.traceback}{job.args_kwargs}"
    assert [record.message for record in caplog.records] == [
        f"Task {job.id} of tests.assessments.background.tasks.refuse failed, attempt {attempt}" for attempt in (1, 2, 3)
    ]
    assert list(Lease.objects.all()) == []


def test_what_failed_waits_longer_each_time(mimosa):
    later(refuse, mimosa.pk)

    done = work_now(Limits(again=10))

    [job] = DBTaskResult.objects.all()
    assert (done, job.status, round((job.run_after - job.started_at).total_seconds())) == (1, "READY", 10)


def test_a_failure_does_not_hold_back_the_others(mimosa):
    later(refuse, mimosa.pk)
    later(rename, mimosa.pk)

    assert work_now() == 2

    mimosa.refresh_from_db()
    assert mimosa.name == "Atelier renommé"


def test_failures_are_forgotten_in_the_end(mimosa):
    later(refuse, mimosa.pk)
    work_now(AT_ONCE)

    queue.forget_failed(Limits(kept=1))
    kept = len(rows())
    queue.forget_failed(Limits(kept=0))

    assert (kept, rows()) == (1, [])


def test_a_task_whose_function_is_gone_is_kept_as_failed(mimosa):
    later(rename, mimosa.pk)
    DBTaskResult.objects.update(task_path="tests.assessments.background.tasks.gone")

    assert (work_now(AT_ONCE), rows()) == (3, [("tests.assessments.background.tasks.gone", "FAILED")])


def test_a_silent_process_loses_its_job_and_no_longer_decides_how_it_ends(mimosa):
    later(rename, mimosa.pk)
    job = queue.take("silent")
    queue.take_back(job.id, 0, AT_ONCE)
    again = queue.take("other")

    queue.done(job, "silent")
    standing = rows()
    queue.done(again, "other")

    assert (standing, rows()) == ([("tests.assessments.background.tasks.rename", "RUNNING")], [])


def test_a_process_that_was_heard_of_keeps_its_job(mimosa):
    later(rename, mimosa.pk)
    job = queue.take("alive")
    queue.beat(job.id, "alive")

    queue.take_back(job.id, 0, AT_ONCE)

    assert (queue.held(), rows()) == ({job.id: 1}, [("tests.assessments.background.tasks.rename", "RUNNING")])


def test_a_job_that_kills_its_process_each_time_ends_as_failed(mimosa):
    later(rename, mimosa.pk)

    for attempt in range(3):
        queue.take_back(queue.take(f"process {attempt}").id, 0, AT_ONCE)

    assert rows() == [("tests.assessments.background.tasks.rename", "FAILED")]


def test_looking_at_an_empty_queue_is_one_query_that_takes_no_lock(db, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        assert queue.take("idle") is None

    assert asked.captured_queries[0]["sql"].startswith("SELECT 1")


def test_an_old_connection_is_kept_by_who_holds_a_transaction(mimosa, monkeypatch):
    """Closed in the middle, everything that the transaction wrote would be lost."""
    later(rename, mimosa.pk)
    monkeypatch.setattr(connection, "close_at", 0.0)

    assert work_now() == 1
