"""One organisation out as a file, and in again: everything is there, its journal holds, and nothing is ever half brought in."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from auditblanc.accounts.models import Membership, Organisation
from auditblanc.assessments.models import (
    Action,
    Assessment,
    Event,
    Evidence,
    Finding,
    FrozenCopy,
    ReceivedFile,
    StoredFile,
)
from auditblanc.assessments.organisation_file import package, read
from auditblanc.assessments.organisation_file.tables import LEFT_OUT, TABLES
from auditblanc.assessments.organisation_file.written import stream
from auditblanc.assessments.reads.integrity import examine
from auditblanc.assessments.reads.journal import first_fault, head
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.storage import opened
from auditblanc.assessments.writes import pieces, ratings
from auditblanc.assessments.writes.actions import plan
from auditblanc.assessments.writes.create import begin
from auditblanc.assessments.writes.findings import enter
from auditblanc.assessments.writes.freeze import freeze
from auditblanc.assessments.writes.intake import receive, take_back
from auditblanc.assessments.writes.retention import decide
from auditblanc.domain import action, finding
from auditblanc.domain.categories import Gravity
from auditblanc.domain.profile import Finding as Told
from auditblanc.domain.retention import Kept
from auditblanc.domain.snapshot import Level, Rating
from auditblanc.interchange.problems import Reading, UnreadableFileError
from tests import people
from tests.assessments.given import DOCX, PDF
from tests.assessments.given import given as given_file
from tests.strategies import snapshots

READING = Reading(snapshot=people.SNAPSHOT, problems=())
LATER = people.NOON + timedelta(days=1)


@pytest.fixture
def bruno(db):
    return people.person("Bruno")


@pytest.fixture
def full(assessment, mimosa, alice):
    """An organisation with something in every table."""
    stamp = people.stamp(alice)
    proof = Evidence.objects.get()
    pieces.add(proof, [given_file(mimosa, PDF, "catalogue.pdf"), given_file(mimosa)], stamp)
    told = Told(indicator=2, gravity=Gravity.MINOR)
    (gap,) = enter(assessment, [finding.AuditFinding(finding=told, evidence=(proof.key,))], stamp)
    plan(
        mimosa.pk, [action.Action(what="Publier", indicators=(2,), finding=gap.key, closing_evidence=proof.key)], stamp
    )
    content = given_file(mimosa, DOCX, "fiche.docx").content
    waiting = receive(mimosa, file_name="fiche.docx", reading=READING, stamp=stamp, into=assessment, content=content)
    now = snapshot(Assessment.objects.get(), Hold.PROOFS)
    take_back(waiting, before=now, after=now, stamp=stamp)
    freeze(assessment, "Avant l’audit", stamp)
    decide(mimosa.pk, {Kept.OTHER: 36}, stamp)
    return mimosa


def out(organisation, at=people.NOON):
    return io.BytesIO(b"".join(stream(organisation, at)))


def content(organisation, sha256):
    with opened(organisation.key, sha256) as file:
        return file.read()


def without_keys(said):
    """What cites a proof or a gap by its key cites it by its words."""
    names = {proof.key: proof.title for proof in said.evidence} | {gap.key: "écart" for gap in said.findings} | {"": ""}
    return replace(
        said,
        findings=tuple(replace(gap, evidence=tuple(names[key] for key in gap.evidence)) for gap in said.findings),
        actions=tuple(
            replace(each, finding=names[each.finding], closing_evidence=names[each.closing_evidence])
            for each in said.actions
        ),
    )


def held(organisation):
    """All that an organisation has, as pages read it; keys of rows apart."""
    rows = Assessment.objects.filter(organisation=organisation).order_by("created_at", "pk")
    return {
        "name": (organisation.name, organisation.accent),
        "assessments": [without_keys(snapshot(row)) for row in rows],
        "received": list(
            ReceivedFile.objects.filter(assessment__in=rows).values_list("name", "file__sha256", "received_at")
        ),
        "copies": [(copy.name, copy.fingerprint) for copy in FrozenCopy.objects.filter(assessment__in=rows)],
        "events": list(
            Event.objects.filter(organisation=organisation)
            .exclude(verb="brought in")
            .values_list("hash", "value__before", "value__after", "at", "author")
        ),
        "files": {
            sha256: content(organisation, sha256)
            for sha256 in StoredFile.objects.filter(organisation=organisation).values_list("sha256", flat=True)
        },
    }


def test_every_table_of_an_organisation_is_known():
    from django.apps import apps  # noqa: PLC0415

    of_ours = {
        model
        for label in ("accounts", "assessments")
        for model in apps.get_app_config(label).get_models()
        if model not in (Organisation, Membership) and model.__name__ != "User"
    }

    assert {table.model for table in TABLES} | set(LEFT_OUT) == of_ours


def test_it_comes_back_as_it_went_under_another_owner(full, bruno):
    file = out(full)
    before = held(full)

    made = read.bring_in(file, people.stamp(bruno, LATER)).organisation

    assert held(made) == before
    assert (made.key != full.key, [one.user for one in Membership.objects.filter(organisation=made)]) == (True, [bruno])
    assert (Finding.objects.filter(organisation=made).count(), Action.objects.filter(organisation=made).count()) == (
        1,
        1,
    )
    assert held(full) == before
    assert examine().faults == []


def test_the_journal_keeps_its_chain_closed_by_an_event(full, bruno):
    last = head(full)

    made = read.bring_in(out(full), people.stamp(bruno, LATER)).organisation

    closing = Event.objects.filter(organisation=made).last()
    assert (closing.verb, closing.previous_hash, closing.author) == ("brought in", last, bruno.key)
    assert first_fault(made) is None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=snapshots())
def test_whatever_it_holds_comes_back_equal(alice, bruno, start):
    # Another name each time: one person has no two of the same.
    owner = people.organisation(f"Atelier {Organisation.objects.count()}", alice)
    light = replace(start, evidence=tuple(replace(each, pieces=()) for each in start.evidence))
    begin(owner, snapshot=light, numbers=range(1, 34), stamp=people.stamp(alice))

    made = read.bring_in(out(owner), people.stamp(bruno, LATER)).organisation

    assert held(made) == held(owner)
    assert first_fault(made) is None


def test_what_comes_out_again_is_the_same(full, bruno):
    made = read.bring_in(out(full), people.stamp(bruno, LATER)).organisation

    again = read.bring_in(out(made), people.stamp(people.person("Carla"), LATER)).organisation

    assert held(again) == held(made) | {"events": held(again)["events"]}
    assert held(again)["events"] == held(full)["events"]


def test_where_the_person_has_one_of_that_name_the_two_are_told_apart(full, alice):
    made = read.bring_in(out(full), people.stamp(alice, LATER)).organisation

    assert made.name == "Atelier Mimosa (repris le 26 novembre 2026)"


# Into an organisation that is there


def test_into_another_one_everything_comes_beside(full, bruno):
    acacia = people.organisation("Atelier Acacia", bruno)
    mine = people.assessment(acacia, bruno, people.SNAPSHOT)
    own, theirs = held(acacia)["events"], held(full)["events"]

    found = read.bring_into(acacia, out(full), people.stamp(bruno, LATER))

    assert found.organisation == acacia
    assert [row.title for row in acacia.assessments.all()] == ["Audit de mars", "Audit de mars"]
    assert snapshot(mine).title == "Audit de mars"
    assert Event.objects.filter(organisation=acacia, journal="").count() == len(own) + 1
    other = Event.objects.filter(organisation=acacia).exclude(journal="")
    assert [event.hash for event in other][:-1] == [event[0] for event in theirs]
    assert [event.verb for event in (other.last(), Event.objects.filter(organisation=acacia, journal="").last())] == [
        "brought in",
        "brought in",
    ]
    assert examine().faults == []


def test_what_is_there_already_is_not_doubled_and_stays(full, alice, assessment):
    """A colleague worked on a copy elsewhere; here the work went on too."""
    theirs = with_other_state(out(full))
    ratings.answer(
        assessment,
        Rating(indicator=7, level=Level.READY),
        field="level",
        started_from=0,
        stamp=people.stamp(alice, LATER),
    )

    found = read.bring_into(full, theirs, people.stamp(alice, LATER))

    assert (found.added["evidence"], found.added["piece"], found.added["action"], found.added["assessment"]) == (
        0,
        0,
        0,
        1,
    )
    assert sorted(row.title for row in full.assessments.all()) == [
        "Audit de mars",
        "Audit de mars (repris le 26 novembre 2026)",
    ]
    assert snapshot(assessment).rating(7).level is Level.READY
    assert examine().faults == []


def test_its_own_file_brings_nothing(full, alice):
    with pytest.raises(UnreadableFileError) as raised:
        read.bring_into(full, out(full), people.stamp(alice, LATER))

    assert str(raised.value) == (
        "« Atelier Mimosa » contient déjà tout ce que dit ce fichier : rien n’est à reprendre."
    )


# Files that are not as they should be


def repacked(file, change):
    """The file with its parts changed by ``change`` and its list made again, as an honest but mistaken program would."""
    with zipfile.ZipFile(file) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    about = json.loads(parts.pop("organisation.json"))
    change(parts, about)
    about["parts"] = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in (*parts.items(), ("organisation.json", json.dumps(about).encode())):
            target.writestr(name, data)
    return made


def replaced(part, old, new):
    def change(parts, about):
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return change


def with_other_state(file):
    """The same assessment, changed a minute later, after one more event."""

    def change(parts, about):
        parts["tables/assessment.jsonl"] = parts["tables/assessment.jsonl"].replace(
            b'"updated_at": "2026-11-25T12:00:00+00:00"', b'"updated_at": "2026-11-25T12:01:00+00:00"'
        )
        about["journal"] = "0" * 64

    return repacked(file, change)


def without(part):
    return lambda parts, about: parts.pop(part)


def newer(parts, about):
    about["version"] = 99


def before_received_files(parts, about):
    """As a version before wrote it."""
    about["version"] = 1
    parts.pop("tables/receivedfile.jsonl")


def test_a_file_of_an_earlier_version_is_still_taken_in(assessment, mimosa, bruno):
    file = repacked(out(mimosa), before_received_files)

    made = read.bring_in(file, people.stamp(bruno, LATER)).organisation

    assert held(made) == held(mimosa)


def other_format(parts, about):
    about["format"] = "autre"


def no_name(parts, about):
    about["organisation"]["name"] = ""


ALTERED = "Ce fichier est abîmé ou a été modifié : redemandez-le. Rien n’a été repris."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (replaced("tables/event.jsonl", b'"verb": "began"', b'"verb": "begun"'), ALTERED),
        (replaced("tables/eventvalue.jsonl", b"Catalogue", b"Registre "), ALTERED),
        (replaced("tables/frozencopy.jsonl", b"Le site et", b"Le site ou"), ALTERED),
        (replaced("tables/assessment.jsonl", b'"levels": "12003', b'"levels": "11111'), ALTERED),
        (replaced("tables/assessment.jsonl", b'"title": "Audit de mars"', b'"title": {"a": 1}'), ALTERED),
        (replaced("tables/assessment.jsonl", b'"title"', b'"is_superuser": 1, "title"'), ALTERED),
        (replaced("tables/rating.jsonl", b'"indicator": 1,', b'"indicator": "x",'), ALTERED),
        (replaced("tables/piece.jsonl", b'"evidence_id": ', b'"evidence_id": 9'), ALTERED),
        (replaced("tables/action.jsonl", b"{", b"[{"), ALTERED),
        (without("tables/action.jsonl"), ALTERED),
        (no_name, ALTERED),
        (newer, package.NEWER),
        (other_format, package.NOT_ONE),
        (
            replaced("tables/assessment.jsonl", b'"edition": "2026-v9"', b'"edition": "2031-v1"'),
            "Ce fichier porte sur le texte « 2031-v1 », qui n’est pas installé ici : installez-le, puis recommencez. Rien n’a été repris.",
        ),
    ],
    ids=[
        *("event", "value", "copy", "levels", "type", "column", "number", "missing row", "JSON", "missing part"),
        *("no name", "newer", "other format", "edition"),
    ],
)
def test_a_file_at_fault_is_one_sentence_and_nothing_is_made(full, bruno, change, sentence):
    file = repacked(out(full), change)
    before = [table.all().count() for table in TABLES]

    with pytest.raises(UnreadableFileError) as raised:
        read.bring_in(file, people.stamp(bruno, LATER))

    assert str(raised.value) == sentence
    assert [table.all().count() for table in TABLES] == before
    assert Organisation.objects.get() == full


def test_a_content_that_is_not_what_its_name_says_is_refused(full, bruno):
    def change(parts, about):
        name = next(name for name in parts if name.startswith("files/"))
        parts[name] += b"!"

    with pytest.raises(UnreadableFileError, match="abîmé"):
        read.bring_in(repacked(out(full), change), people.stamp(bruno, LATER))
    assert Organisation.objects.get() == full


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"texte", b"PK\x05\x06" + b"\xff" * 40])
def test_what_is_no_such_file_is_said(bruno, data):
    with pytest.raises(UnreadableFileError):
        read.bring_in(io.BytesIO(data), people.stamp(bruno))


def test_a_file_cut_or_changed_anywhere_makes_nothing(full, bruno):
    whole = out(full).getvalue()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        for data in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            try:
                made = read.bring_in(io.BytesIO(data), people.stamp(bruno, LATER)).organisation
            except UnreadableFileError:
                assert Organisation.objects.count() == 1
            else:
                # A byte that says nothing: of the date of an entry, for instance.
                assert held(made) == held(full)
                undone(made)


def undone(made):
    for table in reversed(TABLES):
        table.rows(made).delete()
    Membership.objects.filter(organisation=made).delete()
    made.delete()


def test_an_altered_file_cannot_speak_of_another_organisation(full, alice, bruno):
    """Events name assessments by their key: those of a file never show in somebody else's history."""
    from auditblanc.assessments.reads.history import history  # noqa: PLC0415

    mine = full.assessments.get()
    before = history(mine, 1)

    read.bring_in(out(full), people.stamp(bruno, LATER))

    assert history(mine, 1) == before
