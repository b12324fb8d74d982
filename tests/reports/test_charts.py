from __future__ import annotations

import re

import pytest
from lxml import etree

from auditblanc.domain.progress import CriterionProgress, Tally
from auditblanc.reports import charts

SVG = "{http://www.w3.org/2000/svg}"


def criteria(*tallies):
    return tuple(
        CriterionProgress(criterion=number, title=f"Titre {number}", tally=tally)
        for number, tally in enumerate(tallies, start=1)
    )


SEVEN = criteria(
    Tally(ready=1, partial=2),
    Tally(ready=4, partial=1),
    Tally(ready=3, partial=1, missing=1),
    Tally(ready=2, unrated=1),
    Tally(partial=1, missing=1),
    Tally(),
    Tally(ready=1),
)
DRAWN = [charts.radar(SEVEN), charts.bars(SEVEN)]


@pytest.mark.parametrize("svg", DRAWN)
def test_a_chart_is_an_image_with_a_title_and_a_description(svg):
    root = etree.fromstring(svg)

    named = root.get("aria-labelledby").split()
    assert (root.get("role"), [root.find(f"{SVG}title").get("id"), root.find(f"{SVG}desc").get("id")]) == ("img", named)


@pytest.mark.parametrize("svg", DRAWN)
def test_a_chart_passes_a_strict_content_policy(svg):
    assert re.findall(r"\sstyle=|<style|<script|\son\w+=|href=", svg) == []


@pytest.mark.parametrize("svg", DRAWN)
def test_everything_drawn_has_a_class_that_a_page_can_theme(svg):
    root = etree.fromstring(svg)
    drawn = [node for node in root.iter() if node.get("fill") or node.get("stroke")]

    assert [etree.tostring(node) for node in drawn if not node.get("class")] == []


@pytest.mark.parametrize("chart", [charts.radar, charts.bars])
def test_two_charts_of_one_page_share_no_identifier(chart):
    first, second = (set(re.findall(r'id="([^"]+)"', chart(SEVEN, name=name))) for name in ("a", "b"))

    assert (len(first) > 1, first & second) == (True, set())


def test_each_level_of_the_bars_has_a_grain_of_its_own():
    fills = {
        level: set(re.findall(rf'class="chart-{level}-bar" fill="([^"]+)"', charts.bars(SEVEN)))
        for level in ("ready", "partial", "missing", "unrated")
    }

    assert fills == {
        "ready": {"#1b6e3c"},
        "partial": {"url(#bars-partial)"},
        "missing": {"url(#bars-missing)"},
        "unrated": {"#ffffff"},
    }


def test_the_alternative_of_the_radar_says_both_shares():
    told = charts.radar_alternative(SEVEN)

    assert told.split(". ") == [
        "Critère 1 : 1 prêt et 3 évalués sur 3",
        "Critère 2 : 4 prêts et 5 évalués sur 5",
        "Critère 3 : 3 prêts et 5 évalués sur 5",
        "Critère 4 : 2 prêts et 2 évalués sur 3",
        "Critère 5 : 0 prêt et 2 évalués sur 2",
        "Critère 6 : sans objet",
        "Critère 7 : 1 prêt et 1 évalué sur 1.",
    ]


def test_the_alternative_of_the_bars_says_each_level_present():
    told = charts.bars_alternative(SEVEN).split(". ")

    assert told[2:6] == [
        "Critère 3 : 3 prêts, 1 partiel, 1 manquant",
        "Critère 4 : 2 prêts, 1 non évalué",
        "Critère 5 : 1 partiel, 1 manquant",
        "Critère 6 : sans objet",
    ]


def test_rows_hold_the_figures_of_the_charts():
    assert charts.rows(SEVEN)[3] == ("Critère 4", "3", "2", "0", "0", "1")
    assert {len(row) for row in charts.rows(SEVEN)} == {len(charts.HEADER)}


def test_an_axis_on_which_nothing_applies_has_no_point():
    assert charts.radar(SEVEN).count("<circle") - 1 == 6  # one more in the legend


def test_a_point_stands_at_its_share_of_the_axis():
    """The first axis goes up from (280, 200), 140 long: a third of it for 1 ready of 3."""
    assert re.search(r'<circle cx="280.0" cy="(\S+)"', charts.radar(SEVEN))[1] == f"{200 - 140 / 3:.1f}"


@pytest.mark.parametrize("tallies", [(), (Tally(),), (Tally(), Tally(ready=1))])
@pytest.mark.parametrize("chart", [charts.radar, charts.bars])
def test_a_chart_of_little_is_still_a_picture(chart, tallies):
    assert etree.fromstring(chart(criteria(*tallies))).tag == f"{SVG}svg"
