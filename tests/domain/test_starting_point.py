"""What one assessment lends to others, and where it is laid: never a level, never over a word that is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given

from auditblanc.domain.action import Action, ActionState
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.domain.starting_point import laid, lent
from tests import people
from tests.strategies import snapshots

DONE = Action(what="Écrire la procédure", state=ActionState.DONE, done_on=date(2026, 5, 1))
OPEN = Action(what="Publier les résultats", indicators=(2,), owner="Line", due=date(2026, 5, 1), cause="Oubli")
TEMPLATE = Snapshot(
    edition="2026-v9",
    title="Modèle",
    profile=people.PROFILE,
    ratings=(
        Rating(indicator=1, level=Level.READY, presentation="La page « Nos formations »."),
        Rating(indicator=2, level=Level.MISSING, applicable=True, reason="Oui", presentation="Les taux."),
        Rating(indicator=3, level=Level.READY),
    ),
    actions=(DONE, OPEN),
)


def test_only_texts_and_what_is_to_do_are_lent():
    assert lent(TEMPLATE) == Snapshot(
        edition="2026-v9",
        title="Modèle",
        ratings=(
            Rating(indicator=1, presentation="La page « Nos formations »."),
            Rating(indicator=2, presentation="Les taux."),
        ),
        actions=(Action(what="Publier les résultats", indicators=(2,)),),
    )


def test_actions_are_lent_where_they_are_asked_for():
    assert lent(TEMPLATE, with_actions=False).actions == ()


def test_a_text_goes_to_a_blank_cell_alone(catalogue):
    mine = Rating(indicator=1, level=Level.PARTIAL, presentation="Le catalogue.")
    begun = laid(lent(TEMPLATE), replace(people.SNAPSHOT, ratings=(mine,)), catalogue.edition("2026-v9"))

    assert begun.ratings == (mine, Rating(indicator=2, presentation="Les taux."))


def test_what_does_not_concern_the_provider_is_left_out(catalogue):
    # Apprenticeship alone: a training provider is not asked indicator 14.
    template = Snapshot(edition="2026-v9", ratings=(Rating(indicator=14, presentation="Les livrets."),))

    begun = laid(template, replace(people.SNAPSHOT, ratings=()), catalogue.edition("2026-v9"))

    assert begun.ratings == ()


def test_an_action_that_is_planned_already_is_not_planned_twice(catalogue):
    planned = replace(people.SNAPSHOT, actions=(OPEN,))

    assert laid(lent(TEMPLATE), planned, catalogue.edition("2026-v9")).actions == (OPEN,)


@given(template=snapshots(), on=snapshots())
def test_nothing_written_changes_and_no_level_comes(catalogue, template, on):
    begun = laid(lent(template), on, catalogue.edition("2026-v9"))

    for number in {each.indicator for each in begun.ratings}:
        before, after = on.rating(number), begun.rating(number)
        assert replace(after, presentation=before.presentation) == before
        assert before.presentation in ("", after.presentation)
    assert replace(begun, ratings=(), actions=()) == replace(on, ratings=(), actions=())
