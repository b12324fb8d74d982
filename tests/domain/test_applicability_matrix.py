"""The whole matrix of applicability, category by category, in the three editions.

Source: guide de lecture V9, columns of the categories; annex of decree 2026-728 for the columns of 2026 and for 33.
Grading: order of 6 June 2019, article 5. Domain notes, rnq § 1.1: ● always, ◐ on a condition, ◉ on a condition that
the category meets by nature, — never.
"""

from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicability
from auditblanc.domain.categories import Category
from auditblanc.domain.verdict import Answer
from tests.domain.providers import EVERYTHING, NOTHING, provider

#   AF                             BC                           VAE                          CFA
MATRIX = """
 1 | ●                           | ●                           | ●                           | ●                           | minor
 2 | ●                           | ●                           | ●                           | ●                           | minor
 3 | ◐ certifying                | —                           | ◉ certifying                | ◉ certifying                | minor
 4 | ●                           | ●                           | ●                           | ●                           | major
 5 | ●                           | ●                           | ●                           | ●                           | major
 6 | ●                           | ●                           | ●                           | ●                           | major
 7 | ◐ certifying                | —                           | —                           | ◉ certifying                | major
 8 | ●                           | —                           | —                           | ●                           | minor
 9 | ●                           | ●                           | ●                           | ●                           | minor
10 | ●                           | ●                           | ●                           | ●                           | major
11 | ●                           | ●                           | ●                           | ●                           | major
12 | ◐ duration_over_2_days      | ●                           | ●                           | ●                           | minor
13 | ◐ alternance                | —                           | —                           | ●                           | minor
14 | —                           | —                           | —                           | ●                           | major
15 | —                           | —                           | —                           | ●                           | major
16 | ◐ certifying                | —                           | ◉ certifying                | ◉ certifying                | major
17 | ●                           | ●                           | ●                           | ●                           | minor
18 | ●                           | ●                           | ●                           | ●                           | minor
19 | ●                           | ●                           | ●                           | ●                           | minor
20 | —                           | —                           | —                           | ●                           | major
21 | ●                           | ●                           | ●                           | ●                           | major
22 | ●                           | ●                           | ●                           | ●                           | major
23 | ●                           | ●                           | ●                           | ●                           | minor
24 | ●                           | ●                           | ●                           | ●                           | minor
25 | ●                           | ●                           | ●                           | ●                           | minor
26 | ●                           | ●                           | ●                           | ●                           | major
27 | ◐ subcontracting_or_portage | ◐ subcontracting_or_portage | ◐ subcontracting_or_portage | ◐ subcontracting_or_portage | major
28 | ◐ work_situation_periods    | —                           | —                           | ◉ work_situation_periods    | minor
29 | —                           | —                           | —                           | ●                           | major
30 | ●                           | ●                           | ●                           | ●                           | minor
31 | ●                           | ●                           | ●                           | ●                           | major
32 | ●                           | ●                           | ●                           | ●                           | major
33 | —                           | —                           | —                           | ●                           | minor
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in MATRIX.strip().splitlines()]
EDITIONS = {"2019-v7": 32, "2019-v9": 32, "2026-v9": 33}
CELLS = [
    (edition, int(number), category, *f"{cell} ".split(" ")[:2])
    for edition, count in EDITIONS.items()
    for number, *cells, _ in ROWS[:count]
    for category, cell in zip(Category, cells, strict=True)
]

#  profile:   nothing answered, every condition met, every condition unmet
EXPECTED = {
    "●": (Answer.YES, Answer.YES, Answer.YES),
    "◐": (Answer.UNKNOWN, Answer.YES, Answer.NO),
    "◉": (Answer.YES, Answer.YES, Answer.YES),
    "—": (Answer.NO, Answer.NO, Answer.NO),
}
# Domain notes, rnq § 1.4: whether the limit of two days covers what 2026 added to 12 is not known.
DISPUTED_IN_2026 = (12, Category.TRAINING)


def test_matrix_holds_every_indicator_of_every_edition(catalogue):
    found = {edition: catalogue.edition(edition).numbers for edition in EDITIONS}

    assert found == {edition: tuple(int(row[0]) for row in ROWS[:count]) for edition, count in EDITIONS.items()}


@pytest.mark.parametrize(("edition", "number", "category", "sign", "condition"), CELLS)
def test_cell_of_the_matrix(catalogue, edition, number, category, sign, condition):
    text = catalogue.edition(edition)
    unanswered, met, unmet = EXPECTED[sign]
    if edition == "2026-v9" and (number, category) == DISPUTED_IN_2026:
        unmet = Answer.DISPUTED

    found = [
        applicability(text, text.indicator(number), provider(category, **answers))
        for answers in ({}, EVERYTHING, NOTHING)
    ]

    assert [each.answer for each in found] == [unanswered, met, unmet]
    assert found[0].asks == ((condition,) if sign == "◐" else ())


@pytest.mark.parametrize("edition", EDITIONS)
def test_minor_column_of_the_matrix(catalogue, edition):
    text = catalogue.edition(edition)

    found = ["minor" if applicability(text, each, provider("CFA")).gradable else "major" for each in text.indicators]

    assert found == [row[-1] for row in ROWS[: EDITIONS[edition]]]
