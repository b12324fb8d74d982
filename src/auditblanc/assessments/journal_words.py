"""An event of the journal as a French sentence, and what it changed, from and to, in words."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from auditblanc.domain.action import Action
from auditblanc.domain.difference import in_words, is_blank
from auditblanc.domain.evidence import Evidence, Piece
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Profile
from auditblanc.domain.profile_difference import profile_differences
from auditblanc.domain.rating_fields import RATING_FIELDS
from auditblanc.interchange import json_table
from auditblanc.interchange.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditblanc.assessments.models import Event

_FIELDS = {field.key: field for field in RATING_FIELDS}
# Names and answers are as somebody typed them: what stands around them is set here.
_COLON, _SEMICOLON = "\u00a0: ", "\u202f; "
_NAMED = "«\u00a0{}\u00a0»"


class Kind(StrEnum):
    """What events are about, to list some of them."""

    ANSWERS = "answers"
    EVIDENCE = "evidence"
    ACTION = "action"
    FINDING = "finding"
    PEOPLE = "people"
    COMMENTS = "comments"
    REST = "rest"

    @property
    def label(self) -> str:
        return {
            "answers": "Réponses aux indicateurs",
            "evidence": "Preuves",
            "action": "Plan d’actions",
            "finding": "Écarts",
            "people": "Personnes et rôles",
            "comments": "Commentaires",
            "rest": "Évaluations et réglages",
        }[self.value]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of its events; none for the rest, which has all others."""
        own = {
            "answers": (*_FIELDS, "ticked", "review"),
            "evidence": ("evidence",),
            "action": ("action",),
            "finding": ("finding",),
            "people": ("role", "person", "doer"),
            "comments": ("comment",),
        }
        return own.get(self.value, ())


_SENTENCES = {
    ("reviewed", "review"): "A marqué l’indicateur comme revu",
    ("noted", "evidence"): "A noté une preuve",
    ("changed", "evidence"): "A modifié une preuve",
    ("removed", "evidence"): "A retiré une preuve",
    ("put back", "evidence"): "A remis une preuve",
    ("put back", "action"): "A remis une action",
    ("put back", "finding"): "A remis un écart",
    ("planned", "action"): "A planifié une action",
    ("changed", "action"): "A modifié une action",
    ("removed", "action"): "A retiré une action",
    ("entered", "finding"): "A entré un écart",
    ("changed", "finding"): "A modifié un écart",
    ("removed", "finding"): "A retiré un écart",
    ("began", ""): "A commencé l’évaluation",
    ("froze", "copy"): "A figé une copie",
    ("received", "file"): "A gardé le fichier reçu, tel quel",
    ("changed", "profile"): "A modifié le profil",
    ("changed", "title"): "A renommé l’évaluation",
    ("changed", "edition"): "A changé de texte",
    ("changed", "retention"): "A changé une durée de conservation",
    ("removed", "assessment"): "A mis l’évaluation à la corbeille",
    ("put back", "assessment"): "A sorti l’évaluation de la corbeille",
    ("removed", "organisation"): "A mis l’organisme à la corbeille",
    ("put back", "organisation"): "A sorti l’organisme de la corbeille",
    ("brought in", "organisation"): "A repris l’organisme d’un fichier",
    ("opened", "calendar"): "A ouvert une adresse de calendrier",
    ("closed", "calendar"): "A fermé une adresse de calendrier",
    ("invited", "role"): "A invité quelqu’un",
    ("took back", "role"): "A retiré une invitation",
    ("joined", "role"): "A rejoint l’organisme",
    ("changed", "role"): "A changé un rôle",
    ("left", "role"): "Départ de l’organisme",
    ("said", "comment"): "A commenté l’indicateur",
    ("settled", "comment"): "A marqué un commentaire comme résolu",
    ("opened", "comment"): "A rouvert un commentaire",
    ("gave", "person"): "A confié l’indicateur",
    ("gave", "doer"): "A confié une action",
}
# What a person wrote of a proof, an action or a gap, and what each is called.
_ROWS: dict[str, tuple[Any, dict[str, str]]] = {
    "evidence": (
        Evidence,
        {
            "indicators": "indicateurs", "place": "lieu", "content_date": "date", "holder": "détenteur",
            "shows": "ce qu’elle montre", "covers_from": "du", "covers_to": "au", "renewal_months": "rythme (mois)",
            "site": "site", "state": "état", "has_personal_data": "données personnelles",
            "has_health_data": "données de santé", "dossiers": "dossiers", "pieces": "fichiers",
        },
    ),
    "action": (
        Action,
        {
            "indicators": "indicateurs", "owner": "qui", "due": "échéance", "priority": "priorité", "effort": "temps",
            "cause": "cause", "state": "état", "done_on": "faite le", "check_on": "effet à vérifier le",
            "is_effective": "a eu de l’effet", "check_note": "constat", "every_months": "revient tous les (mois)",
        },
    ),
    "finding": (
        AuditFinding,
        {
            "finding": "écart", "audit_day": "audit du", "site": "site", "cause": "cause", "plan": "plan",
            "answered_on": "répondu le", "lifted_on": "levé le",
        },
    ),
}  # fmt: skip
_PEOPLE = {
    "person": "personne",
    "role": "rôle",
    "email": "adresse",
    "heir": "passe la main à",
    "indicators": "indicateurs",
    "actions": "actions",
    "action": "action",
}


def sentence(event: Event) -> str:
    """Who did it is said beside: « A modifié une preuve »."""
    if event.verb == "answered":
        field = _FIELDS.get(event.field)
        return f"A répondu{_COLON}{field.label.lower() if field else event.field}"
    if event.verb == "erased":
        return "A effacé une valeur du journal"
    return _SENTENCES.get((event.verb, event.field), f"{event.verb} {event.field}".strip())


def told(field: str, text: str, other: str, names: Mapping[str, str]) -> str:
    """One side of a change, in words; of two states of a row, what differs. ``names`` of people and roles by their keys."""
    if not text:
        return ""
    if field in _ROWS:
        return _row(field, text, other)
    value = parse(text.encode())
    if not isinstance(value, dict):
        return _words(value, names)
    if field in Kind.PEOPLE.fields:
        said = [f"{label}{_COLON}{_words(value[key], names)}" for key, label in _PEOPLE.items() if value.get(key)]
        return _SEMICOLON.join(said)
    return _NAMED.format(value["title"]) if value.get("title") else ""


def profile_told(before: str, after: str, *, start: bool) -> str:
    """One side of a change of a profile: the answers that differ."""
    profiles = (json_table.built(Profile, json_table.table(text.encode())) for text in (before, after))
    found = [each.difference for each in profile_differences(*profiles)]
    return _SEMICOLON.join(f"{each.label}{_COLON}{each.before_words if start else each.after_words}" for each in found)


def people_in(text: str) -> set[str]:
    """The keys of people that a value may name."""
    value = parse(text.encode()) if text else None
    if isinstance(value, str):
        return {value}
    return {str(value[key]) for key in ("person", "heir") if key in value} if isinstance(value, dict) else set()


def _row(field: str, text: str, other: str) -> str:
    """What one state of a row says and the other does not; of one alone, what was said at all."""
    kind, labels = _ROWS[field]
    value, against = (
        json_table.built(kind, json_table.table(each.encode())) if each else None for each in (text, other)
    )
    blank = {each.name: each.default for each in dataclass_fields(kind)}
    unlike = [name for name in labels if getattr(value, name) != (getattr(against, name) if against else blank[name])]
    said = [f"{labels[name]}{_COLON}{_of_row(getattr(value, name))}" for name in unlike]
    name = getattr(value, "title", "") or getattr(value, "what", "")
    return _SEMICOLON.join(([_NAMED.format(name)] if name else []) + said)


def _of_row(value: Any) -> str:
    if is_blank(value):
        return "vide"
    if isinstance(value, tuple) and isinstance(value[0], Piece):
        return ", ".join(each.current.name for each in value)
    return in_words(value)


def _words(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_words(each, names) for each in value)
    return names.get(str(value), str(value)) if value is not None else ""
