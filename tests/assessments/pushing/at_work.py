"""Run as a program on a database of its own: make a campaign of some organisations, or begin what waits in it."""

# ruff: noqa: PLC0415 -- models are imported once Django is set up

from __future__ import annotations

import sys

import django
from django.core.management import call_command


def prepare() -> None:
    from auditblanc.assessments.models import Start
    from auditblanc.assessments.writes.campaign import Terms, launch
    from auditblanc.domain.profile import Audit
    from tests import people

    call_command("migrate", verbosity=0)
    owner = people.person("Alice")
    clients = [people.organisation(f"Client {number:02}", owner) for number in range(int(sys.argv[2]))]
    for each in clients:
        people.assessment(each, owner)
    terms = Terms(name="Printemps", audit=Audit(), edition="2026-v9", start=Start.PREVIOUS)
    launch(owner, terms, [each.pk for each in clients], people.stamp(owner))


def begin_what_waits() -> None:
    from auditblanc.assessments import editions
    from auditblanc.assessments.models import Campaign
    from auditblanc.assessments.writes.campaign import push
    from tests import people

    row = Campaign.objects.select_related("person").get()
    while push(row, editions.catalogue(), people.stamp(row.person), at_most=3):
        pass


if __name__ == "__main__":
    django.setup()
    {"prepare": prepare, "begin": begin_what_waits}[sys.argv[1]]()
