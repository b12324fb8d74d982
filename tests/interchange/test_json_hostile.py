"""Whatever a JSON file holds, its reader gives an assessment or one French sentence."""

from __future__ import annotations

import json
import time
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.interchange.json_format import read, write
from auditblanc.interchange.json_profile import read_profile
from auditblanc.interchange.problems import UnreadableFileError
from tests.strategies import snapshots

CATALOGUE = load()

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(codec=None), max_size=8),
    st.sampled_from(["2026-11-22", "AF", "kept", "\ud800", "\x00", "0001-01-01", "x" * 501]),
)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner))


def complaint(read, *arguments):
    """The sentence of a refusal; empty when the file is read."""
    try:
        read(*arguments)
    except UnreadableFileError as error:
        return str(error)
    return ""


def is_told(sentence):
    """Whether a refusal, if any, is one sentence that any terminal can show."""
    return sentence == "" or (sentence.endswith(".") and not {category(letter) for letter in sentence} & {"Cc", "Cs"})


def attempt(data):
    """Whether reading gives an assessment that can be written and read again, or a sentence."""
    sentence = complaint(read, data, CATALOGUE)
    if sentence:
        return is_told(sentence)
    snapshot = read(data, CATALOGUE).snapshot
    return read(write(snapshot), CATALOGUE).snapshot == snapshot


def places(value, path=()):
    """Every place of a JSON value."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    assert attempt(data)


@given(value=values)
def test_any_value_in_place_of_an_assessment_is_read_or_refused(value):
    assert attempt(json.dumps({"assessment": value}).encode())


@given(data=st.data(), snapshot=snapshots(), value=values)
def test_any_value_in_place_of_another_is_read_or_refused(data, snapshot, value):
    document = json.loads(write(snapshot))
    *above, key = data.draw(st.sampled_from([path for path in places(document) if path]))
    holder = document
    for step in above:
        holder = holder[step]
    holder[key] = value

    assert attempt(json.dumps(document).encode())


@given(snapshot=snapshots(), start=st.integers(0, 4000), length=st.integers(1, 40))
def test_a_file_with_a_hole_is_read_or_refused(snapshot, start, length):
    data = write(snapshot)

    assert attempt(data[:start] + data[start + length :])


@given(value=values)
def test_any_value_in_place_of_a_profile_is_read_or_refused(value):
    assert is_told(complaint(read_profile, json.dumps(value).encode()))


@pytest.mark.parametrize(
    "assessment",
    [
        b'"ratings":[{"indicator":1,"presentation":"' + b"a" * 10_000_000 + b'"}]',
        b'"evidence":[' + b",".join([b'{"title":"a","indicators":[99]}'] * 33_000) + b"]",
        b'"ratings":[' + b",".join(b'{"indicator":%d,"level":1}' % number for number in range(1, 49_000)) + b"]",
    ],
    ids=["ten million letters", "many proofs", "many indicators"],
)
def test_a_file_as_large_as_allowed_is_read_or_refused_within_seconds(assessment):
    data = b'{"assessment":{"edition":"2026-v9",' + assessment + b"}}"
    started = time.process_time()

    sentence = complaint(read, data, CATALOGUE)

    assert is_told(sentence)
    assert time.process_time() - started < 5
