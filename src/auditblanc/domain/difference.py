"""One thing that two assessments do not say alike, and how a person reads it."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from auditblanc.domain.dates import in_french
from auditblanc.domain.evidence import Dossier, Evidence, EvidenceState
from auditblanc.domain.french import counted
from auditblanc.domain.profile_labels import LABELS
from auditblanc.domain.rating_fields import Decision
from auditblanc.domain.snapshot import CategoryLevel, Level

# A value holds words of a person, which nothing sets afterwards: what stands between them is set here.
_COLON, _SEMICOLON = "\u00a0: ", "\u202f; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What each side says of one field. ``indicator`` is ``None`` for the profile and the assessment itself.

    ``field`` is for programs: « level », « profile.sites[Lyon].address ». ``nothing`` is what a blank value is called.
    """

    field: str
    label: str
    before: Any
    after: Any
    indicator: int | None = None
    nothing: str = "non renseigné"

    @property
    def before_words(self) -> str:
        return self.nothing if is_blank(self.before) else in_words(self.before)

    @property
    def after_words(self) -> str:
        return self.nothing if is_blank(self.after) else in_words(self.after)


def proof_difference(indicator: int, *, before: Evidence | None = None, after: Evidence | None = None) -> Difference:
    """A proof that one side has for an indicator and the other has not."""
    return Difference(
        field="evidence", label="Preuve", before=before, after=after, indicator=indicator, nothing="absente"
    )


def is_blank(value: object) -> bool:
    """Whether a value says nothing. « No » and zero say something."""
    return value is None or value in ("", ())


def in_words(value: Any) -> str:
    """A value of an assessment as French text."""
    match value:
        case bool():
            return "oui" if value else "non"
        case Level():
            return f"{value.value} – {value.label}"
        case date():
            return in_french(value)
        case Enum():
            return str(getattr(value, "label", value.value))
        case tuple():
            return " · ".join(in_words(item) for item in value)
    return _part_in_words(value) if is_dataclass(value) else str(value)


def _part_in_words(value: Any) -> str:
    match value:
        case CategoryLevel(category=category, level=level):
            return f"{category.value}{_COLON}{in_words(level) if level else 'non évalué'}"
        case Decision(applies=applies, reason=reason):
            return f"{'applicable' if applies else 'non applicable'}{_COLON}{reason}"
        case Evidence():
            details = ", ".join(in_words(detail) for detail in _proof_details(value) if not is_blank(detail))
            return f"{value.title} ({details})" if details else value.title
        case Dossier(name=name):
            return name
    labels = LABELS[type(value)]
    answers = ((labels[field.name], getattr(value, field.name), field.default) for field in fields(value))
    given = [f"{label}{_COLON}{in_words(answer)}" for label, answer, default in answers if answer != default]
    return _SEMICOLON.join(given) or "sans détail"


def _proof_details(item: Evidence) -> tuple[object, ...]:
    rhythm = f"tous les {item.renewal_months} mois" if item.renewal_months else None
    files = counted(len(item.pieces), "fichier", "fichiers") if item.pieces else None
    state = None if item.state is EvidenceState.READY else item.state
    return (
        *(item.place, item.content_date, item.holder, item.shows, item.period_words, rhythm, item.site),
        *(*item.dossiers, state, files),
    )
