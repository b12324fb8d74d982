"""Fictitious providers and their ratings, as short as a test can say them."""

from __future__ import annotations

from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.forecast import forecast
from auditblanc.domain.profile import Activity, Audit, Certifying, LastAudit, Profile
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Snapshot, worst

TRAINER = Profile(
    activities=(Activity(category=Category.TRAINING, new_entrant=False),),
    certifying=Certifying.NONE,
    alternance=False,
    work_situation_periods=False,
    subcontracting_or_portage=False,
    duration_over_2_days=True,
    audit=Audit(kind=AuditKind.INITIAL),
    last_audit=LastAudit(),
)


def activities(**new_entrant):
    """Each category with whether it is new: ``activities(AF=True, CFA=None)``."""
    return tuple(Activity(category=Category(name), new_entrant=answer) for name, answer in new_entrant.items())


def rated(number, level):
    return Rating(indicator=number, level=None if level is None else Level(level))


def split(number, **levels):
    parts = tuple(
        CategoryLevel(category=Category(name), level=level and Level(level)) for name, level in levels.items()
    )
    return Rating(indicator=number, by_category=parts, level=worst(part.level for part in parts))


def assessed(edition, *ratings, profile=TRAINER):
    return Snapshot(edition=edition.id, profile=profile, ratings=ratings)


def line_of(edition, rating, profile=TRAINER):
    """The line of the only indicator that is rated; ``None`` when it has none."""
    lines = forecast(edition, assessed(edition, rating, profile=profile)).lines
    return next((line for line in lines if line.indicator == rating.indicator), None)


def scenarios(line):
    return line.range.best, line.range.plausible, line.range.worst


def reasons(line):
    return [widening.reason for widening in line.widened_by]
