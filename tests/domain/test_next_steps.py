from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.forecast import forecast
from auditblanc.domain.next_steps import Why, next_steps
from auditblanc.domain.snapshot import Rating, Review
from tests.domain.assessments import TRAINER, activities, assessed, rated, split
from tests.strategies import snapshots

EDITION = load().edition("2026-v9")
SHORT, HOUR, DAY = Effort
DATED = Evidence(title="Dossier", indicators=EDITION.numbers, content_date=date(2026, 9, 1))


def steps(*ratings, evidence=(DATED,), profile=TRAINER, limit=50):
    """What is asked when every other indicator is ready and proved."""
    given_numbers = {rating.indicator for rating in ratings}
    others = (rated(number, 1) for number in EDITION.numbers if number not in given_numbers)
    every = sorted((*ratings, *others), key=lambda rating: rating.indicator)
    snapshot = replace(assessed(EDITION, *every, profile=profile), evidence=evidence)
    return next_steps(EDITION, snapshot, forecast(EDITION, snapshot), limit=limit)


def told(found):
    return [(step.indicator, step.why, step.sentence) for step in found]


def timed(number, level, effort):
    return replace(rated(number, level), effort=effort)


def test_nothing_is_asked_of_what_is_ready_and_proved():
    assert steps() == ()


def test_reasons_come_in_their_order():
    found = steps(
        timed(1, 2, DAY),
        timed(2, 2, SHORT),
        rated(5, None),
        rated(8, None),
        Rating(indicator=11, review=Review.NEW),
        replace(rated(12, 1), review=Review.LOOK_AGAIN),
        evidence=(replace(DATED, indicators=tuple(number for number in EDITION.numbers if number != 30)),),
    )

    assert told(found) == [
        (12, Why.LOOK_AGAIN, "Le texte a changé depuis votre réponse : relisez-la."),
        (11, Why.NEW, "Cet indicateur est nouveau pour vous : évaluez-le."),
        (5, Why.RATE_MAJOR_ONLY, "Pas encore évalué, et un écart ne pourrait y être que majeur."),
        (2, Why.CLOSE_GAP, "Niveau partiel, à combler en 15 minutes selon vous : écart mineur plausible."),
        (8, Why.RATE, "Pas encore évalué."),
        (30, Why.NOTE_PROOF, "Évalué prêt sans aucune preuve : notez au moins ce que vous montrerez."),
        (
            1,
            Why.START_LONG_GAP,
            "Niveau partiel, à combler en 1 journée selon vous : écart mineur plausible. Commencez par noter ce qui existe déjà.",
        ),
    ]
    assert found[2].title == EDITION.indicator(5).title


def test_gaps_go_from_the_shortest_then_the_gravest():
    found = steps(timed(1, 2, SHORT), timed(4, 3, HOUR), timed(9, 3, SHORT), timed(5, 2, HOUR), timed(2, 2, SHORT))

    assert [step.indicator for step in found] == [9, 1, 2, 4, 5]


def test_the_effort_that_auditblanc_suggests_is_said_to_be_its_own():
    found = steps(rated(9, 2))

    assert told(found) == [
        (9, Why.CLOSE_GAP, "Niveau partiel, à combler en 15 minutes selon Auditblanc : écart mineur plausible.")
    ]


def test_a_gap_of_which_no_gravity_is_plausible_yet_is_possible():
    profile = replace(TRAINER, activities=activities(AF=False, BC=False))

    found = steps(replace(split(1, AF=3, BC=None), effort=SHORT), profile=profile)

    assert found[0].sentence == "Niveau manquant, à combler en 15 minutes selon vous : écart majeur plausible."


def test_proofs_without_a_date_are_to_be_dated():
    found = steps(evidence=(replace(DATED, content_date=None), replace(DATED, indicators=EDITION.numbers[1:])))

    assert told(found) == [
        (1, Why.DATE_PROOF, "Évalué prêt, mais aucune preuve n’est datée : donnez la date d’un contenu.")
    ]


def test_what_is_not_known_to_apply_is_to_be_confirmed():
    found = steps(rated(27, None), profile=replace(TRAINER, subcontracting_or_portage=None))

    assert told(found) == [
        (27, Why.CONFIRM, "Pas encore évalué, et il reste à confirmer qu’il vous concerne."),
    ]


def test_what_does_not_apply_or_does_not_count_asks_for_nothing():
    assert steps(rated(3, 3), rated(33, None)) == ()


def test_the_limit_is_kept():
    assert [step.indicator for step in steps(rated(4, None), rated(5, None), rated(6, None), limit=2)] == [4, 5]


@given(snapshot=snapshots(), limit=st.integers(0, 40))
def test_each_indicator_comes_once_in_the_order_of_reasons(snapshot, limit):
    found = next_steps(EDITION, snapshot, forecast(EDITION, snapshot), limit=limit)

    numbers = [step.indicator for step in found]
    ranks = [tuple(Why).index(step.why) for step in found]
    assert len(set(numbers)) == len(numbers) <= limit
    assert ranks == sorted(ranks)
