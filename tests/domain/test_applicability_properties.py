"""What holds for any profile, any edition and anything that a person noted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.applicability import applicabilities, applicability
from auditblanc.domain.applicability_summary import summary
from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Certifying, LastAudit
from auditblanc.domain.snapshot import Snapshot
from auditblanc.domain.verdict import Answer
from tests.conftest import DATA
from tests.strategies import profiles, snapshots

CATALOGUE = load([DATA / "editions"])
EDITIONS = st.sampled_from(CATALOGUE.ids).map(CATALOGUE.edition)
# One answer for each question that an unknown may ask.
FILLINGS = st.fixed_dictionaries(
    {
        "certifying": st.sampled_from(Certifying),
        "alternance": st.booleans(),
        "work_situation_periods": st.booleans(),
        "subcontracting_or_portage": st.booleans(),
        "duration_over_2_days": st.booleans(),
        "activities": st.sampled_from(Category).map(lambda category: (Activity(category=category),)),
    }
)


def computed(edition, profile):
    return applicabilities(edition, Snapshot(edition=edition.id, profile=profile))


def counted(found):
    return {each.indicator for each in found if each.counts}


@given(edition=EDITIONS, profile=profiles, category=st.sampled_from(Category))
def test_adding_a_category_never_removes_an_indicator(edition, profile, category):
    if category in profile.categories:
        wider = profile
    else:
        wider = replace(profile, activities=(*profile.activities, Activity(category=category)))

    assert counted(computed(edition, profile)) <= counted(computed(edition, wider))


@given(edition=EDITIONS, profile=profiles, filling=FILLINGS)
def test_answering_what_an_unknown_asks_never_leaves_it_unknown(edition, profile, filling):
    for indicator, each in zip(edition.indicators, computed(edition, profile), strict=True):
        answered = replace(profile, **{name: filling[name] for name in each.asks})
        again = applicability(edition, indicator, answered)

        assert again.asks == ()
        assert again.answer is not Answer.UNKNOWN or again.reason.startswith("À confirmer : aucune source")


@given(edition=EDITIONS, profile=profiles)
def test_scope_asks_nothing_once_everything_is_answered(edition, profile):
    activities = profile.activities or (Activity(category=Category.TRAINING),)
    answered = replace(
        profile,
        activities=tuple(replace(each, new_entrant=bool(each.new_entrant)) for each in activities),
        audit=replace(profile.audit, kind=profile.audit.kind or AuditKind.SURVEILLANCE),
        last_audit=profile.last_audit or LastAudit(),
    )

    asked = [each.in_scope.asks for each in computed(edition, answered)]

    assert asked == [()] * len(edition.indicators)


@given(edition=EDITIONS, snapshot=snapshots())
def test_counts_add_up(edition, snapshot):
    found = applicabilities(edition, snapshot)
    total = summary(found)

    assert total.applicable + total.not_applicable + total.to_confirm == len(found) == len(edition.indicators)
    assert total.disputed <= total.applicable
    assert total.overruled == sum(
        rating.applicable is not None for rating in snapshot.ratings if rating.indicator in edition.numbers
    )


@given(edition=EDITIONS, snapshot=snapshots())
def test_answer_agrees_with_its_parts(edition, snapshot):
    for each in applicabilities(edition, snapshot):
        parts = each.by_category
        assert [part.category for part in parts] == list(snapshot.profile.categories)
        assert (each.counts is None) == (each.answer is Answer.UNKNOWN)
        assert (each.dispute is not None) == (each.answer is Answer.DISPUTED)
        assert bool(each.categories) == bool(each.counts and parts)
        assert "\0" not in each.reason + each.computed_reason + "".join(part.reason for part in parts)


@pytest.mark.parametrize("identifier", CATALOGUE.ids)
def test_every_unknown_either_asks_something_or_is_the_law_s(identifier):
    edition = CATALOGUE.edition(identifier)

    for each in computed(edition, Snapshot(edition="x").profile):
        assert bool(each.asks) == (each.answer is Answer.UNKNOWN)
