"""Short questions to a reading, so that tests read as sentences."""

from __future__ import annotations

from auditblanc.domain.catalogue import load
from auditblanc.interchange.form_reader import read

CATALOGUE = load()


def reading(form):
    return read(form.bytes, CATALOGUE)


def doubts(found):
    """Each doubt as indicator, cell and sentence."""
    return [(problem.indicator, str(problem.cell), problem.message) for problem in found.problems]


def answers(found):
    """Level and text of the indicators that have either."""
    return {
        rating.indicator: (rating.level, rating.presentation)
        for rating in found.snapshot.ratings
        if not rating.is_blank
    }
