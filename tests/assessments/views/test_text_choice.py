"""Which text: the note, the alternatives, and the person decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from auditblanc.domain.edition_choice import choose
from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Snapshot
from tests import people
from tests.pages import page, texts, words

STRADDLING = replace(people.PROFILE, audit=Audit(first_day=date(2026, 10, 31), last_day=date(2026, 11, 2)))


@pytest.fixture
def blank(mimosa, alice):
    return people.assessment(mimosa, alice, Snapshot(edition="2026-v9", profile=STRADDLING))


def address(assessment, name="text_choice", *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def test_what_is_not_certain_is_said_with_the_other_texts(client, alice, blank, catalogue):
    client.force_login(alice)

    answer = client.get(address(blank))

    choice = choose(catalogue, date(2026, 10, 31), date(2026, 11, 2))
    [note] = page(answer).xpath("//main//div[contains(@class, 'notice-warning')]")
    titles = [heading.title for heading in catalogue.headings]
    assert words(note) == f"D’après la date de l’audit {choice.note}"
    assert texts(answer, "//main//li//span") == titles
    assert page(answer).xpath("//input[@checked]/@value") == ["2019-v9"]


def test_the_choice_moves_an_untouched_assessment_and_the_questions_go_on(client, alice, blank):
    client.force_login(alice)

    answer = client.post(address(blank) + "?suite=questions", {"edition": "2019-v9"})

    blank.refresh_from_db()
    assert (answer.headers["Location"], blank.edition) == (address(blank, "questions", 2), "2019-v9")


def test_from_the_profile_one_comes_back_to_it(client, alice, blank):
    client.force_login(alice)

    answer = client.post(address(blank), {"edition": "2026-v9"})

    assert answer.headers["Location"] == address(blank, "profile")


def test_once_something_is_answered_the_choice_leads_to_the_bridge(client, alice, assessment):
    client.force_login(alice)

    answer = client.post(address(assessment), {"edition": "2019-v9"})

    assessment.refresh_from_db()
    assert (answer.headers["Location"], assessment.edition) == (address(assessment, "bridge", "2019-v9"), "2026-v9")


def test_a_text_that_is_not_offered_is_refused(client, alice, blank):
    client.force_login(alice)

    assert client.post(address(blank), {"edition": "1999"}).status_code == 422


def test_the_choice_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address(assessment))
