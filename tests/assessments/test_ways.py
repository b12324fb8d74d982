"""Where a person goes next."""

from __future__ import annotations

from dataclasses import replace

from auditblanc.assessments.ways import first_to_rate, see_other
from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Activity, Certifying, Profile
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from tests import people

SKILLS = Profile(activities=(Activity(category=Category.SKILLS_ASSESSMENT),), certifying=Certifying.NONE)


def test_the_first_to_rate_is_the_first_that_applies_and_has_no_level(catalogue):
    edition = catalogue.edition("2026-v9")
    rated = tuple(Rating(indicator=number, level=Level.READY) for number in (1, 2))

    assert first_to_rate(edition, replace(people.SNAPSHOT, ratings=())) == 1
    # Indicator 3 does not concern skills assessments.
    assert first_to_rate(edition, Snapshot(edition="2026-v9", profile=SKILLS, ratings=rated)) == 4


def test_nothing_is_left_to_rate(catalogue):
    edition = catalogue.edition("2026-v9")
    ratings = tuple(Rating(indicator=number, level=Level.READY) for number in edition.numbers)

    assert first_to_rate(edition, replace(people.SNAPSHOT, ratings=ratings)) is None


def test_after_a_write_the_page_is_asked_for_with_a_safe_method():
    answer = see_other("assessments:home")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
