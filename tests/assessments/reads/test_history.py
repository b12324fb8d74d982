"""The history of an indicator: what a person would call one change is one line."""

from __future__ import annotations

from datetime import timedelta

import pytest

from auditblanc.assessments.models import Event
from auditblanc.assessments.reads.history import ErasedError, history, past_rating
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.restore import erase_value, restore
from auditblanc.domain.snapshot import Level, Rating
from tests import people


def write(assessment, by, minute, **answer):
    (field,) = answer
    value = Rating(indicator=1, **answer)
    version = getattr(snapshot(assessment).rating(1).versions, field)
    stamp = people.stamp(by, people.NOON + timedelta(minutes=minute))
    ratings.answer(assessment, value, field=field, started_from=version, stamp=stamp)


def told(assessment):
    return [(line.by, line.label, line.words) for line in history(assessment, 1) if not line.is_start]


def test_what_one_person_types_within_ten_minutes_is_one_line(assessment, alice):
    for minute, words in enumerate(["C", "Ca", "Cat"]):
        write(assessment, alice, minute, presentation=words)
    write(assessment, alice, 20, presentation="Catalogue")

    assert told(assessment) == [
        ("Alice", "Ce que vous avez prévu de présenter", "Catalogue"),
        ("Alice", "Ce que vous avez prévu de présenter", "Cat"),
    ]


def test_two_people_and_two_fields_are_lines_of_their_own(assessment, alice, bob):
    write(assessment, alice, 1, presentation="D’Alice")
    write(assessment, bob, 2, presentation="De Bob")
    write(assessment, alice, 3, level=Level.MISSING)

    assert told(assessment) == [
        ("Alice", "Niveau", "3 – Manquant"),
        ("Bob", "Ce que vous avez prévu de présenter", "De Bob"),
        ("Alice", "Ce que vous avez prévu de présenter", "D’Alice"),
    ]


def test_a_field_goes_back_to_what_it_said(assessment, alice):
    write(assessment, alice, 1, presentation="Avant")
    write(assessment, alice, 30, presentation="Après")
    line = history(assessment, 1)[1]

    restore(assessment, Event.objects.get(number=line.event), started_from=2, stamp=people.stamp(alice))

    assert snapshot(assessment).rating(1).presentation == "Avant"


def test_what_stood_before_the_first_change_can_come_back(assessment, alice):
    write(assessment, alice, 1, presentation="Après")
    line = history(assessment, 1)[-1]

    restore(assessment, Event.objects.get(number=line.event), started_from=1, stamp=people.stamp(alice), start=True)

    assert (line.words, line.is_start) == ("Le site et le catalogue 2027.", True)
    assert snapshot(assessment).rating(1).presentation == "Le site et le catalogue 2027."


def test_what_each_field_says_today_is_marked(assessment, alice):
    write(assessment, alice, 1, presentation="Avant")
    write(assessment, alice, 30, presentation="Après")
    write(assessment, alice, 31, level=Level.MISSING)

    assert [line.is_now for line in history(assessment, 1)] == [True, True, False, False, False]


def test_an_erased_value_cannot_come_back(assessment, alice):
    write(assessment, alice, 1, presentation="Un nom de stagiaire")
    event = Event.objects.get(number=2)

    erase_value(event, people.stamp(alice))

    assert told(assessment) == [("Alice", "Ce que vous avez prévu de présenter", "")]
    with pytest.raises(ErasedError):
        past_rating(Event.objects.get(number=2))


@pytest.mark.parametrize("changes", [1, 3])
def test_history_takes_two_queries(assessment, alice, changes, django_assert_num_queries):
    for change in range(changes):
        write(assessment, alice, change * 20, presentation=f"Texte {change}")

    with django_assert_num_queries(2):
        assert len(history(assessment, 1)) == changes + 1
