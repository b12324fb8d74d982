"""What was read waits: nothing of it is an assessment before a person says so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from auditblanc.assessments.models import Assessment, Intake
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.intake import accept, give_up, receive
from auditblanc.domain.comparison import compare
from auditblanc.interchange import json_format
from auditblanc.interchange.problems import Cell, Problem, Reading
from tests import people

DOUBT = Problem(cell=Cell.LEVEL, indicator=3, message="Deux cases sont cochées : choisissez.")
READING = Reading(snapshot=people.SNAPSHOT, problems=(DOUBT,))


@pytest.fixture
def waiting(mimosa, alice):
    return receive(mimosa, file_name="fiche.docx", reading=READING, stamp=people.stamp(alice))


def test_what_was_read_is_kept_aside_with_its_doubts(waiting, catalogue):
    found = json_format.read(waiting.document.encode(), catalogue)

    assert (found, waiting.file_name, Assessment.objects.count()) == (READING, "fiche.docx", 0)


def test_what_nobody_confirmed_goes_after_a_week(waiting, alice):
    elsewhere = people.organisation("Ailleurs", people.person("Denis"))
    later = people.NOON + timedelta(days=7)

    receive(elsewhere, file_name="b.docx", reading=READING, stamp=people.stamp(alice, later))
    kept = Intake.objects.count()
    receive(elsewhere, file_name="c.docx", reading=READING, stamp=people.stamp(alice, later + timedelta(seconds=1)))

    assert kept == 2
    assert sorted(Intake.objects.values_list("file_name", flat=True)) == ["b.docx", "c.docx"]


def test_a_long_name_keeps_its_end(mimosa, alice):
    made = receive(mimosa, file_name="x" * 300 + ".docx", reading=READING, stamp=people.stamp(alice))

    assert (len(made.file_name), made.file_name[-6:]) == (255, "x.docx")


def test_confirmed_it_is_an_assessment(waiting, alice):
    made = accept(waiting, snapshot=people.SNAPSHOT, numbers=range(1, 34), stamp=people.stamp(alice))

    assert compare(snapshot(made), people.SNAPSHOT).differences == ()
    assert Intake.objects.count() == 0


def test_confirmed_twice_it_is_one_assessment(waiting, alice):
    again = Intake.objects.get(pk=waiting.pk)
    stamp = people.stamp(alice, request_id="intake-x")

    first = accept(waiting, snapshot=people.SNAPSHOT, numbers=range(1, 34), stamp=stamp)
    second = accept(again, snapshot=people.SNAPSHOT, numbers=range(1, 34), stamp=stamp)

    assert (first, Assessment.objects.count()) == (second, 1)


def test_given_up_nothing_is_left(waiting):
    give_up(waiting)

    assert (Intake.objects.count(), Assessment.objects.count()) == (0, 0)
