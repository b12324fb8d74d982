"""What values are called on screen: one French word each, none forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.action import ActionState, Origin, Priority
from auditblanc.domain.dates import month_in_french
from auditblanc.domain.evidence import DossierKind, Evidence
from auditblanc.domain.french import weighed


@pytest.mark.parametrize("kind", [ActionState, Priority, Origin, DossierKind])
def test_each_value_has_a_word_of_its_own(kind):
    labels = [each.label for each in kind]

    assert len(set(labels)) == len(list(kind))
    assert all(label[0].isupper() for label in labels)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 o"),
        (840, "840 o"),
        (1_000, "1 ko"),
        (12_400, "12 ko"),
        (2_400_000, "2,4 Mo"),
        (50_000_000, "50 Mo"),
        (1_500_000_000, "1,5 Go"),
    ],
)
def test_a_size_is_told_as_systems_show_it(size, words):
    assert weighed(size) == words


def test_a_month_is_written_out():
    assert month_in_french(date(2027, 3, 9)) == "mars 2027"


@pytest.mark.parametrize(
    ("place", "is_link"),
    [("https://exemple.fr/a", True), ("http://exemple.fr", True), ("Classeur A", False), ("javascript:x", False)],
)
def test_only_an_address_of_the_web_is_a_link(place, is_link):
    assert Evidence(title="Catalogue", indicators=(1,), place=place).is_link is is_link
