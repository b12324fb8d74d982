"""Run as a program on a database of its own: make its tables, ask for a task, or be a work process with little patience."""

# ruff: noqa: PLC0415 -- models are imported once Django is set up

from __future__ import annotations

import signal
import sys
import threading

import django
from django.core.management import call_command


def prepare() -> None:
    from auditblanc.assessments.background import later
    from tests import people
    from tests.assessments.background.tasks import put_tags

    call_command("migrate", verbosity=0)
    owner = people.person("Alice")
    for number in range(int(sys.argv[2])):
        later(put_tags, owner.pk, people.organisation(f"Atelier {number}", owner).pk)


def be_at_work() -> None:
    from auditblanc.assessments.background.queue import Limits
    from auditblanc.assessments.background.worker import work

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    work(stop, Limits(look=0.05, beat=0.1, silence=1, again=0), idle=0.5)


if __name__ == "__main__":
    django.setup()
    {"prepare": prepare, "work": be_at_work}[sys.argv[1]]()
