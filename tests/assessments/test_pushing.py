"""A campaign in the background: share after share until none waits, and nothing where it was forgotten."""

from __future__ import annotations

import pytest

from auditblanc.assessments import pushing
from auditblanc.assessments.background.queue import unfinished
from auditblanc.assessments.models import Assessment, Pushed, Start
from auditblanc.assessments.pushing import push_campaign
from auditblanc.assessments.writes.campaign import Terms, forget, launch
from auditblanc.domain.profile import Audit
from tests import people


@pytest.fixture
def campaign(alice):
    clients = [people.organisation(f"Client {number}", alice) for number in range(5)]
    terms = Terms(name="Printemps", audit=Audit(), edition="2026-v9", start=Start.BLANK)
    return launch(alice, terms, [each.pk for each in clients], people.stamp(alice))


def test_one_share_begins_all_that_there_is_time_for(campaign):
    push_campaign.func(campaign.pk)

    assert (Assessment.objects.count(), unfinished(push_campaign.module_path)) == (5, 0)


def test_what_is_left_is_asked_for(campaign, monkeypatch):
    monkeypatch.setattr(pushing, "SHARE", -1)
    monkeypatch.setattr(pushing, "AT_ONCE", 2)

    push_campaign.func(campaign.pk)

    assert (Assessment.objects.count(), unfinished(push_campaign.module_path)) == (2, 1)


def test_done_twice_it_is_done_once(campaign):
    push_campaign.func(campaign.pk)
    push_campaign.func(campaign.pk)

    assert Assessment.objects.count() == 5


def test_a_forgotten_campaign_begins_nothing(campaign):
    pk = campaign.pk
    forget(campaign)

    push_campaign.func(pk)

    assert Assessment.objects.count() == 0


def test_a_closed_account_begins_nothing(campaign, alice):
    alice.is_active = False
    alice.save()

    push_campaign.func(campaign.pk)

    assert list(Pushed.objects.values_list("refusal", flat=True)) == ["no_right"] * 5
