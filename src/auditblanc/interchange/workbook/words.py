"""Answers in words: what a drop-down offers, and what people type instead of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.effort import Effort
from auditblanc.domain.profile import ActingAsSubcontractor, Certifying, TurnoverBand
from auditblanc.domain.snapshot import Level, Review

_NOT_WORD = re.compile("[^0-9a-z]+")
# What people type instead of one another, and that has no letter under its accent to fall back to.
_SPACED = str.maketrans({"’": "'", "ʼ": "'", "–": "-", "—": "-", "œ": "oe", "Œ": "OE"})


class DoubtError(ValueError):
    """Why a cell could not be understood, as a clause that follows what was typed."""


def normalised(text: str) -> str:
    """A text without case, accents, punctuation or spacing, to compare headings and words."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPACED)).encode("ascii", "ignore").decode()
    return _NOT_WORD.sub(" ", plain.lower()).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a list: its value, the words offered and others that mean the same."""

    value: Any
    words: str
    also: tuple[str, ...] = ()

    def is_meant_by(self, typed: str) -> bool:
        return normalised(typed) in map(normalised, (self.words, *self.also))


Options = tuple[Option, ...]

_YES = ("o", "y", "yes", "vrai", "true", "x", "1")
_NO = ("n", "no", "faux", "false", "0")

LEVELS: Options = tuple(
    Option(
        value=level,
        words=f"{level.value} – {level.label} : {level.meaning}",
        also=(
            str(level.value),
            level.label,
            level.meaning,
            f"{level.value} {level.label}",
            f"{level.label} : {level.meaning}",
        ),
    )
    for level in Level
)
YES_NO: Options = (Option(value=True, words="Oui", also=_YES), Option(value=False, words="Non", also=_NO))
APPLIES: Options = (
    Option(value=True, words="S’applique", also=("applicable", "concerné", "oui", *_YES)),
    Option(value=False, words="Ne s’applique pas", also=("non applicable", "non concerné", "na", "non", *_NO)),
)
EFFORTS: Options = (
    Option(value=Effort.QUARTER_HOUR, words="15 minutes", also=("15 min", "15min", "15 mn", "un quart d’heure")),
    Option(value=Effort.HOUR, words="1 heure", also=("1 h", "1h", "une heure", "60 minutes")),
    Option(value=Effort.DAY, words="1 journée", also=("1 j", "1j", "1 jour", "une journée", "un jour", "1d")),
)
REVIEWS: Options = tuple(Option(value=review, words=review.label, also=(review.value,)) for review in Review)
GRAVITIES: Options = (
    Option(value=Gravity.MINOR, words="Mineure", also=("mineur", "minor", "min")),
    Option(value=Gravity.MAJOR, words="Majeure", also=("majeur", "major", "maj")),
)
AUDIT_KINDS: Options = (
    Option(value=AuditKind.INITIAL, words="Audit initial", also=("initial",)),
    Option(value=AuditKind.SURVEILLANCE, words="Audit de surveillance", also=("surveillance",)),
    Option(value=AuditKind.RENEWAL, words="Audit de renouvellement", also=("renouvellement",)),
)
CERTIFYING: Options = (
    Option(value=Certifying.RNCP, words="Oui, enregistrée au RNCP", also=("rncp",)),
    Option(
        value=Certifying.RS,
        words="Oui, enregistrée au Répertoire spécifique (RS)",
        also=("rs", "répertoire spécifique"),
    ),
    Option(value=Certifying.NONE, words="Non, aucune", also=("aucune", "non", "none")),
)
SUBCONTRACTOR: Options = (
    Option(value=ActingAsSubcontractor.NO, words="Non", also=_NO),
    Option(
        value=ActingAsSubcontractor.WITH_CONTRACT,
        words="Oui, avec un contrat de sous-traitance",
        also=("avec contrat",),
    ),
    Option(
        value=ActingAsSubcontractor.WITHOUT_CONTRACT,
        words="Oui, sans contrat de sous-traitance",
        also=("sans contrat",),
    ),
)
TURNOVERS: Options = (
    Option(value=TurnoverBand.UNDER_150K, words="Moins de 150 000 €"),
    Option(value=TurnoverBand.FROM_150K_TO_750K, words="De 150 000 € à moins de 750 000 €"),
    Option(value=TurnoverBand.FROM_750K, words="750 000 € ou plus"),
)
CATEGORIES: Options = tuple(
    Option(value=category, words=category.value, also=(category.label,)) for category in Category
)


def said(options: Options, value: object) -> str:
    """The words for a value; empty for ``None``."""
    return next((option.words for option in options if option.value == value and value is not None), "")


def meant(options: Options, typed: str) -> Any:
    """The value that words stand for.

    Raises:
        DoubtError: none of the answers says so.
    """
    for option in options:
        if option.is_meant_by(typed):
            return option.value
    offered = ", ".join(f"« {option.words} »" for option in options)
    raise DoubtError(f"n’est pas une des réponses possibles ({offered})")
