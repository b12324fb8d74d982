"""Many files read in watched children: one that ends its child costs the others nothing."""

from __future__ import annotations

import hashlib

from auditblanc.assessments.mass_intake import apart
from auditblanc.assessments.mass_intake.apart import Given, batches, read_all_apart
from auditblanc.assessments.reading import TOO_HEAVY
from auditblanc.assessments.watched import Limits
from auditblanc.interchange import json_format
from auditblanc.interchange.child_process import TOO_HEAVY as ENDED
from tests.assessments.mass_intake.filled import CATALOGUE, form, snapshot
from tests.conftest import DATA


def given(name, data):
    return Given(name, data, hashlib.sha256(data).hexdigest())


def read(files, **options):
    return {each.name: answer for batch in read_all_apart(files, **options) for each, answer in batch}


def test_each_file_is_read_as_it_is_alone():
    found = read([given(f"{number}.docx", form(number)) for number in range(3)])

    assert [answer.code for answer in found.values()] == [0, 0, 0]
    assert json_format.read(bytes(found["2.docx"].document), CATALOGUE).snapshot.ratings == snapshot(2).ratings


def test_a_refusal_is_the_sentence_of_the_file_alone():
    found = read([given("a.docx", b"nothing"), given("b.docx", (DATA / "fiche-remplie.docx").read_bytes())])

    assert found["a.docx"].refusal.startswith("Ce fichier")
    assert (found["a.docx"].code, found["b.docx"].code) == (2, 0)


def test_the_file_that_ends_its_child_is_told_and_the_others_are_read(monkeypatch):
    # A batch ends on time; alone, only what is really too slow does.
    monkeypatch.setattr(apart, "BATCH", Limits(seconds=0.01))

    found = read([given("a.docx", form(1)), given("b.docx", form(2))])

    assert [answer.code for answer in found.values()] == [0, 0]


def test_a_file_too_heavy_alone_is_refused_and_the_next_is_tried(monkeypatch):
    monkeypatch.setattr(apart, "BATCH", Limits(seconds=0.01))

    found = read([given("a.docx", form(1)), given("b.docx", form(2))], limits=Limits(memory=1_000_000))

    assert {(answer.code, answer.refusal) for answer in found.values()} == {(ENDED, TOO_HEAVY)}


def test_no_more_is_held_than_a_child_is_given():
    files = [given(str(number), b"x" * 9_000_000) for number in range(5)]

    assert [len(batch) for batch in batches(files)] == [3, 2]
    assert [len(batch) for batch in batches(given(str(number), b"x") for number in range(250))] == [100, 100, 50]
