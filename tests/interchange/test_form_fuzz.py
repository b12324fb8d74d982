"""Forms changed in every way that people, editors and accidents change them: each is read or refused, nothing is lost.

A failure tells the number of each case and what was done: ``case(number, forms())`` makes its file again.
"""

from __future__ import annotations

import os
from collections import Counter
from random import Random

import pytest
from lxml import etree

from tests.interchange.form_mutations.cases import MUTATIONS, OPEN_DOCUMENT, WORD, case
from tests.interchange.form_mutations.draft import BODY_PART, NoTargetError, opened
from tests.interchange.form_mutations.forms import forms
from tests.interchange.form_mutations.properties import ending

CASES, CHUNKS = (20_000, 200) if os.environ.get("AUDITBLANC_SOAK") else (500, 10)
SIZE = CASES // CHUNKS


@pytest.mark.soak
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_changed_form_is_read_or_refused_and_no_word_is_lost(chunk, catalogue, record_property):
    cases = (case(number, forms()) for number in range(chunk * SIZE, (chunk + 1) * SIZE))

    found = [(str(each), *ending(each, catalogue)) for each in cases]

    record_property("fuzz", ["fiches", dict(Counter(kind for _, kind, _ in found))])
    assert [(each, faults) for each, _, faults in found if faults] == []


def test_a_case_is_the_same_each_time():
    assert case(7, forms()) == case(7, forms())


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_change_changes_a_form(mutation):
    assert any(_is_changed(form, mutation, seed) for form in forms().values() for seed in range(10))


def _is_changed(form, mutation, seed):
    draft = opened(form, Random(seed))
    if mutation not in (WORD if draft.name == BODY_PART else OPEN_DOCUMENT):
        return False
    before = etree.tostring(draft.root), dict(draft.parts)
    try:
        mutation(draft)
    except NoTargetError:
        return False
    return (etree.tostring(draft.root), draft.parts) != before
