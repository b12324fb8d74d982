"""Rows to frozen values, and back: the one place that knows both."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditblanc.domain import profile as profiles
from auditblanc.domain import snapshot as frozen
from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Dossier, Evidence, EvidenceState, Piece
from auditblanc.interchange.json_profile import read_profile, write_profile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.assessments import models

EVIDENCE_COLUMNS = (
    "title",
    "shows",
    "place",
    "content_date",
    "covers_from",
    "covers_to",
    "renewal_months",
    "holder",
    "site",
    "has_personal_data",
    "has_health_data",
)


def rating(row: models.Rating, parts: Iterable[models.CategoryLevel] | None = None) -> frozen.Rating:
    """The rating of a row; its categories are fetched with it, or given as ``parts``."""
    return frozen.Rating(
        indicator=row.indicator,
        level=level(row.level),
        presentation=row.presentation,
        applicable=row.applicable,
        reason=row.reason,
        by_category=tuple(
            frozen.CategoryLevel(category=Category(part.category), level=level(part.level))
            for part in (row.by_category.all() if parts is None else parts)
        ),
        review=frozen.Review(row.review) if row.review else None,
        carried_from=row.carried_from,
        effort=Effort(row.effort) if row.effort else None,
        ticked=tuple(row.ticked.split("\n")) if row.ticked else (),
        versions=frozen.FieldVersions(
            level=row.level_version, presentation=row.presentation_version, applicable=row.applicable_version
        ),
    )


def columns(value: frozen.Rating) -> dict[str, Any]:
    """What a row holds of a rating, its levels by category apart."""
    return {
        "level": value.level,
        "presentation": value.presentation,
        "applicable": value.applicable,
        "reason": value.reason,
        "review": value.review or "",
        "carried_from": value.carried_from,
        "effort": value.effort or "",
        # Each is a line: nothing within ends one.
        "ticked": "\n".join(value.ticked),
        "level_version": value.versions.level,
        "presentation_version": value.versions.presentation,
        "applicable_version": value.versions.applicable,
    }


def level(value: int | None) -> frozen.Level | None:
    return None if value is None else frozen.Level(value)


def evidence(
    row: models.Evidence, indicators: Iterable[int], dossiers: Iterable[Dossier] = (), pieces: Iterable[Piece] = ()
) -> Evidence:
    """The proof of a row; ``indicators`` and ``dossiers`` in order."""
    return Evidence(
        title=row.title,
        indicators=tuple(indicators),
        place=row.place,
        content_date=row.content_date,
        holder=row.holder,
        key=row.key,
        shows=row.shows,
        covers_from=row.covers_from,
        covers_to=row.covers_to,
        renewal_months=row.renewal_months,
        site=row.site,
        dossiers=tuple(dossiers),
        has_personal_data=row.has_personal_data,
        has_health_data=row.has_health_data,
        state=EvidenceState(row.state),
        pieces=tuple(pieces),
    )


def evidence_columns(value: Evidence) -> dict[str, Any]:
    """What a row holds of a proof, its indicators, dossiers and pieces apart."""
    return {name: getattr(value, name) for name in EVIDENCE_COLUMNS} | {"state": value.state.value}


@lru_cache(maxsize=512)
def profile(text: str) -> profiles.Profile:
    """The profile that a column holds. Frozen, so that pages may share it."""
    return read_profile(text.encode()) if text else profiles.Profile()


def profile_column(value: profiles.Profile) -> str:
    return write_profile(value).decode()
