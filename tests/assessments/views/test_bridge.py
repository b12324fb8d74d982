"""The page says what the rule says, and nothing is written before the person confirms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Assessment, Event
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.bridge import bridge
from auditblanc.domain.comparison import compare
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.snapshot import Level, Rating, Review
from tests import people
from tests.pages import cells, page, texts

BEFORE = replace(people.SNAPSHOT, edition="2019-v9")


@pytest.fixture
def older(mimosa, alice):
    return people.assessment(mimosa, alice, BEFORE)


def address(assessment, name="bridge", *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


@pytest.mark.parametrize(("start", "end"), [("2019-v9", "2026-v9"), ("2019-v7", "2026-v9"), ("2026-v9", "2019-v9")])
def test_the_page_says_what_the_rule_says(client, alice, mimosa, catalogue, start, end):
    row = people.assessment(mimosa, alice, replace(people.SNAPSHOT, edition=start))
    client.force_login(alice)

    answer = client.get(address(row, "bridge", end))

    found = bridge(catalogue, snapshot(row), end)
    told = dict(zip(texts(answer, "//main//dt"), texts(answer, "//main//dd"), strict=True))
    counts = [told[name].split()[0] for name in ("Réponses reprises", "À revoir", "Nouveaux", "Il restera à faire")]
    expected = [*(len(found.reviewed(review)) for review in Review), len(found.left)]
    rows = {int(line[0]): line[2] for line in cells(answer)}
    assert counts == [str(count) for count in expected]
    assert (told["Preuves qui suivent"], sorted(rows)) == ("1", [line.changes.indicator for line in found.lines])
    assert rows == {
        line.changes.indicator: " ".join([line.changes.kind.label.capitalize(), *line.changes.summaries])
        for line in found.lines
    }


def test_looking_writes_nothing_and_confirming_leaves_the_start_untouched(client, alice, older, catalogue):
    client.force_login(alice)
    before = snapshot(older)

    client.get(address(older, "bridge", "2026-v9"))
    looked = (Assessment.objects.count(), Event.objects.count())
    client.post(address(older, "bridge", "2026-v9"))

    made = Assessment.objects.exclude(pk=older.pk).get()
    expected = bridge(catalogue, before, "2026-v9").snapshot
    older.refresh_from_db()
    assert looked == (1, 1)
    assert (made.start, made.edition, snapshot(older)) == (older, "2026-v9", before)
    assert compare(snapshot(made), expected).differences == ()
    assert snapshot(made).rating(1).review is Review.LOOK_AGAIN


def test_what_stays_behind_is_said(client, alice, mimosa, catalogue):
    start = replace(
        people.SNAPSHOT,
        ratings=(Rating(indicator=33, level=Level.READY, presentation="Enquête des apprenants."),),
        evidence=(Evidence(title="Enquête", indicators=(33,)),),
    )
    row = people.assessment(mimosa, alice, start)
    client.force_login(alice)

    answer = client.get(address(row, "bridge", "2019-v9"))

    expected = bridge(catalogue, snapshot(row), "2019-v9").left_behind.sentences
    assert tuple(texts(answer, "//section[@id='reste']//li")) == expected


def test_sent_twice_it_is_one_assessment(client, alice, older):
    client.force_login(alice)
    where = address(older, "bridge", "2026-v9")
    drawn = page(client.get(where)).xpath("//main//form[1]//input[@name='request_id']/@value")[0]

    for _ in range(2):
        client.post(where, {"request_id": drawn})

    assert Assessment.objects.count() == 2


def test_a_text_that_is_not_there_is_not_found(client, alice, older):
    client.force_login(alice)

    assert client.get(address(older, "bridge", "2031-v12")).status_code == 404


def test_to_one_s_own_text_there_is_nothing_to_pass(client, alice, older):
    client.force_login(alice)

    answer = client.post(address(older, "bridge", "2019-v9"))

    assert (answer.headers["Location"], Assessment.objects.count()) == (address(older, "overview"), 1)


def test_the_page_takes_five_queries(client, alice, older, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address(older, "bridge", "2026-v9"))
