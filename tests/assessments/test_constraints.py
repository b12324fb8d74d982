"""The tables cannot lie: each rule that the database keeps, broken once, and the sentence that a person would read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from auditblanc.accounts.models import Invitation, Logo, Membership, Organisation, Tag
from auditblanc.assessments.models import (
    Action,
    ActionIndicator,
    Assessment,
    Assignment,
    Campaign,
    CategoryLevel,
    Comment,
    Dossier,
    Event,
    EventValue,
    Evidence,
    EvidenceDossier,
    EvidenceIndicator,
    Finding,
    FindingEvidence,
    FrozenCopy,
    MassIntake,
    Phrase,
    Piece,
    Pushed,
    Rating,
    ReceivedFile,
    ReceivedForm,
    Retention,
    Revision,
    StoredFile,
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


def the_proof(assessment):
    return Evidence.objects.get(organisation=assessment.organisation)


def a_proof(assessment, **columns):
    return Evidence(organisation=assessment.organisation, **{"title": "Livret", **columns})


def a_dossier(assessment, **columns):
    return Dossier(organisation=assessment.organisation, **{"kind": "session", "name": "Mars", **columns})


def a_second_place_in_a_dossier(assessment):
    dossier, proof = a_dossier(assessment), the_proof(assessment)
    dossier.save()
    EvidenceDossier.objects.create(dossier=dossier, evidence=proof)
    return EvidenceDossier(dossier=dossier, evidence=proof)


def a_file(assessment, sha256="a" * 64, *, kept=False):
    file = StoredFile(
        organisation=assessment.organisation,
        sha256=sha256,
        size=1,
        media_type="application/pdf",
        stored_at=people.NOON,
    )
    if kept:
        file.save()
    return file


def a_revision(assessment, *, kept=True, **columns):
    piece = Piece.objects.create(evidence=the_proof(assessment))
    file = a_file(assessment, kept=True)
    row = Revision(piece=piece, file=file, **{"number": 1, "name": "a.pdf", "added_at": people.NOON, **columns})
    if kept:
        row.save()
    return row


def a_received_file(assessment, *, kept=False, **columns):
    said = {"file": a_file(assessment, kept=True), "name": "fiche.docx", "received_at": people.NOON, **columns}
    row = ReceivedFile(assessment=assessment, **said)
    if kept:
        row.save()
    return row


def the_same_received_file(assessment):
    first = a_received_file(assessment, kept=True)
    return ReceivedFile(assessment=assessment, file=first.file, name="encore.docx", received_at=people.NOON)


def a_comment(assessment, **wrong):
    return Comment(**{"assessment": assessment, "indicator": 1, "text": "x", "written_at": people.NOON, **wrong})


def a_tag(assessment, **wrong):
    person = assessment.organisation.memberships.get().user
    return Tag(**{"organisation": assessment.organisation, "person": person, "word": "CFA", **wrong})


def a_campaign(assessment, *, kept=False, **wrong):
    person = assessment.organisation.memberships.get().user
    said = {"person": person, "name": "Printemps", "edition": "2026-v9", "start": "blank", "created_at": people.NOON}
    row = Campaign(**{**said, **wrong})
    if kept:
        row.save()
    return row


def a_second_place_in_a_campaign(assessment):
    campaign = a_campaign(assessment, kept=True)
    Pushed.objects.create(campaign=campaign, organisation=assessment.organisation)
    return Pushed(campaign=campaign, organisation=assessment.organisation)


def a_phrase(assessment, **wrong):
    person = assessment.organisation.memberships.get().user
    return Phrase(**{"person": person, "indicator": 1, "text": "x", "written_at": people.NOON, **wrong})


def an_assignment(assessment, **wrong):
    person = assessment.organisation.memberships.get().user
    return Assignment(assessment=assessment, **{"indicator": 1, "person": person, **wrong})


def an_action(assessment, *, kept=False, **columns):
    row = Action(organisation=assessment.organisation, **{"what": "Publier les résultats", **columns})
    if kept:
        row.save()
    return row


def a_second_indicator_of_an_action(assessment):
    action = an_action(assessment, kept=True)
    ActionIndicator.objects.create(action=action, indicator=2)
    return ActionIndicator(action=action, indicator=2)


def a_retention(assessment, **columns):
    return Retention(organisation=assessment.organisation, **{"kind": "other", "months": 12, **columns})


def a_finding(assessment, **columns):
    return Finding(organisation=assessment.organisation, **{"indicator": 2, "gravity": "minor", **columns})


def a_second_proof_of_a_finding(assessment):
    finding, proof = a_finding(assessment), the_proof(assessment)
    finding.save()
    FindingEvidence.objects.create(finding=finding, evidence=proof)
    return FindingEvidence(finding=finding, evidence=proof)


def a_received_form(assessment, **wrong):
    owner = assessment.organisation.memberships.get().user
    intake, _ = MassIntake.objects.get_or_create(received_by=owner, name="envoi", begun_at=people.NOON)
    return ReceivedForm(intake=intake, **{"name": "a.docx", "digest": "x", "outcome": "attached", **wrong})


# The name of each constraint, and the row that breaks it.
BROKEN = {
    "a_received_file_is_kept_once": the_same_received_file,
    "a_received_file_has_a_name": lambda each: a_received_file(each, name=""),
    "an_organisation_has_a_name": lambda _: Organisation(name="", created_at=people.NOON),
    "accent_is_a_colour": lambda _: Organisation(name="x", accent="red", created_at=people.NOON),
    "a_logo_is_png_or_jpeg": lambda each: Logo(organisation=each.organisation, media_type="image/svg+xml", data=b"x"),
    "one_role_per_person_and_organisation": lambda each: Membership(
        organisation=each.organisation, user=each.organisation.memberships.get().user, role="reader"
    ),
    "a_role_is_known": lambda each: Membership(organisation=each.organisation, user=people.person("Eve"), role="king"),
    "an_invitation_to_an_organisation_has_a_role": lambda each: Invitation(
        digest="x", organisation=each.organisation, role="", created_at=people.NOON, expires_at=people.NOON
    ),
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
    "a_proof_has_a_title": lambda each: a_proof(each, title=""),
    "a_proof_has_a_known_state": lambda each: a_proof(each, state="lost"),
    "a_period_ends_after_it_begins": lambda each: a_proof(
        each, covers_from=date(2026, 2, 1), covers_to=date(2026, 1, 31)
    ),
    "a_renewal_is_1_to_120_months": lambda each: a_proof(each, renewal_months=121),
    "a_proof_cites_an_indicator_once": lambda each: EvidenceIndicator(evidence=the_proof(each), indicator=1),
    "cited_indicators_start_at_1": lambda each: EvidenceIndicator(evidence=the_proof(each), indicator=0),
    "a_dossier_is_there_once": lambda each: [a_dossier(each).save(), a_dossier(each)][1],
    "a_dossier_has_a_known_kind": lambda each: a_dossier(each, kind="shelf"),
    "a_dossier_has_a_name": lambda each: a_dossier(each, name=""),
    "a_proof_is_in_a_dossier_once": a_second_place_in_a_dossier,
    "one_retention_a_kind": lambda each: [a_retention(each).save(), a_retention(each)][1],
    "a_retention_has_a_known_kind": lambda each: a_retention(each, kind="paper"),
    "a_retention_is_1_to_600_months": lambda each: a_retention(each, months=601),
    "a_content_is_kept_once": lambda each: [a_file(each).save(), a_file(each)][1],
    "a_sha256_is_64_digits": lambda each: a_file(each, sha256="F" * 64),
    "revisions_are_numbered": lambda each: Revision(
        piece=a_revision(each).piece,
        file=a_file(each, "b" * 64, kept=True),
        number=1,
        name="b.pdf",
        added_at=people.NOON,
    ),
    "revisions_start_at_1": lambda each: a_revision(each, number=0, kept=False),
    "a_file_has_a_name": lambda each: a_revision(each, name="", kept=False),
    "an_action_says_what_to_do": lambda each: an_action(each, what=""),
    "one_latest_per_organisation": lambda each: an_assessment(each, is_latest=True),
    "a_tag_is_put_once": lambda each: [a_tag(each).save(), a_tag(each)][1],
    "a_tag_has_a_word": lambda each: a_tag(each, word=""),
    "a_campaign_is_begun_once": lambda each: [a_campaign(each, kept=True), a_campaign(each)][1],
    "a_campaign_has_a_name": lambda each: a_campaign(each, name=""),
    "a_campaign_starts_from_something_known": lambda each: a_campaign(each, start="x"),
    "a_campaign_prepares_a_known_audit": lambda each: a_campaign(each, kind="x"),
    "a_campaign_has_an_organisation_once": a_second_place_in_a_campaign,
    "what_was_refused_was_not_begun": lambda each: Pushed(
        campaign=a_campaign(each, kept=True), organisation=each.organisation, assessment=each, refusal="no_right"
    ),
    "a_phrase_says_something": lambda each: a_phrase(each, text=""),
    "phrases_are_for_an_indicator": lambda each: a_phrase(each, indicator=0),
    "a_comment_says_something": lambda each: a_comment(each, text=""),
    "a_thread_is_resolved_whole": lambda each: a_comment(
        each,
        thread=Comment.objects.create(assessment=each, indicator=1, text="x", written_at=people.NOON),
        resolved_at=people.NOON,
    ),
    "an_indicator_is_given_to_one_person": lambda each: [an_assignment(each).save(), an_assignment(each)][1],
    "given_indicators_start_at_1": lambda each: an_assignment(each, indicator=0),
    "an_action_has_a_known_state": lambda each: an_action(each, state="lost"),
    "an_action_has_a_known_priority": lambda each: an_action(each, priority="urgent"),
    "a_done_action_has_its_day": lambda each: an_action(each, state="done"),
    "a_duty_comes_back_in_1_to_120_months": lambda each: an_action(each, every_months=0),
    "an_action_cites_an_indicator_once": a_second_indicator_of_an_action,
    "indicators_of_actions_start_at_1": lambda each: ActionIndicator(action=an_action(each, kept=True), indicator=0),
    "a_finding_has_a_known_gravity": lambda each: a_finding(each, gravity="huge"),
    "a_finding_is_on_an_indicator": lambda each: a_finding(each, indicator=0),
    "a_finding_cites_a_proof_once": a_second_proof_of_a_finding,
    "a_file_is_received_once": lambda each: [a_received_form(each).save(), a_received_form(each)][1],
    "an_outcome_is_known": lambda each: a_received_form(each, outcome="lost"),
    "a_form_not_attached_says_why": lambda each: a_received_form(each, outcome="waiting"),
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
