"""After 60 days the texts are to be looked at again, and a person is told where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from auditblanc.domain.edition_check import checked_sentence, needs_checking
from auditblanc.domain.referential import Unknown


@pytest.fixture
def edition(catalogue):
    told = (
        Unknown(topic="Guide", sentence="Pas encore publié.", where_to_look="page Qualiopi du ministère"),
        Unknown(topic="Seuil", sentence="Pas encore publié.", where_to_look="page Qualiopi du ministère"),
        Unknown(topic="Usage", sentence="Nulle part."),
    )
    return replace(catalogue.edition("2026-v9"), checked_on=date(2026, 11, 22), unknowns=told)


@pytest.mark.parametrize(("days", "expected"), [(0, False), (60, False), (61, True)])
def test_texts_need_checking_after_sixty_days(edition, days, expected):
    assert needs_checking(edition, edition.checked_on + timedelta(days=days)) is expected


def test_fresh_texts_say_the_day(edition):
    assert checked_sentence(edition, date(2026, 12, 1)) == "Textes vérifiés le 22 novembre 2026."


def test_old_texts_say_where_to_look_once_each(edition):
    assert checked_sentence(edition, date(2027, 6, 1)) == (
        "Textes vérifiés le 22 novembre 2026 : à vérifier, plus de 60 jours ont passé. Où regarder : page Qualiopi du ministère."
    )


def test_old_texts_without_a_place_say_so_alone(edition):
    assert checked_sentence(replace(edition, unknowns=()), date(2027, 6, 1)) == (
        "Textes vérifiés le 22 novembre 2026 : à vérifier, plus de 60 jours ont passé."
    )
