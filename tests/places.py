"""One of everything that an address names, all of it one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.action import Action
from auditblanc.domain.categories import Gravity
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding
from auditblanc.interchange import json_format
from tests import people
from tests.images import png

if TYPE_CHECKING:
    from auditblanc.accounts.models import User
    from auditblanc.assessments.models import Assessment


def places(assessment: Assessment, owner: User) -> dict[str, object]:
    """What stands in the addresses, for an assessment as ``tests.people`` makes it."""
    from auditblanc.assessments.models import (  # noqa: PLC0415 -- models are imported late
        CalendarFeed,
        Campaign,
        Event,
        Evidence,
        Intake,
        MassIntake,
        Outcome,
        Phrase,
        ReceivedFile,
        ReceivedForm,
    )
    from auditblanc.assessments.writes.actions import plan  # noqa: PLC0415
    from auditblanc.assessments.writes.calendar import open_feed  # noqa: PLC0415
    from auditblanc.assessments.writes.findings import enter  # noqa: PLC0415
    from auditblanc.assessments.writes.freeze import freeze  # noqa: PLC0415
    from auditblanc.assessments.writes.pieces import add as add_pieces  # noqa: PLC0415
    from tests.assessments.given import given  # noqa: PLC0415

    copy = freeze(assessment, "Avant audit", people.stamp(owner))
    intake = Intake.objects.create(
        organisation=assessment.organisation,
        into=assessment,
        file_name="fiche.docx",
        document=json_format.write(people.SNAPSHOT).decode(),
        received_at=people.NOON,
        received_by=owner,
    )
    open_feed(assessment.organisation, "", people.stamp(owner))
    feed = CalendarFeed.objects.get(organisation=assessment.organisation)
    row = Evidence.objects.filter(organisation=assessment.organisation).earliest("pk")
    add_pieces(row, [given(assessment.organisation, png(), "photo.png")], people.stamp(owner))
    gap = AuditFinding(finding=Finding(indicator=2, gravity=Gravity.MINOR))
    campaign = Campaign.objects.create(
        person=owner, name="Printemps", edition="2026-v9", start="blank", created_at=people.NOON
    )
    phrase = Phrase.objects.create(person=owner, indicator=1, text="Le catalogue.", written_at=people.NOON)
    file = row.pieces.get().revisions.get().file
    received = ReceivedFile.objects.create(assessment=assessment, file=file, name="a.png", received_at=people.NOON)
    reception = MassIntake.objects.create(received_by=owner, name="envoi.zip", total=1, begun_at=people.NOON)
    waiting = ReceivedForm.objects.create(
        intake=reception,
        name="fiche.docx",
        outcome=Outcome.WAITING,
        reason="Ni SIREN ni NDA.",
        document=json_format.write(people.SNAPSHOT).decode(),
    )
    return {
        "phrase": phrase.key,
        "received": received.key,
        "campaign": campaign.key,
        "reception": reception.key,
        "waiting": waiting.pk,
        "organisation": assessment.organisation.key,
        "key": assessment.key,
        "indicator": 1,
        "page": 1,
        "number": Event.objects.filter(organisation=assessment.organisation).earliest("number").number,
        "evidence": row.key,
        "finding": enter(assessment, [gap], people.stamp(owner))[0].key,
        "action": plan(assessment.organisation_id, [Action(what="Publier", indicators=(1,))], people.stamp(owner))[
            0
        ].key,
        "piece": row.pieces.get().key,
        "copy": copy.key,
        "intake": intake.key,
        "field": "presentation",
        "edition": "2019-v9",
        "start": "2019-v7",
        "format": "json",
        "step": 1,
        "section": "audit",
        "token": "x",
        "challenge": "x",
        "secret": "x",
        "feed": feed.key,
        "mark": "x",
        "name": "site.css",
    }
