"""The forms that cases start from: as received, as people filled them, and as we write them."""

from __future__ import annotations

from datetime import date
from functools import cache

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Audit, Profile, Provider
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange import form_docx
from tests.conftest import DATA

_RECEIVED = ("fiche-remplie", "fiche-remplie-libreoffice", "fiche-vierge")
_PRESENTATIONS = (
    "",
    "Règlement intérieur, livret d’accueil.",
    "- Questionnaire\n- Entretien\n\n1. Compte rendu",
    "Voir\tla grille",
    "AF : 1 · BC : 3",
)


@cache
def forms() -> dict[str, bytes]:
    """Forms by name."""
    received = {name: (DATA / f"{name}.docx").read_bytes() for name in _RECEIVED}
    return received | {f"écrite-{edition}": _written(edition) for edition in load().ids}


def _written(identifier: str) -> bytes:
    edition = load().edition(identifier)
    snapshot = Snapshot(
        edition=identifier,
        title="Audit de mars",
        profile=Profile(
            provider=Provider(name="Les Ateliers du Pré"),
            activities=(Activity(category=Category.TRAINING), Activity(category=Category.APPRENTICESHIP)),
            audit=Audit(first_day=date(2027, 3, 1), kind=AuditKind.INITIAL),
        ),
        ratings=tuple(map(_rating, edition.numbers)),
        updated_on=date(2026, 11, 22),
    )
    return form_docx.write(snapshot, edition)


def _rating(number: int) -> Rating:
    """All that a row may hold, here and there."""
    level = (None, *Level)[number % 4]
    split = (CategoryLevel(category=Category.TRAINING, level=level),) if number % 7 == 0 else ()
    return Rating(
        indicator=number,
        level=level,
        presentation=_PRESENTATIONS[number % 5],
        applicable=False if number % 6 == 0 else None,
        reason="Aucune formation à distance." if number % 6 == 0 else "",
        by_category=split,
        review=(None, *Review)[number % 4],
        carried_from="2019-v7" if number % 3 == 0 else "",
    )
