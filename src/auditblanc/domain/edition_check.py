"""How fresh an edition is: the day its texts were last looked at, and where to look when that day is far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french

if TYPE_CHECKING:
    from datetime import date

    from auditblanc.domain.referential import Edition

# Texts of this field move several times a year; the law gives no figure, this one is ours.
DAYS_BEFORE_CHECKING = 60


def needs_checking(edition: Edition, today: date) -> bool:
    return (today - edition.checked_on).days > DAYS_BEFORE_CHECKING


def checked_sentence(edition: Edition, today: date) -> str:
    """« Textes vérifiés le … »; after 60 days, « à vérifier » and where to look."""
    told = f"Textes vérifiés le {in_french(edition.checked_on)}"
    if not needs_checking(edition, today):
        return f"{told}."
    places = " ; ".join(dict.fromkeys(unknown.where_to_look for unknown in edition.unknowns if unknown.where_to_look))
    return f"{told} : à vérifier, plus de {DAYS_BEFORE_CHECKING} jours ont passé.{f' Où regarder : {places}.' if places else ''}"
