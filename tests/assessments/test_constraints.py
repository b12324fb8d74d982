"""The tables cannot lie: each rule that the database keeps, broken once, and the sentence that a person would read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from auditblanc.accounts.models import Logo, Membership, Organisation
from auditblanc.assessments.models import (
    Assessment,
    CategoryLevel,
    Event,
    EventValue,
    Evidence,
    EvidenceIndicator,
    FrozenCopy,
    Rating,
)
from tests import people

OURS = [model for name in ("accounts", "assessments") for model in apps.get_app_config(name).get_models()]


def a_rating(assessment, **wrong):
    return Rating(assessment=assessment, **{"indicator": 40, **wrong})


def a_category_level(assessment, **wrong):
    return CategoryLevel(rating=assessment.ratings.first(), **{"category": "AF", "level": 1, **wrong})


def an_event(assessment, **wrong):
    said = {"number": 9, "at": people.NOON, "author": "x", "verb": "answered", "hash": "x", **wrong}
    return Event(organisation=assessment.organisation, **said)


def an_assessment(assessment, **wrong):
    said = {"edition": "2026-v9", "created_at": people.NOON, "updated_at": people.NOON, **wrong}
    return Assessment(organisation=assessment.organisation, **said)


def an_erased_value(assessment):
    event = an_event(assessment)
    event.save()
    return EventValue(event=event, after="1", erased_at=people.NOON)


def a_second_category_level(assessment):
    a_category_level(assessment).save()
    return a_category_level(assessment)


def an_event_of_a_request(assessment):
    an_event(assessment, number=8, request_id="r").save()
    return an_event(assessment, request_id="r")


# The name of each constraint, and the row that breaks it.
BROKEN = {
    "an_organisation_has_a_name": lambda _: Organisation(name="", created_at=people.NOON),
    "accent_is_a_colour": lambda _: Organisation(name="x", accent="red", created_at=people.NOON),
    "a_logo_is_png_or_jpeg": lambda each: Logo(organisation=each.organisation, media_type="image/svg+xml", data=b"x"),
    "one_role_per_person_and_organisation": lambda each: Membership(
        organisation=each.organisation, user=each.organisation.memberships.get().user, role="reader"
    ),
    "a_role_is_known": lambda each: Membership(organisation=each.organisation, user=people.person("Eve"), role="king"),
    "an_assessment_has_an_edition": lambda each: an_assessment(each, edition=""),
    "updated_after_created": lambda each: an_assessment(each, updated_at=people.NOON - timedelta(days=1)),
    "levels_are_digits": lambda each: an_assessment(each, levels="0124"),
    "one_rating_per_indicator": lambda each: a_rating(each, indicator=1),
    "indicators_start_at_1": lambda each: a_rating(each, indicator=0),
    "a_level_is_1_2_or_3": lambda each: a_rating(each, level=4),
    "a_decision_has_its_reason": lambda each: a_rating(each, applicable=False),
    "a_review_is_known": lambda each: a_rating(each, review="perhaps"),
    "an_effort_is_known": lambda each: a_rating(each, effort="2d"),
    "one_level_per_category": a_second_category_level,
    "a_category_is_known": lambda each: a_category_level(each, category="XYZ"),
    "a_category_level_is_1_2_or_3": lambda each: a_category_level(each, level=0),
    "one_chain_per_organisation": lambda each: an_event(each, number=1),
    "a_request_is_answered_once": an_event_of_a_request,
    "events_start_at_1": lambda each: an_event(each, number=0),
    "an_erased_value_is_empty": an_erased_value,
    "a_proof_has_a_title": lambda each: Evidence(assessment=each, title=""),
    "a_proof_cites_an_indicator_once": lambda each: EvidenceIndicator(evidence=each.evidence.first(), indicator=1),
    "cited_indicators_start_at_1": lambda each: EvidenceIndicator(evidence=each.evidence.first(), indicator=0),
    "a_frozen_copy_has_a_name": lambda each: FrozenCopy(
        assessment=each, name="", made_at=people.NOON, fingerprint="x", document="x"
    ),
}


def test_each_constraint_is_broken_once():
    assert set(BROKEN) == {rule.name for model in OURS for rule in model._meta.constraints}


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(assessment, name):
    row = BROKEN[name](assessment)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize("name", BROKEN)
def test_the_sentence_is_french_and_says_what_is_wrong(assessment, name):
    row = BROKEN[name](assessment)
    (rule,) = [rule for rule in type(row)._meta.constraints if rule.name == name]

    with pytest.raises(ValidationError) as refusal:
        rule.validate(type(row), row)

    assert refusal.value.messages[0].endswith(".")
    assert refusal.value.messages[0] != rule.default_violation_error_message
