"""From one edition to another: what follows, what is to look at again, what is left, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.bridge import bridge
from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Category, Gravity
from auditblanc.domain.edition_path import PathError
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Activity, Finding, LastAudit, Profile
from auditblanc.domain.snapshot import CategoryLevel, FieldVersions, Level, Rating, Review, Snapshot
from tests.domain.invented import EDITIONS
from tests.strategies import snapshots

CATALOGUE = load([EDITIONS])
FAMILY = tuple(identifier for identifier in CATALOGUE.ids if identifier != "autre-2027")
# Each one with one that lies on its way.
WAYS = [
    ("2019-v7", "2019-v9", "2026-v9"),
    ("2019-v9", "2026-v9", "2026-v10-inventee"),
    ("2026-v10-inventee", "2026-v9", "2019-v7"),
    ("2026-v10-inventee", "2026-v9", "2026-gravite-inventee"),
]

NOTED = Rating(
    indicator=12,
    level=Level.MISSING,
    presentation="Charte contre les violences.",
    by_category=(
        CategoryLevel(category=Category.TRAINING, level=Level.READY),
        CategoryLevel(category=Category.APPRENTICESHIP, level=Level.MISSING),
    ),
    effort=Effort.DAY,
    ticked=("Une sorte que le nouveau texte ne cite pas",),
    versions=FieldVersions(level=2, presentation=5),
)


@st.composite
def noted(draw, edition):
    return draw(snapshots(edition=edition, numbers=CATALOGUE.edition(edition).numbers))


def carried(*ratings, start="2019-v9", end="2026-v9"):
    return bridge(CATALOGUE, Snapshot(edition=start, ratings=ratings), end)


def rated(number, **fields):
    return Rating(indicator=number, **({"level": Level.READY} | fields))


def test_a_rating_that_the_new_text_leaves_alone_is_kept():
    assert carried(rated(4)).snapshot.rating(4) == rated(4, review=Review.KEPT, carried_from="2019-v9")


def test_a_change_of_form_keeps_the_rating_and_is_told():
    found = carried(rated(9))

    assert found.snapshot.rating(9).review is Review.KEPT
    assert len(found.lines[8].changes.summaries) == 1


def test_a_change_of_substance_asks_to_look_again_and_carries_everything():
    found = carried(NOTED)

    assert found.snapshot.rating(12) == replace(NOTED, review=Review.LOOK_AGAIN, carried_from="2019-v9")


def test_a_new_indicator_is_marked_even_when_nothing_is_noted():
    assert carried().snapshot.ratings == (Rating(indicator=33, review=Review.NEW),)


def test_an_empty_rating_has_nothing_to_look_at_again():
    empty = Rating(indicator=12, effort=Effort.HOUR)

    assert carried(empty).snapshot.rating(12) == empty


def test_a_decision_on_applicability_is_looked_at_again_too():
    decided = Rating(indicator=12, applicable=False, reason="Aucune formation longue.")

    assert carried(decided).snapshot.rating(12).review is Review.LOOK_AGAIN


@pytest.mark.parametrize(
    ("rating", "review"),
    [
        (rated(4, review=Review.LOOK_AGAIN), Review.LOOK_AGAIN),
        (rated(4, review=Review.KEPT), Review.KEPT),
        (rated(4, review=Review.NEW), Review.KEPT),
        (Rating(indicator=33, review=Review.NEW), Review.NEW),
        (Rating(indicator=4, review=Review.LOOK_AGAIN), None),
    ],
    ids=["still to look at", "kept again", "new, rated since", "new, not rated yet", "emptied since"],
)
def test_what_an_earlier_bridge_left_to_do_is_still_to_do(rating, review):
    found = carried(rating, start="2026-v9", end="2026-gravite-inventee")

    assert found.snapshot.rating(rating.indicator).review is review


def test_the_edition_first_written_on_is_remembered():
    first = carried(rated(4), start="2019-v7", end="2019-v9")

    second = bridge(CATALOGUE, first.snapshot, "2026-v9")

    assert second.snapshot.rating(4).carried_from == "2019-v7"


def test_going_back_leaves_the_new_indicator_behind_and_says_so():
    start = Snapshot(
        edition="2026-v9",
        ratings=(
            rated(4),
            Rating(
                indicator=33,
                level=Level.PARTIAL,
                presentation="Questionnaire.",
                applicable=True,
                reason="Un apprenti.",
                by_category=(CategoryLevel(category=Category.APPRENTICESHIP, level=Level.PARTIAL),),
                effort=Effort.DAY,
                ticked=("Plan d’amélioration",),
            ),
        ),
        evidence=(
            Evidence(title="Enquête", indicators=(30, 33), holder="Alice"),
            Evidence(title="Bilan", indicators=(33,)),
            Evidence(title="Programme", indicators=(6,)),
        ),
    )

    found = bridge(CATALOGUE, start, "2019-v9")

    assert [rating.indicator for rating in found.snapshot.ratings] == [4]
    assert found.snapshot.evidence == (
        Evidence(title="Enquête", indicators=(30,), holder="Alice"),
        Evidence(title="Programme", indicators=(6,)),
    )
    assert found.left_behind.ratings == start.ratings[1:]
    assert found.left_behind.evidence == start.evidence[1:2]
    assert found.left_behind.links == (Evidence(title="Enquête", indicators=(33,), holder="Alice"),)
    assert found.left_behind.sentences == (
        "Indicateur 33, absent de « 2019-v9 » : restent dans l’évaluation de départ le niveau « Partiel », les niveaux par catégorie, le texte, la décision motivée d’applicabilité, le temps estimé (1 journée) et les sortes de preuve cochées.",
        "Preuve « Bilan », citée pour 33, absent de « 2019-v9 » : elle reste dans l’évaluation de départ.",
        "Preuve « Enquête », citée pour 33, absent de « 2019-v9 » : ce lien reste dans l’évaluation de départ.",
    )


def test_a_mark_alone_is_not_something_left_behind():
    start = Snapshot(edition="2026-v9", ratings=(Rating(indicator=33, review=Review.NEW),))

    assert bridge(CATALOGUE, start, "2019-v9").left_behind.sentences == ()


def test_the_line_of_a_removed_indicator_shows_what_stays():
    start = Snapshot(edition="2026-v9", ratings=(rated(33, review=Review.KEPT),))

    line = bridge(CATALOGUE, start, "2019-v9").lines[32]

    assert (line.rating, line.review, line.is_left) == (start.ratings[0], None, False)


def test_a_rating_of_no_edition_is_left_behind():
    assert carried(rated(40)).left_behind.ratings == (rated(40),)


def test_gaps_of_the_last_audit_stay_on_their_edition():
    gap = Finding(indicator=12, gravity=Gravity.MINOR, edition="2019-v9", words="Pas de procédure.")
    start = Snapshot(edition="2019-v9", profile=Profile(last_audit=LastAudit(findings=(gap,))))

    assert bridge(CATALOGUE, start, "2026-v9").snapshot.profile == start.profile


def test_proofs_are_shown_beside_each_indicator():
    proof = Evidence(title="Enquête", indicators=(30, 32), content_date=date(2026, 3, 1))
    found = bridge(CATALOGUE, Snapshot(edition="2019-v9", evidence=(proof,)), "2026-v9")

    assert [line.changes.indicator for line in found.lines if line.evidence == (proof,)] == [30, 32]


def test_without_a_profile_everything_not_settled_is_left():
    found = carried(*(rated(number) for number in range(1, 33)))

    assert [line.changes.indicator for line in found.reviewed(Review.KEPT)] == [
        *(4, 5, 6, 8, 9, 10, 11, 13, 16, 17, 18, 21, 22, 23, 24, 25, 26, 28, 29, 31)
    ]
    assert [line.changes.indicator for line in found.left] == [1, 2, 3, 7, 12, 14, 15, 19, 20, 27, 30, 32, 33]


def test_what_does_not_concern_the_provider_is_not_left_to_do():
    """A skills-assessment centre with subcontractors: 22 indicators. Source: guide de lecture V9, column « BC »."""
    profile = Profile(
        activities=(Activity(category=Category.SKILLS_ASSESSMENT),),
        subcontracting_or_portage=True,
        work_situation_periods=False,
    )

    found = bridge(CATALOGUE, Snapshot(edition="2019-v9", profile=profile), "2026-v9")

    assert len(found.left) == 22


@pytest.mark.parametrize(
    ("rating", "is_left"),
    [
        (Rating(indicator=4), True),
        (rated(4), False),
        (Rating(indicator=4, applicable=False, reason="Motif."), False),
        (Rating(indicator=12, applicable=False, reason="Motif."), True),
        (rated(12), True),
        (Rating(indicator=33, applicable=True, reason="Motif."), True),
    ],
    ids=["not rated", "kept", "decided against", "decision to look at again", "to look at again", "new"],
)
def test_what_is_left_is_not_rated_to_look_at_again_or_new(rating, is_left):
    line = next(found for found in carried(rating).lines if found.changes.indicator == rating.indicator)

    assert line.is_left is is_left


def test_another_referential_is_refused():
    with pytest.raises(PathError):
        carried(end="autre-2027")


@given(data=st.data(), edition=st.sampled_from(FAMILY))
def test_on_the_same_edition_nothing_changes(data, edition):
    start = data.draw(noted(edition))

    found = bridge(CATALOGUE, start, edition)

    assert found.snapshot is start
    assert found.left_behind.sentences == ()


@given(data=st.data(), start=st.sampled_from(FAMILY), end=st.sampled_from(FAMILY))
def test_nothing_a_person_wrote_is_lost(data, start, end):
    before = data.draw(noted(start))

    found = bridge(CATALOGUE, before, end)

    left = {rating.indicator: rating for rating in found.left_behind.ratings}
    for rating in before.ratings:
        after = left.get(rating.indicator, found.snapshot.rating(rating.indicator))
        assert written(after) == written(rating)
    assert links(found.snapshot.evidence) | links(found.left_behind.evidence + found.left_behind.links) == links(
        before.evidence
    )
    assert (found.snapshot.profile, found.snapshot.title) == (before.profile, before.title)


@given(data=st.data(), way=st.sampled_from(WAYS))
def test_two_bridges_end_to_end_are_one(data, way):
    start, middle, end = way
    before = data.draw(noted(start))

    there = bridge(CATALOGUE, bridge(CATALOGUE, before, middle).snapshot, end).snapshot

    assert there == bridge(CATALOGUE, before, end).snapshot


def written(rating):
    """What a person wrote, without the marks of a bridge."""
    return replace(rating, review=None, carried_from="", versions=FieldVersions())


def links(evidence):
    return {(replace(item, indicators=(number,))) for item in evidence for number in item.indicators}
