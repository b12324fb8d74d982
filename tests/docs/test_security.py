"""docs/security.md names files that exist, each line of the standard once, and sums that agree."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
# Levels 1 and 2 of version 4.0.3, chapter by chapter, without what it withdrew.
LINES = {1: 38, 2: 53, 3: 18, 4: 9, 5: 30, 6: 13, 7: 12, 8: 15, 9: 7, 10: 5, 11: 8, 12: 15, 13: 13, 14: 23}


def test_each_line_of_the_standard_stands_there_once():
    numbers = [number for number, *_ in ROWS]

    assert len(numbers) == len(set(numbers))
    assert Counter(int(each.partition(".")[0]) for each in numbers) == LINES


def test_every_file_and_test_named_exists():
    named = {
        each for each in re.findall(r"`([\w./-]+)`", PAGE) if re.match(r"(src|tests|docs|tools|requirements)/", each)
    }

    assert {each for each in named if not (ROOT / each).exists()} == set()
    assert len(named) > 80


def test_the_sums_are_those_of_the_lines():
    told = dict(re.findall(r"^\| (met|partly|not met|not applicable|all) \| (\d+) \|$", PAGE, re.MULTILINE))
    counts = Counter(result for _, _, result, _ in ROWS)

    assert {name: int(count) for name, count in told.items()} == {**counts, "all": len(ROWS)}


def test_what_is_met_says_how():
    assert [number for number, _, result, how in ROWS if result == "met" and len(how.strip()) < 4] == []
