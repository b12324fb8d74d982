"""The published schemas: what we write is valid, what they refuse we refuse, and every field is told in French."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.json_format import assessment_object, read, write
from auditblanc.interchange.json_profile import read_profile, write_profile
from auditblanc.interchange.json_schema import assessment_schema, profile_schema
from auditblanc.interchange.problems import UnreadableFileError
from tests.strategies import profiles, snapshots

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema"


def published(name):
    schema = json.loads((PUBLISHED / name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


ASSESSMENT = Draft202012Validator(published("assessment-2.json"))
PROFILE = Draft202012Validator(published("profile-1.json"))


def test_the_published_schemas_are_those_of_the_code():
    assert json.dumps(published("assessment-2.json")) == json.dumps(assessment_schema())
    assert json.dumps(published("profile-1.json")) == json.dumps(profile_schema())


@given(snapshot=snapshots())
def test_every_assessment_we_write_is_valid(snapshot):
    ASSESSMENT.validate(json.loads(write(snapshot)))


@given(profile=profiles)
def test_every_profile_we_write_is_valid(profile):
    PROFILE.validate(json.loads(write_profile(profile)))


def test_a_saved_answer_of_the_read_command_is_valid():
    ASSESSMENT.validate({"assessment": assessment_object(Snapshot(edition="2026-v9")), "problems": []})


def test_every_field_is_told():
    for schema in (assessment_schema(), profile_schema()):
        for part in (schema, *schema["$defs"].values()):
            assert part["description"]
            assert all(field["description"] for field in part.get("properties", {}).values())


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"assessment": {}},
        {"assessment": {"edition": "2026-v9", "titre": "x"}},
        {"assessment": {"edition": "2026-v9", "ratings": [{"indicator": 1, "level": 4}]}},
        {"assessment": {"edition": "2026-v9", "ratings": [{"level": 1}]}},
        {"assessment": {"edition": "2026-v9", "title": "x" * 501}},
        {"format": "autre", "assessment": {"edition": "2026-v9"}},
        {"version": 3, "assessment": {"edition": "2026-v9"}},
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(catalogue, document):
    assert not ASSESSMENT.is_valid(document)

    with pytest.raises(UnreadableFileError):
        read(json.dumps(document).encode(), catalogue)


@pytest.mark.parametrize("document", [{"alternance": "oui"}, {"siren": "1"}, {"sites": [{"address": "Lyon"}]}])
def test_a_profile_that_the_schema_refuses_is_refused(document):
    assert not PROFILE.is_valid(document)

    with pytest.raises(UnreadableFileError):
        read_profile(json.dumps(document).encode())
