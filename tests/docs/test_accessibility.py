"""docs/accessibility.md gives the result of each of the 106 criteria once, and the statement page the rate that follows."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from django.urls import reverse

from auditblanc.web import accessibility
from tests.pages import texts

PAGE = (Path(__file__).parents[2] / "docs" / "accessibility.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+\.\d+) \| ([^|]+) \| (C|NC|NA) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
# How many criteria each of the thirteen themes has.
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)


def test_every_criterion_is_there_once_in_order():
    assert [row[0] for row in ROWS] == [
        f"{theme}.{number}" for theme, count in enumerate(THEMES, 1) for number in range(1, count + 1)
    ]


def test_pages_are_those_that_the_sample_names():
    sample = PAGE.partition("## Ce qui a été regardé")[2].partition("## Ce qui ne l’a pas été")[0]
    named = set(re.findall(r"^\| (\w+) \| ", sample, re.MULTILINE)) - {"Sigle"}

    assert {word for row in ROWS for word in row[4].split(", ")} <= named


def test_the_rate_is_that_of_the_table():
    result = Counter(row[2] for row in ROWS)
    applicable = result["C"] + result["NC"]

    told = re.search(r"(\d+) sur (\d+), soit (\d+) % ; (\d+) critères sont sans objet", PAGE)

    assert told
    rate = 100 * result["C"] // applicable
    assert tuple(map(int, told.groups())) == (result["C"], applicable, rate, result["NA"])


def test_the_statement_tells_the_rate_of_the_table(client):
    result = Counter(row[2] for row in ROWS)
    applicable = result["C"] + result["NC"]

    assert (len(ROWS), applicable, result["C"]) == (accessibility.CRITERIA, accessibility.APPLICABLE, accessibility.MET)
    title = texts(client.get(reverse("accessibility")), "//main//*[@class='notice-title']")
    rate = 100 * result["C"] // applicable
    assert title == [f"{result['C']} critères respectés sur {applicable} qui s’appliquent, soit {rate} %"]
