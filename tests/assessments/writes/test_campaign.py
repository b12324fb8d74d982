"""A campaign: written down whole, begun organisation by organisation, gone on with after any interruption."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from auditblanc.accounts.models import Membership
from auditblanc.assessments import editions
from auditblanc.assessments.models import Action, Assessment, Campaign, Event, Pushed, Start
from auditblanc.assessments.reads.integrity import row_faults
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes import campaign as writes
from auditblanc.assessments.writes.actions import plan
from auditblanc.domain import action as frozen
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.domain.starting_point import lent
from tests import people

AUDIT = Audit(first_day=date(2027, 5, 4), kind=AuditKind.SURVEILLANCE)
TERMS = writes.Terms(name="Printemps", audit=AUDIT, edition="2026-v9", start=Start.BLANK)


@pytest.fixture
def clients(alice):
    """Three organisations of Alice's; the last one has no assessment yet."""
    made = [people.organisation(f"Client {number}", alice) for number in range(3)]
    for each in made[:2]:
        people.assessment(each, alice, replace(people.SNAPSHOT, evidence=()))
    return made


def launched(alice, clients, terms=TERMS):
    return writes.launch(alice, terms, [each.pk for each in clients], people.stamp(alice))


def pushed(campaign, alice, at_most=100):
    return writes.push(campaign, editions.catalogue(), people.stamp(alice), at_most=at_most)


def begun(client):
    return Assessment.objects.get(organisation=client, title="Printemps")


def test_each_organisation_gets_a_blank_assessment_and_keeps_who_it_is(alice, clients):
    campaign = launched(alice, clients)

    assert pushed(campaign, alice) == 0

    for client in clients:
        made = snapshot(begun(client))
        assert (made.edition, made.profile.audit, made.ratings) == ("2026-v9", AUDIT, ())
        assert begun(client).is_latest
    assert snapshot(begun(clients[0])).profile.activities == people.PROFILE.activities
    assert snapshot(begun(clients[2])).profile.provider.name == "Client 2"


def test_the_previous_answers_follow_on_the_text_of_the_campaign(alice, clients):
    older = people.assessment(clients[0], alice, replace(people.SNAPSHOT, edition="2019-v9", evidence=()))

    pushed(launched(alice, clients, replace(TERMS, start=Start.PREVIOUS)), alice)

    made = begun(clients[0])
    assert (made.edition, made.start) == ("2026-v9", older)
    assert made.levels[:5] == "12003"
    assert snapshot(made).rating(1).carried_from == "2019-v9"


def test_what_cannot_start_from_a_previous_one_says_why(alice, clients):
    pushed(launched(alice, clients, replace(TERMS, start=Start.PREVIOUS)), alice)

    assert list(Pushed.objects.order_by("pk").values_list("refusal", flat=True)) == ["", "", "no_previous"]
    assert not Assessment.objects.filter(organisation=clients[2]).exists()


def test_texts_of_a_template_fill_blank_cells_and_its_levels_stay_away(alice, clients):
    ratings = (
        Rating(indicator=1, level=Level.READY, presentation="Du modèle."),
        Rating(indicator=4, level=Level.READY, presentation="Du modèle aussi."),
    )
    template = lent(replace(people.SNAPSHOT, edition="2019-v9", ratings=ratings, evidence=()))

    terms = replace(TERMS, start=Start.PREVIOUS, template=template, template_name="Modèle")
    pushed(launched(alice, clients, terms), alice)

    made = snapshot(begun(clients[0]))
    assert made.rating(1).presentation == people.SNAPSHOT.rating(1).presentation
    assert (made.rating(4).presentation, made.rating(4).level) == ("Du modèle aussi.", None)


def test_an_action_of_a_template_is_planned_once_whatever_became_of_it(alice, clients):
    there = plan(clients[0].pk, [frozen.Action(what="Publier", owner="Line")], people.stamp(alice))
    template = Snapshot(edition="2026-v9", actions=(frozen.Action(what="Publier"), frozen.Action(what="Trier")))

    pushed(launched(alice, clients, replace(TERMS, template=template, template_name="Modèle")), alice)

    told = Action.objects.filter(organisation=clients[0]).order_by("pk")
    assert (told[0].pk, told[0].what) == (there[0].pk, "Publier")
    assert [row.what for row in told] == ["Publier", "Trier"]
    assert Action.objects.filter(organisation=clients[2]).count() == 2


def test_pushed_twice_nothing_is_there_twice(alice, clients):
    pushed(launched(alice, clients), alice)
    events = Event.objects.count()

    again = launched(alice, clients)

    assert pushed(again, alice) == 0
    assert (Campaign.objects.count(), Assessment.objects.filter(title="Printemps").count()) == (1, 3)
    assert Event.objects.count() == events


def test_what_was_interrupted_is_whole_and_gone_on_with(alice, clients):
    campaign = launched(alice, clients)
    left = [pushed(campaign, alice, at_most=2)]
    half = Assessment.objects.filter(title="Printemps").values_list("ratings__indicator", flat=True).count()
    left.append(pushed(campaign, alice, at_most=2))

    assert (left, half) == ([1, 0], 2 * 33)
    assert Assessment.objects.filter(title="Printemps").count() == 3
    assert [row_faults(each) for each in clients] == [[], [], []]


def test_another_campaign_of_the_same_name_is_refused(alice, clients):
    launched(alice, clients)

    with pytest.raises(writes.OtherCampaignError):
        launched(alice, clients, replace(TERMS, start=Start.PREVIOUS))

    assert Campaign.objects.get().start == "blank"


def test_a_right_lost_meanwhile_is_told_and_tried_again_when_asked_again(alice, clients):
    campaign = launched(alice, clients)
    mine = Membership.objects.filter(user=alice, organisation=clients[0])
    mine.update(role="reader")
    pushed(campaign, alice)
    refused = Pushed.objects.get(organisation=clients[0]).refusal
    mine.update(role="editor")

    launched(alice, clients)
    pushed(campaign, alice)

    assert (refused, Pushed.objects.get(organisation=clients[0]).refusal) == ("no_right", "")
    assert begun(clients[0]).levels == "0" * 33


@pytest.mark.parametrize("count", [1, 6])
def test_an_organisation_takes_fifteen_queries_however_many_there_are(alice, count, django_assert_num_queries):
    clients = [people.organisation(f"Client {number}", alice) for number in range(count)]
    for each in clients:
        people.assessment(each, alice, replace(people.SNAPSHOT, evidence=()))
    campaign = launched(alice, clients)

    # Where rows are locked, the organisation's is.
    each = 15 + connection.features.has_select_for_update
    with django_assert_num_queries(6 + each * count):
        pushed(campaign, alice)


def test_who_forgets_a_campaign_keeps_its_assessments(alice, clients):
    campaign = launched(alice, clients)
    pushed(campaign, alice)

    writes.forget(campaign)

    assert (Pushed.objects.count(), Assessment.objects.filter(title="Printemps").count()) == (0, 3)
