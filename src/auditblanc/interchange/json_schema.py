"""The published JSON Schemas, made from the very types that readers build, told in French."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import msgspec

from auditblanc.domain.profile import Profile
from auditblanc.domain.text import LINE_LIMIT, TEXT_LIMIT
from auditblanc.interchange import json_format, json_profile
from auditblanc.interchange.json_table import TEXTS, Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_STRING: Table = {"type": "string"}


def assessment_schema() -> Table:
    """What « docs/schema/assessment-2.json » holds."""
    header = _header(json_format.FORMAT, json_format.VERSION) | {"file": _STRING}
    return _schema(json_format.Body, "AssessmentFile", json_format.SCHEMA, header)


def profile_schema() -> Table:
    """What « docs/schema/profile-1.json » holds."""
    header = _header(json_profile.FORMAT, json_profile.VERSION)
    return _schema(Profile, "ProfileFile", json_profile.SCHEMA, header)


def _header(name: str, version: int) -> Table:
    return {"$schema": _STRING, "format": {"const": name}, "version": {"const": version}}


def _schema(kind: type, name: str, identifier: str, header: Table) -> Table:
    """The schema of a file that holds the fields of ``kind`` beside those of its header."""
    _, components = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    sentences = _sentences()
    top = components.pop(kind.__name__)
    sentences[name] = sentences.get(kind.__name__, {}) | sentences[name]
    whole = _told({**top, "properties": header | top["properties"]}, sentences[name])
    definitions = {key: _told(part, sentences[key]) for key, part in sorted(components.items())}
    return {"$schema": DIALECT, "$id": identifier, **whole, "$defs": definitions}


def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("auditblanc.interchange").joinpath("json_descriptions.toml").read_text("utf-8"))


def _told(part: Table, sentences: dict[str, str]) -> Table:
    """A type with its sentence and those of its fields. Raises: KeyError when a field has none."""
    told = {key: value for key, value in part.items() if key != "title"} | {"description": sentences["about"]}
    if "properties" in part:
        told["properties"] = {
            name: {"description": sentences[name], **_bounded(name, value)}
            for name, value in part["properties"].items()
        }
        told["additionalProperties"] = False
    return told


def _bounded(name: str, value: dict[str, Any]) -> Table:
    if value.get("type") == "string" and "format" not in value:
        return {**value, "maxLength": TEXT_LIMIT if name in TEXTS else LINE_LIMIT}
    return value
