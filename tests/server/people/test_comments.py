"""Comments on an indicator: threads, somebody they are said to, what is settled."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.accounts.models import Membership, Role
from auditblanc.assessments.models import Comment, Event
from auditblanc.assessments.people import comments
from tests import people
from tests.assessments.asking import address as of_an_indicator
from tests.pages import error_of, texts
from tests.server.accounts import account


@pytest.fixture
def rita(mimosa):
    person = account("Rita")
    Membership.objects.create(user=person, organisation=mimosa, role=Role.READER)
    return person


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def at(assessment, *more, name="comments", indicator=2):
    return reverse(f"people:{name}", args=[assessment.organisation.key, assessment.key, indicator, *more])


def of(person):
    browser = Client()
    browser.force_login(person)
    return browser


def said(answer):
    return texts(answer, "//p[@class='difference']")


def test_a_reader_says_something_and_the_journal_tells_it(assessment, rita):
    reader = of(rita)

    reader.post(at(assessment), {"text": "Où sont les résultats 2025 ?"})

    assert said(reader.get(at(assessment))) == ["Où sont les résultats 2025 ?"]
    told = Event.objects.get(verb="said")
    assert (told.author, told.indicator, told.value.after) == (rita.key, 2, '"Où sont les résultats 2025 ?"')


def test_an_answer_stands_in_its_thread_and_opens_it_again(client, assessment, alice):
    first = comments.comment(assessment, 2, "Où ?", people.stamp(alice))
    comments.comment(assessment, 2, "Autre chose", people.stamp(alice))
    client.post(at(assessment, first.key, name="settle_comment"))
    settled = said(client.get(at(assessment)))

    client.post(at(assessment), {"text": "Dans le classeur A", "thread": first.key})

    assert settled == ["Autre chose", "Où ?"]
    assert said(client.get(at(assessment))) == ["Où ?", "Dans le classeur A", "Autre chose"]


def test_who_it_is_said_to_reads_it_among_their_indicators(client, assessment, rita):
    client.post(at(assessment), {"text": "Peux-tu vérifier ?", "to": rita.key})

    mine = of(rita).get(reverse("people:my_work"))

    assert texts(mine, "//section[@id='dit']//li/p[@class='difference']") == ["Peux-tu vérifier ?"]
    comments.settle(Comment.objects.get(), people.stamp(rita), is_settled=True)
    assert texts(of(rita).get(reverse("people:my_work")), "//section[@id='dit']") == []


def test_nobody_is_spoken_to_who_is_not_there(client, assessment, charlie):
    answer = client.post(at(assessment), {"text": "Coucou", "to": charlie.key})

    assert answer.status_code == 422
    assert Comment.objects.count() == 0


def test_an_empty_comment_is_refused_next_to_its_field(client, assessment, alice):
    first = comments.comment(assessment, 2, "Où ?", people.stamp(alice))

    alone = client.post(at(assessment), {"text": "  "})
    answer = client.post(at(assessment), {"text": "", "thread": first.key})

    assert error_of(alone, "text") == "Écrivez quelques mots."
    assert texts(answer, f"//*[@id='reponse-{first.key}_error']") == ["Écrivez quelques mots."]


def test_who_only_reads_settles_their_own_thread_alone(assessment, alice, rita):
    own = comments.comment(assessment, 2, "Le mien", people.stamp(rita))
    other = comments.comment(assessment, 2, "Un autre", people.stamp(alice))

    answers = [of(rita).post(at(assessment, each.key, name="settle_comment")).status_code for each in (own, other)]

    assert answers == [303, 403]
    assert list(Comment.objects.filter(resolved_at=None).values_list("text", flat=True)) == ["Un autre"]


def test_the_indicator_tells_how_many_are_open(client, assessment, alice):
    for text in ("Un", "Deux"):
        comments.comment(assessment, 2, text, people.stamp(alice))

    shown = client.get(of_an_indicator("indicator", assessment, 2))

    assert texts(shown, f"//a[@href='{at(assessment)}']") == ["2 commentaires ouverts"]


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_as_many_queries_for_one_as_for_all(client, assessment, alice, count, django_assert_num_queries):
    for number in range(count):
        comments.comment(assessment, 2, f"C{number}", people.stamp(alice))

    with django_assert_num_queries(6):
        client.get(at(assessment))


def test_a_thread_of_another_indicator_is_not_there(client, assessment, alice):
    other = comments.comment(assessment, 3, "Ailleurs", people.stamp(alice))

    assert client.post(at(assessment, other.key, name="settle_comment")).status_code == 404
    assert client.post(at(assessment), {"text": "x", "thread": other.key}).status_code == 404
