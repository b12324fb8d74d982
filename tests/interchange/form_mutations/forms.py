"""The forms that cases start from: as received, as people filled them, and as we write them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Audit, Profile, Provider
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange import form_docx
from tests.conftest import DATA
from tests.interchange.form_mutations import opendocument

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition

_RECEIVED = ("fiche-remplie", "fiche-remplie-libreoffice", "fiche-vierge")
_PRESENTATIONS = (
    "",
    "Règlement intérieur, livret d’accueil.",
    "- Questionnaire\n- Entretien\n\n1. Compte rendu",
    "Voir\tla grille",
    # What only our own Word form tells from the levels by category.
    "AF : 1 · BC : 3",
)


@cache
def forms() -> dict[str, bytes]:
    """Forms by name."""
    received = {name: (DATA / f"{name}.docx").read_bytes() for name in _RECEIVED}
    editions = [load().edition(identifier) for identifier in load().ids]
    written = {f"écrite-{edition.id}": form_docx.write(filled(edition), edition) for edition in editions}
    open_document = {
        f"odt-{edition.id}": opendocument.form(filled(edition, _PRESENTATIONS[:-1]), edition) for edition in editions
    }
    return received | written | open_document


def filled(edition: Edition, texts: tuple[str, ...] = _PRESENTATIONS) -> Snapshot:
    """An assessment that holds a little of everything, ``texts`` in turn."""
    return Snapshot(
        edition=edition.id,
        title="Audit de mars",
        profile=Profile(
            provider=Provider(name="Les Ateliers du Pré"),
            activities=(Activity(category=Category.TRAINING), Activity(category=Category.APPRENTICESHIP)),
            audit=Audit(first_day=date(2027, 3, 1), kind=AuditKind.INITIAL),
        ),
        ratings=tuple(_rating(number, texts[number % len(texts)]) for number in edition.numbers),
        updated_on=date(2026, 11, 22),
    )


def _rating(number: int, text: str) -> Rating:
    """All that a row may hold, here and there."""
    level = (None, *Level)[number % 4]
    split = (CategoryLevel(category=Category.TRAINING, level=level),) if number % 7 == 0 else ()
    return Rating(
        indicator=number,
        level=level,
        presentation=text,
        applicable=False if number % 6 == 0 else None,
        reason="Aucune formation à distance." if number % 6 == 0 else "",
        by_category=split,
        review=(None, *Review)[number % 4],
        carried_from="2019-v7" if number % 3 == 0 else "",
    )
