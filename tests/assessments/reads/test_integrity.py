"""What is kept is still what was written, and what is not is told with what to do."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import Assessment, Event, EventValue, FrozenCopy
from auditblanc.assessments.reads.integrity import examine
from auditblanc.assessments.writes.freeze import freeze
from tests import people


@pytest.fixture
def copy(assessment, alice):
    return freeze(assessment, "Avant audit", people.stamp(alice))


def test_all_is_in_order(copy):
    found = examine()

    assert (found.journals, found.copies, found.assessments, found.faults) == (1, 1, 1, [])


def test_an_event_changed_by_other_means_is_told(copy, mimosa):
    Event.objects.filter(organisation=mimosa, number=2).update(verb="began")

    assert examine().faults == [
        "« Atelier Mimosa » : le journal ne s’accorde plus à partir de l’événement 2 ; il a été modifié hors d’Auditblanc, ou abîmé. Restaurez une copie d’avant, ou gardez celle-ci en le sachant."
    ]


def test_a_value_changed_by_other_means_is_told(copy, mimosa):
    EventValue.objects.filter(event__organisation=mimosa, event__number=1).update(after="{}")

    assert [fault.partition(" ; ")[0] for fault in examine().faults] == [
        "« Atelier Mimosa » : le journal ne s’accorde plus à partir de l’événement 1"
    ]


def test_a_frozen_copy_changed_by_other_means_is_told(copy):
    FrozenCopy.objects.update(document="{}")

    assert examine().faults == [
        "« Atelier Mimosa » : la copie figée « Avant audit » n’a plus l’empreinte notée avec elle ; ne vous y fiez plus, et restaurez une copie d’avant si elle compte."
    ]


def test_a_level_string_that_says_something_else_is_told(assessment):
    Assessment.objects.update(levels="3")

    assert examine().faults == [
        "« Atelier Mimosa » : le résumé des niveaux de l’évaluation « Audit de mars » ne dit pas ce que disent ses réponses ; évaluez de nouveau un indicateur pour le refaire."
    ]
