"""By when a gap is dealt with, once an audit has raised it.

Source: order of 6 June 2019, article 5; FAQ of the ministry, 3. The months are edition data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french, months_after
from auditblanc.domain.rulebook import Certainty

if TYPE_CHECKING:
    from auditblanc.domain.profile import Audit
    from auditblanc.domain.rulebook import Deadlines


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineDays:
    """The days by which a gap of the audit that is prepared would be dealt with."""

    counted_from: date
    minor_by: date
    major_by: date
    major_checked_by: date

    @property
    def note(self) -> str:
        return f"Dates comptées depuis l’audit du {in_french(self.counted_from)} : votre certificateur dit de quel jour court le délai."

    @property
    def minor_sentence(self) -> str:
        return f"Écart mineur : au plus tard le {in_french(self.minor_by)}."

    @property
    def major_sentence(self) -> str:
        return f"Écart majeur : au plus tard le {in_french(self.major_by)}, vérifié au plus tard le {in_french(self.major_checked_by)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class GapDeadlines:
    """The rules in words, and the days when the date of the audit is known."""

    minor_rule: str
    major_rule: str
    days: DeadlineDays | None
    certainty: Certainty
    sources: tuple[str, ...]


def gap_deadlines(rules: Deadlines, audit: Audit) -> GapDeadlines:
    """The deadlines counted from the last day of the audit."""
    return GapDeadlines(
        minor_rule=rules.minor_rule,
        major_rule=rules.major_rule,
        days=_days(rules, audit.last_day or audit.first_day),
        certainty=rules.certainty,
        sources=rules.sources,
    )


def _days(rules: Deadlines, audited_on: date | None) -> DeadlineDays | None:
    if audited_on is None:
        return None
    return DeadlineDays(
        counted_from=audited_on,
        minor_by=months_after(audited_on, rules.minor_months),
        major_by=months_after(audited_on, rules.major_months),
        major_checked_by=months_after(audited_on, rules.major_months + rules.major_check_months),
    )
