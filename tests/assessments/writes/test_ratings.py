"""One field at a time: saved, said again, or met by somebody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from auditblanc.assessments.models import Event, Rating
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.ratings import Bulk, Conflict, Saved
from auditblanc.domain import snapshot as frozen
from auditblanc.domain.categories import Category
from auditblanc.domain.snapshot import CategoryLevel, Level, Review
from tests import people

LATER = people.NOON + timedelta(minutes=1)


def text(words, indicator=1):
    return frozen.Rating(indicator=indicator, presentation=words)


# The query that keeps others waiting, where the database lets several write.
LOCK = connection.features.has_select_for_update


def save(assessment, value, by, *, field="presentation", started_from=0, request_id=""):
    stamp = people.stamp(by, LATER, request_id)
    return ratings.answer(assessment, value, field=field, started_from=started_from, stamp=stamp)


def test_a_text_is_saved_and_its_version_goes_up(assessment, alice):
    answer = save(assessment, text("Le catalogue 2028."), alice)

    found = snapshot(assessment).rating(1)
    assert answer == Saved(version=1, at=LATER)
    assert (found.presentation, found.versions.presentation, found.level) == ("Le catalogue 2028.", 1, Level.READY)


def test_the_same_text_again_changes_nothing(assessment, alice):
    before = Event.objects.count()

    answer = save(assessment, text("Le site et le catalogue 2027."), alice)

    assert answer == Saved(version=0, at=people.NOON)
    assert Event.objects.count() == before


def test_the_same_request_again_gets_the_same_answer(assessment, alice):
    first = save(assessment, text("Un"), alice, request_id="r-1")
    save(assessment, text("Deux"), alice, started_from=1)

    again = save(assessment, text("Un"), alice, request_id="r-1")

    assert again == first
    assert snapshot(assessment).rating(1).presentation == "Deux"


def test_a_save_from_an_older_version_writes_nothing_and_shows_both(assessment, alice):
    save(assessment, text("Celui d’Alice"), alice)

    answer = save(assessment, text("L’autre"), alice)

    assert isinstance(answer, Conflict)
    assert (answer.theirs.presentation, answer.mine.presentation) == ("Celui d’Alice", "L’autre")
    assert (answer.version, answer.by, answer.at) == (1, alice, LATER)
    assert snapshot(assessment).rating(1).presentation == "Celui d’Alice"


def test_two_fields_of_one_indicator_do_not_meet(assessment, alice):
    save(assessment, text("Un texte"), alice)

    answer = save(assessment, frozen.Rating(indicator=1, level=Level.PARTIAL), alice, field="level")

    found = snapshot(assessment).rating(1)
    assert answer == Saved(version=1, at=LATER)
    assert (found.level, found.presentation) == (Level.PARTIAL, "Un texte")


def test_a_level_is_repeated_on_the_assessment(assessment, alice):
    save(assessment, frozen.Rating(indicator=33, level=Level.READY), alice, field="level")

    assessment.refresh_from_db()
    assert assessment.levels == "12003" + "0" * 27 + "1"


def test_a_level_split_by_category_is_the_worst_of_them(assessment, alice):
    parts = (
        CategoryLevel(category=Category.TRAINING, level=Level.READY),
        CategoryLevel(category=Category.APPRENTICESHIP, level=Level.MISSING),
    )

    save(assessment, frozen.Rating(indicator=4, level=Level.MISSING, by_category=parts), alice, field="level")

    assert snapshot(assessment).rating(4).by_category == parts


def test_rating_again_is_looking_again(mimosa, alice):
    carried = frozen.Snapshot(
        edition="2026-v9",
        ratings=(
            frozen.Rating(indicator=1, level=Level.READY, review=Review.LOOK_AGAIN),
            frozen.Rating(indicator=33, review=Review.NEW),
        ),
    )
    assessment = people.assessment(mimosa, alice, carried)

    save(assessment, frozen.Rating(indicator=1, level=Level.PARTIAL), alice, field="level")
    save(assessment, frozen.Rating(indicator=33, level=Level.READY), alice, field="level")

    found = snapshot(assessment)
    assert (found.rating(1).review, found.rating(33).review) == (Review.KEPT, None)


def test_what_still_holds_is_marked_as_looked_at(mimosa, alice):
    carried = frozen.Snapshot(
        edition="2026-v9", ratings=(frozen.Rating(indicator=1, level=Level.READY, review=Review.LOOK_AGAIN),)
    )
    assessment = people.assessment(mimosa, alice, carried)

    ratings.reviewed(assessment, 1, people.stamp(alice, LATER))

    assert snapshot(assessment).rating(1).review is Review.KEPT


def test_an_indicator_that_the_assessment_does_not_hold_is_not_made(assessment, alice):
    with pytest.raises(Rating.DoesNotExist):
        save(assessment, text("Rien", indicator=99), alice)


def test_one_level_for_many_leaves_those_told_apart_by_category(assessment, alice):
    part = CategoryLevel(category=Category.TRAINING, level=Level.PARTIAL)
    save(assessment, frozen.Rating(indicator=4, level=Level.PARTIAL, by_category=(part,)), alice, field="level")

    answer = ratings.set_levels(assessment, [1, 2, 3, 4], Level.READY, people.stamp(alice, LATER))

    found = snapshot(assessment)
    assert answer == Bulk(changed=(2, 3), split=(4,))
    assert [found.rating(number).level for number in (1, 2, 3, 4)] == [1, 1, 1, 2]
    assessment.refresh_from_db()
    assert assessment.levels[:5] == "11123"


@pytest.mark.parametrize("numbers", [[2], [2, 3, 6]])
def test_many_levels_take_as_many_queries_as_one(assessment, alice, numbers, django_assert_num_queries):
    with django_assert_num_queries(10 + LOCK):
        ratings.set_levels(assessment, numbers, Level.READY, people.stamp(alice, LATER))


def test_a_save_takes_few_queries(assessment, alice, django_assert_num_queries):
    with django_assert_num_queries(9 + LOCK):
        save(assessment, text("Un texte"), alice, request_id="r-1")


def test_a_conflict_names_nobody_of_another_organisation(assessment, alice, charlie):
    """Events name assessments by their key, and a file that somebody brings in may name any."""
    save(assessment, text("Un."), alice)
    theirs = {
        "organisation": charlie.memberships.get().organisation,
        "assessment": assessment.key,
        "field": "presentation",
    }
    Event.objects.create(
        number=900, at=LATER, author=charlie.key, verb="answered", indicator=1, hash="0" * 64, **theirs
    )

    assert save(assessment, text("Deux."), alice).by == alice
