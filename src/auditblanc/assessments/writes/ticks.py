"""Which kinds of proof are said to be ready: ticks that two people set at once all stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.reads.rating import rating
from auditblanc.assessments.writes.ratings import Conflict, Saved, answer

if TYPE_CHECKING:
    from collections.abc import Collection

    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp


def tick(
    assessment: Assessment, indicator: int, *, seen: Collection[str], chosen: Collection[str], stamp: Stamp
) -> Saved | Conflict:
    """Tick what is ``chosen`` and was not ``seen`` as ticked, untick what was seen and is not chosen; nothing else.

    Raises:
        Rating.DoesNotExist: the assessment has no such indicator.
    """
    with writing():
        now = rating(assessment, indicator)
        kept = tuple(kind for kind in now.ticked if kind in chosen or kind not in seen)
        added = tuple(kind for kind in dict.fromkeys(chosen) if kind not in seen and kind not in kept)
        return answer(assessment, replace(now, ticked=kept + added), field="ticked", started_from=0, stamp=stamp)
