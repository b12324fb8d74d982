"""The help and the sources of the edition 2019-v7: complete, short, in plain French, and never passed off as official."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import pytest

from auditblanc.domain.effort import Effort
from auditblanc.domain.rulebook import Certainty


@pytest.fixture(scope="module")
def form(catalogue):
    return catalogue.edition("2019-v7")


@pytest.fixture(scope="module")
def table(catalogue):
    return tomllib.loads(catalogue.files["2019-v7"].text)


def ours(value):
    """Every text of the file that is not the founding form's."""
    if isinstance(value, dict):
        return [text for key, item in value.items() if key not in ("form", "introduction") for text in ours(item)]
    if isinstance(value, list):
        return [text for item in value for text in ours(item)]
    return [value] if isinstance(value, str) else []


def tables(value, path=()):
    """Every table of the file, with where it stands."""
    if isinstance(value, dict):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from tables(item, (*path, key))


# --- sources


def test_every_entry_that_is_more_or_less_sure_has_its_sources(table):
    bare = [path for path, entry in tables(table) if "certainty" in entry and "sources" not in entry]

    # The certainty of a scope is that of its note; it is backed by the sources of the indicator.
    assert [path for path in bare if "applies" not in path] == []


def test_no_entry_is_without_sources(form):
    rules = form.rules
    entries = [*form.indicators, *form.conditions, form.decree, form.guide, form.audit_order]
    entries += [rules.forecast, rules.deadlines, rules.cycle, rules.length, rules.sites, rules.pieces]
    entries += [criterion.title for criterion in form.criteria]

    assert [entry for entry in entries if not entry.sources] == []


def test_every_source_is_cited_by_an_edition_that_describes_it(catalogue, form):
    cited = {
        key
        for identifier in catalogue.ids
        for _, entry in tables(tomllib.loads(catalogue.files[identifier].text))
        for key in entry.get("sources", [])
        if isinstance(key, str)
    }

    assert [source.key for source in form.sources if source.key not in cited] == []


def test_sources_have_a_french_label_and_a_public_address_or_none(form):
    assert [source.key for source in form.sources if not source.label or not source.state] == []
    assert [source.url for source in form.sources if source.url and not source.url.startswith("https://")] == []
    assert [
        source.label for source in form.sources if re.search(r"\b\d{8,}\b|index|transcribed|public file", source.label)
    ] == []


# --- help, in plain French


@pytest.mark.parametrize(
    ("field", "least", "most"), [("evidence_kinds", 5, 10), ("auditor_asks", 2, 4), ("usual_gaps", 2, 4)]
)
def test_help_is_there_and_short(form, field, least, most):
    counted = {one.number: len(getattr(one, field)) for one in form.indicators}

    assert {number: count for number, count in counted.items() if not least <= count <= most} == {}


@pytest.mark.parametrize("field", ["evidence_kinds", "auditor_asks", "usual_gaps"])
def test_an_item_of_help_says_one_thing_once(form, field):
    for one in form.indicators:
        items = getattr(one, field)

        assert [item for item, count in Counter(items).items() if count > 1] == []
        assert [item for item in items if not item[0].isupper() or " ; " in item or "2026" in item] == []


def test_a_kind_of_proof_is_a_short_noun_phrase(form):
    kinds = [kind for one in form.indicators for kind in one.evidence_kinds]

    assert [kind for kind in kinds if len(kind) > 90 or kind.endswith(".")] == []


def test_an_auditor_asks_in_a_sentence(form):
    asked = [question for one in form.indicators for question in one.auditor_asks]

    assert [question for question in asked if not question.endswith((" ?", "."))] == []


def test_help_is_said_to_be_ours(form):
    assert {one.certainty.help for one in form.indicators} == {Certainty.INFERENCE}


def test_mending_nothing_takes_at_least_as_long_as_mending_a_part(form):
    order = list(Effort)
    efforts = {
        one.number: (order.index(one.effort.partial), order.index(one.effort.missing)) for one in form.indicators
    }

    assert {number: pair for number, pair in efforts.items() if pair[1] < pair[0]} == {}


def test_our_french_has_typographic_apostrophes_and_clean_spaces(table):
    assert [text for text in ours(table) if "'" in text or "  " in text or text != text.strip() or not text] == []


def test_the_titles_name_what_the_text_of_2019_holds(form):
    assert form.indicator(12).title == "Engagement et prévention des ruptures"
    assert form.indicator(32).title == "Amélioration continue"
    assert [one.title for one in form.indicators if "2026" in one.title or not one.title] == []


def test_nothing_promises_the_certificate(table):
    assert [text for text in ours(table) if re.search(r"vous (serez|êtes) certifié", text)] == []
