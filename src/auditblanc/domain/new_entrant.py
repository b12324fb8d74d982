"""How an initial audit looks at an indicator for a provider that has just started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.categories import AuditKind
from auditblanc.domain.referential import NewEntrantRegime

if TYPE_CHECKING:
    from auditblanc.domain.profile import Activity
    from auditblanc.domain.referential import Indicator


def regime(indicator: Indicator, activity: Activity, kind: AuditKind | None) -> NewEntrantRegime:
    """The regime of one category: softened only where the provider is new, and only at the initial audit.

    ``UNKNOWN`` when an answer is missing, or when no source gives the regime of the indicator.
    Source: order of 6 June 2019, article 1; FAQ of the ministry, 7.2.
    """
    rule = indicator.new_entrant.regime
    if rule is NewEntrantRegime.FULL or activity.new_entrant is False or kind not in (AuditKind.INITIAL, None):
        return NewEntrantRegime.FULL
    if activity.new_entrant is None or kind is None:
        return NewEntrantRegime.UNKNOWN
    return rule
