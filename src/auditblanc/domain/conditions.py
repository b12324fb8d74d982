"""The answer of the profile that each condition reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.categories import Condition
from auditblanc.domain.profile import Certifying

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile

ConditionAnswer = bool | Certifying


def given(condition: Condition, profile: Profile) -> ConditionAnswer | None:
    """The answer to a condition, ``None`` when it is missing.

    Alternance is a period in a company: that answer stands for a missing one on periods in a company.
    Source: guide de lecture V9, indicator 28.
    """
    answers: dict[Condition, ConditionAnswer | None] = {
        Condition.CERTIFYING: profile.certifying,
        Condition.ALTERNANCE: profile.alternance,
        Condition.WORK_SITUATION_PERIODS: profile.work_situation_periods,
        Condition.SUBCONTRACTING_OR_PORTAGE: profile.subcontracting_or_portage,
        Condition.DURATION_OVER_2_DAYS: profile.duration_over_2_days,
    }
    if condition is Condition.WORK_SITUATION_PERIODS and answers[condition] is None and profile.alternance:
        return True
    return answers[condition]


def is_met(answer: ConditionAnswer) -> bool:
    return answer not in (False, Certifying.NONE)
