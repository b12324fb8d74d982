"""The next audit starts from what was answered for the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.urls import reverse

from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.comparison import compare
from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Review
from tests import people
from tests.pages import error_of, page

NEXT = {"title": "Surveillance 2028", "kind": "surveillance", "first_day": "2028-05-04"}
AUDIT = Audit(first_day=date(2028, 5, 4), kind=AuditKind.SURVEILLANCE)


def address(assessment, name="previous", *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def test_everything_is_kept_but_the_audit(client, alice, assessment):
    client.force_login(alice)
    before = snapshot(assessment)

    answer = client.post(address(assessment), NEXT)

    made = Assessment.objects.exclude(pk=assessment.pk).get()
    expected = replace(before, title="Surveillance 2028", profile=replace(before.profile, audit=AUDIT))
    assert (answer.headers["Location"], made.start) == (address(made, "overview"), assessment)
    assert compare(snapshot(made), expected).differences == ()
    assert snapshot(assessment) == before


def test_sent_twice_it_is_one_assessment(client, alice, assessment):
    client.force_login(alice)
    [drawn] = page(client.get(address(assessment))).xpath("//input[@name='request_id']/@value")

    for _ in range(2):
        client.post(address(assessment), {**NEXT, "request_id": drawn})

    assert Assessment.objects.count() == 2


def test_another_text_goes_through_its_bridge_and_keeps_the_answers(client, alice, mimosa):
    older = people.assessment(mimosa, alice, replace(people.SNAPSHOT, edition="2019-v9"))
    client.force_login(alice)

    answer = client.post(address(older), NEXT)
    shown = page(client.get(answer.headers["Location"])).xpath("//main//form")[0]
    client.post(answer.headers["Location"], dict(shown.form_values()))

    made = Assessment.objects.exclude(pk=older.pk).get()
    assert answer.headers["Location"].split("?")[0] == address(older, "bridge", "2026-v9")
    assert (made.edition, made.title, made.start) == ("2026-v9", "Surveillance 2028", older)
    assert snapshot(made).profile.audit == AUDIT
    assert snapshot(made).rating(1).review is Review.LOOK_AGAIN


def test_a_date_that_is_not_one_is_said_next_to_it(client, alice, assessment):
    client.force_login(alice)

    answers = [client.post(address(assessment), {**NEXT, "first_day": day}) for day in ("demain", "0008-05-04")]

    assert [(each.status_code, error_of(each, "first_day")) for each in answers] == [
        (422, "Cette date n’est pas lisible, ou n’existe pas : écrivez-la comme 12/09/2027."),
        (422, "La date 04/05/8 n’est pas vraisemblable : corrigez l’année."),
    ]
    assert Assessment.objects.count() == 1


def test_the_page_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address(assessment))
