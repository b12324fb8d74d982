"""The totals, against every combination that the lines leave possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.forecast import DISCLAIMER, TITLE, forecast
from auditblanc.domain.profile import Audit, Certifying
from auditblanc.domain.rulebook import Certainty
from auditblanc.domain.scenarios import Total, total
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from tests.conftest import DATA
from tests.domain.assessments import TRAINER, activities, assessed, rated
from tests.strategies import profiles, ratings

CATALOGUE = load([DATA / "editions"])
EDITION = CATALOGUE.edition("2026-v9")
EVERYTHING = replace(
    TRAINER,
    activities=activities(AF=False, CFA=False),
    certifying=Certifying.RNCP,
    alternance=True,
    work_situation_periods=True,
    subcontracting_or_portage=True,
)


@dataclass(frozen=True)
class Extract:
    """At most five indicators of an edition, with its own number of minors that make a major. Short to print."""

    identifier: str
    numbers: tuple[int, ...]
    minors_equal_to_a_major: int

    @property
    def edition(self):
        whole = CATALOGUE.edition(self.identifier)
        rule = replace(whole.rules.forecast, minors_equal_to_a_major=self.minors_equal_to_a_major)
        kept = tuple(indicator for indicator in whole.indicators if indicator.number in self.numbers)
        return replace(whole, indicators=kept, rules=replace(whole.rules, forecast=rule))


@st.composite
def extracts(draw):
    edition = draw(st.sampled_from(["2026-v9", "autre-2027"]))
    numbers = draw(st.sets(st.sampled_from(CATALOGUE.edition(edition).numbers), min_size=1, max_size=5))
    return Extract(edition, tuple(sorted(numbers)), draw(st.integers(1, 5)))


@st.composite
def small_cases(draw):
    extract = draw(extracts())
    rated_ones = tuple(draw(ratings(number)) for number in extract.numbers)
    return extract, Snapshot(edition=extract.identifier, profile=draw(profiles), ratings=rated_ones)


@given(small_cases())
def test_best_and_worst_are_the_least_and_the_most_of_all_combinations(case):
    extract, snapshot = case
    points = forecast(extract.edition, snapshot)
    threshold = extract.minors_equal_to_a_major

    reached = [total(each, threshold) for each in product(*(line.severities for line in points.lines))]

    for figure in ("majors", "counted_majors", "gaps", "is_blocking"):
        figures = [getattr(one, figure) for one in reached]
        assert (getattr(points.best, figure), getattr(points.worst, figure)) == (min(figures), max(figures))
    assert points.plausible is None or points.plausible in reached


@given(small_cases())
def test_plausible_is_stated_exactly_when_all_that_counts_is_rated(case):
    extract, snapshot = case

    points = forecast(extract.edition, snapshot)

    counting = [line for line in points.lines if line.counts is not False]
    blank = {line.indicator for line in counting if snapshot.rating(line.indicator).level is None}
    whole = {rating.indicator for rating in snapshot.ratings if not rating.by_category}
    stated = [line for line in points.lines if line.indicator not in points.unrated]
    assert (points.plausible is None) == bool(points.unrated)
    assert blank & whole <= set(points.unrated)
    assert [line for line in stated if line.range.plausible not in line.severities] == []


@given(extracts(), profiles, st.data())
def test_rating_an_unrated_indicator_never_widens_the_range(extract, profile, data):
    edition = extract.edition
    number = data.draw(st.sampled_from(edition.numbers))
    level = data.draw(st.sampled_from(Level))

    before = forecast(edition, assessed(edition, profile=profile))
    after = forecast(edition, assessed(edition, rated(number, level), profile=profile))

    assert before.best.counted_majors <= after.best.counted_majors
    assert after.worst.counted_majors <= before.worst.counted_majors
    for unrated, known in zip(before.lines, after.lines, strict=True):
        assert unrated.range.best.rank <= known.range.best.rank
        assert known.range.worst.rank <= unrated.range.worst.rank


@given(extracts(), profiles, st.data())
def test_improving_one_level_never_worsens_any_scenario(extract, profile, data):
    edition = extract.edition
    levels = [data.draw(st.sampled_from(Level)) for _ in edition.numbers]
    changed = data.draw(st.integers(0, len(levels) - 1))
    better = [Level(max(1, level - (place == changed))) for place, level in enumerate(levels)]

    before, after = (
        forecast(edition, assessed(edition, *map(rated, edition.numbers, each), profile=profile))
        for each in (levels, better)
    )

    for scenario in ("best", "plausible", "worst"):
        was, now = getattr(before, scenario), getattr(after, scenario)
        assert now.counted_majors <= was.counted_majors
        assert now.gaps <= was.gaps
        assert not (now.is_blocking and not was.is_blocking)


def test_all_ready_leaves_no_gap_and_no_promise():
    ready = forecast(EDITION, assessed(EDITION, *(rated(number, 1) for number in EDITION.numbers), profile=EVERYTHING))

    nothing = Total(majors=0, minors=0, minors_as_major=False)
    assert (ready.best, ready.plausible, ready.worst) == (nothing, nothing, nothing)
    assert ready.possible_gaps == ()


def test_all_partial_makes_minors_where_possible_and_majors_elsewhere():
    """15 gradable and 17 major only (rnq § 2: ART5, FAQ3, CFCT), and 33, gradable by default."""
    partial = forecast(EDITION, assessed(EDITION, *(rated(n, 2) for n in EDITION.numbers), profile=EVERYTHING))

    assert partial.best == Total(majors=0, minors=0, minors_as_major=False)
    assert partial.plausible == Total(majors=17, minors=16, minors_as_major=True)
    assert partial.worst == Total(majors=33, minors=0, minors_as_major=False)
    assert partial.disputed == (33,)


def test_five_minors_make_the_plausible_scenario_blocking():
    gradable = [1, 2, 9, 17, 18]
    levels = {number: 2 if number in gradable else 1 for number in EDITION.numbers}

    points = forecast(EDITION, assessed(EDITION, *(rated(n, level) for n, level in levels.items())))

    assert points.plausible == Total(majors=0, minors=5, minors_as_major=True)
    assert points.plausible.is_blocking
    assert not points.best.is_blocking


def test_one_indicator_left_unrated_leaves_no_plausible_total():
    levels = dict.fromkeys(EDITION.numbers, 1) | {5: None}

    points = forecast(EDITION, assessed(EDITION, *(rated(n, level) for n, level in levels.items())))

    assert points.plausible is None
    assert points.unrated == (5,)
    assert points.worst == Total(majors=1, minors=0, minors_as_major=False)


def test_unrated_indicators_that_do_not_apply_do_not_matter():
    """The trainer has 22 indicators of 33 (QUALIVIEW22)."""
    points = forecast(EDITION, assessed(EDITION))

    assert len(points.unrated) == len(points.lines) == 22


def test_forecast_names_its_rule_its_edition_and_its_sources():
    points = forecast(EDITION, assessed(EDITION, rated(1, 2)))

    assert points.edition == "2026-v9"
    assert points.certainty is Certainty.INFERENCE
    assert points.sources == EDITION.rules.forecast.sources
    assert points.note.startswith("Lecture d’Auditblanc")
    assert {line.sources for line in points.lines} == {points.sources}


@pytest.mark.parametrize(
    ("number", "level", "rule"),
    [
        (1, 1, "Niveau 1 (tous les éléments), écart mineur possible : aucun écart."),
        (
            1,
            2,
            "Niveau 2 (il en manque), écart mineur possible : au mieux aucun écart, plausible écart mineur, au pire écart majeur.",
        ),
        (
            1,
            3,
            "Niveau 3 (aucun élément), écart mineur possible : au mieux écart mineur, plausible écart majeur, au pire écart majeur.",
        ),
        (1, None, "Non évalué, écart mineur possible : au mieux aucun écart, au pire écart majeur."),
        (4, 3, "Niveau 3 (aucun élément), écart majeur seulement : écart majeur."),
    ],
)
def test_each_line_tells_the_rule_that_was_applied(number, level, rule):
    points = forecast(EDITION, assessed(EDITION, rated(number, level)))

    told = {line.indicator: line.rule for line in points.lines}
    assert told[number] == rule


def test_forecast_counts_the_deadlines_from_the_audit():
    dated = replace(TRAINER, audit=Audit(kind=AuditKind.INITIAL, first_day=date(2027, 1, 11)))

    assert forecast(EDITION, assessed(EDITION, profile=dated)).deadlines.days.major_by == date(2027, 4, 11)
    assert forecast(EDITION, assessed(EDITION)).deadlines.days is None


def test_forecast_of_an_assessment_where_nothing_applies_is_empty():
    put_aside = [Rating(indicator=n, applicable=False, reason="Essai") for n in EDITION.numbers]

    assert forecast(EDITION, assessed(EDITION, *put_aside)).lines == ()


def test_title_and_disclaimer_are_those_of_every_page():
    assert TITLE == "Points de vigilance d’après vos réponses"
    assert DISCLAIMER == (
        "Estimation calculée à partir de vos seules réponses. Seul l’organisme certificateur constate et qualifie les écarts."
    )
