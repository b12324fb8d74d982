"""What applies in an assessment, remembered: it hangs on the profile and on decisions, not on levels or texts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.assessments import editions
from auditblanc.domain.applicability import Applicability, applicabilities
from auditblanc.domain.snapshot import Rating, Snapshot

if TYPE_CHECKING:
    from auditblanc.assessments.editions import Look
    from auditblanc.domain.profile import Profile


def applicable(snapshot: Snapshot) -> tuple[Applicability, ...]:
    """As :func:`auditblanc.domain.applicability.applicabilities`, on the edition of the assessment.

    Raises:
        EditionError: it is no longer at hand.
    """
    decisions = tuple(
        Rating(indicator=each.indicator, applicable=each.applicable, reason=each.reason)
        for each in snapshot.ratings
        if each.applicable is not None
    )
    return _remembered(editions.look(), snapshot.edition, snapshot.profile, decisions)


@lru_cache(maxsize=64)
def _remembered(
    look: Look,  # noqa: ARG001 -- part of what is remembered: other files, other answers
    edition: str,
    profile: Profile,
    decisions: tuple[Rating, ...],
) -> tuple[Applicability, ...]:
    known = editions.catalogue().edition(edition)
    return applicabilities(known, Snapshot(edition=edition, profile=profile, ratings=decisions))
