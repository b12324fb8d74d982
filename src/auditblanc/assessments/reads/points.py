"""Points to watch of many assessments, from their level strings: what a page of the portfolio tells when it is asked.

Nothing of it is kept with the assessment: computed at each save, it would make a save half as long again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.assessments import editions
from auditblanc.assessments.models import CategoryLevel, Rating
from auditblanc.assessments.reads import rows
from auditblanc.domain.categories import Category
from auditblanc.domain.forecast import forecast
from auditblanc.domain.forecast_words import plausible_sentence, range_sentence
from auditblanc.domain.snapshot import CategoryLevel as FrozenLevel
from auditblanc.domain.snapshot import Rating as FrozenRating
from auditblanc.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditblanc.assessments.editions import Look
    from auditblanc.assessments.models import Assessment


@dataclass(frozen=True, slots=True)
class Points:
    """What could be raised, from the best to the worst, and the plausible total or why there is none; a sentence each.

    ``majors``, ``gaps``: at worst, those that count as major and all of them.
    """

    range: str
    plausible: str
    majors: int
    gaps: int


def points(shown: Sequence[Assessment]) -> dict[int, Points]:
    """By the number of the row, in two queries whatever their number; none for one whose text is no longer at hand."""
    decided: dict[int, dict[int, Rating]] = defaultdict(dict)
    for rating in Rating.objects.filter(assessment__in=shown, applicable__isnull=False):
        decided[rating.assessment_id][rating.indicator] = rating
    split: dict[int, dict[int, list[FrozenLevel]]] = defaultdict(lambda: defaultdict(list))
    parts = CategoryLevel.objects.filter(rating__assessment__in=shown).order_by("pk")
    for assessment, number, category, level in parts.values_list(
        "rating__assessment", "rating__indicator", "category", "level"
    ):
        split[assessment][number].append(FrozenLevel(category=Category(category), level=rows.level(level)))
    known, look = editions.catalogue().ids, editions.look()
    return {
        row.pk: _remembered(look, _light(row, decided[row.pk], split[row.pk])) for row in shown if row.edition in known
    }


def _light(row: Assessment, decided: Mapping[int, Rating], split: Mapping[int, list[FrozenLevel]]) -> Snapshot:
    """What the rule looks at, and nothing else."""
    levels = {number: rows.level(int(digit) or None) for number, digit in enumerate(row.levels, start=1)}
    numbers = {number for number, level in levels.items() if level is not None}
    return Snapshot(
        edition=row.edition,
        profile=rows.profile(row.profile),
        ratings=tuple(
            FrozenRating(
                indicator=number,
                level=levels.get(number),
                applicable=decided[number].applicable if number in decided else None,
                reason=decided[number].reason if number in decided else "",
                by_category=tuple(split[number]) if number in split else (),
            )
            for number in sorted({*numbers, *decided, *split})
        ),
    )


@lru_cache(maxsize=4096)
def _remembered(look: Look, snapshot: Snapshot) -> Points:  # noqa: ARG001 -- other files of texts, other answers
    found = forecast(editions.catalogue().edition(snapshot.edition), snapshot)
    return Points(range_sentence(found), plausible_sentence(found), found.worst.counted_majors, found.worst.gaps)
