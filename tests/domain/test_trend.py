from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.progress import Tally
from auditblanc.domain.snapshot import Rating, Snapshot
from auditblanc.domain.trend import Moves, Point, trend
from tests.domain.assessments import assessed, rated
from tests.domain.providers import provider

CATALOGUE = load()
EDITION = CATALOGUE.edition("2026-v9")
MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 1)


def copy(*ratings):
    return assessed(EDITION, *ratings)


def moves(before, after):
    return trend(CATALOGUE, [(MARCH, before), (JUNE, after)])[1].moves


def test_no_copy_has_no_point():
    assert trend(CATALOGUE, []) == ()


def test_each_copy_is_counted_and_compared_with_the_one_before():
    found = trend(CATALOGUE, [(MARCH, copy(rated(1, 3))), (JUNE, copy(rated(1, 2), rated(2, 1)))])

    assert found == (
        Point(day=MARCH, edition="2026-v9", tally=Tally(missing=1, unrated=21)),
        Point(
            day=JUNE,
            edition="2026-v9",
            tally=Tally(partial=1, ready=1, unrated=20),
            moves=Moves(better=(1,), newly_rated=(2,)),
        ),
    )


def test_copies_are_put_in_the_order_of_their_days_and_keep_theirs_on_one_day():
    first, second, third = copy(rated(1, 3)), copy(rated(1, 2)), copy(rated(1, 1))

    found = trend(CATALOGUE, [(JUNE, second), (MARCH, first), (JUNE, third)])

    assert [(point.day, point.moves) for point in found] == [
        (MARCH, None),
        (JUNE, Moves(better=(1,))),
        (JUNE, Moves(better=(1,))),
    ]


def test_levels_move_both_ways():
    before = copy(rated(1, 1), rated(2, 3), rated(4, 2), rated(5, 2), rated(6, None))
    after = copy(rated(1, 2), rated(2, 1), rated(4, 2), rated(6, 3))

    assert moves(before, after) == Moves(better=(2,), worse=(1,), newly_rated=(6,), no_longer_rated=(5,))


def test_what_no_longer_counts_does_not_move():
    out = Rating(indicator=1, applicable=False, reason="Rien n’est publié.")

    assert moves(copy(rated(1, 3)), copy(out)) == Moves()


def test_a_copy_on_another_edition_is_counted_on_its_own():
    centre = provider("CFA", new_entrant=False, subcontracting_or_portage=True)
    old = Snapshot(edition="2019-v9", profile=centre, ratings=(rated(1, 2),))
    new = replace(old, edition="2026-v9", ratings=(rated(1, 1), rated(33, 3)))

    first, second = trend(CATALOGUE, [(MARCH, old), (JUNE, new)])

    assert (first.edition, first.tally.applicable, second.edition, second.tally.applicable) == (
        "2019-v9",
        32,
        "2026-v9",
        33,
    )
    assert second.moves == Moves(better=(1,), newly_rated=(33,))


def test_an_unknown_edition_is_refused():
    with pytest.raises(EditionError):
        trend(CATALOGUE, [(MARCH, Snapshot(edition="2031-v12"))])
