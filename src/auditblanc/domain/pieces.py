"""The pieces that the certifier asks for before an audit: which are present, which are missing.

Source: order of 6 June 2019, article 1. The list is edition data; each piece names the answers that stand for it.
"""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from typing import Any, get_args, get_type_hints

from auditblanc.domain.profile import Document, Profile
from auditblanc.domain.rulebook import Certainty, Piece, PieceRules

_DOCUMENTS = "documents."


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceState:
    piece: Piece
    is_present: bool

    @property
    def label(self) -> str:
        return "présente" if self.is_present else "manquante"


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceList:
    states: tuple[PieceState, ...]
    certainty: Certainty
    sources: tuple[str, ...]

    @property
    def missing(self) -> tuple[Piece, ...]:
        return tuple(state.piece for state in self.states if not state.is_present)

    @property
    def sentence(self) -> str:
        """« 4 pièces sur 11 sont prêtes. »"""
        total, ready = len(self.states), len(self.states) - len(self.missing)
        if not total:
            return "Ce texte ne dit pas quelles pièces sont demandées."
        forms = {0: f"Aucune des {total} pièces n’est prête.", 1: f"1 pièce sur {total} est prête."}
        return forms.get(ready, f"{ready} pièces sur {total} sont prêtes.")


def pieces(rules: PieceRules, profile: Profile) -> PieceList:
    """Every piece of the edition, in its order. A piece is present when all its answers are given."""
    return PieceList(
        states=tuple(
            PieceState(piece=piece, is_present=all(is_given(profile, answer) for answer in piece.answered_by))
            for piece in rules.pieces
        ),
        certainty=rules.certainty,
        sources=rules.sources,
    )


def is_given(profile: Profile, answer: str) -> bool:
    """Whether the profile holds something at this path, one that :func:`is_an_answer`. « Non » is an answer; an empty list is not."""
    return answer_at(profile, answer) not in (None, "", ())


def given_answers(profile: Profile, piece: Piece) -> tuple[object, ...]:
    """What the profile gives of a piece, to be told or handed in."""
    return tuple(answer_at(profile, path) for path in piece.answered_by if is_given(profile, path))


def answer_at(profile: Profile, path: str) -> object:
    """What the profile holds at a path; a document that is not ready is ``None``."""
    if path.startswith(_DOCUMENTS):
        return next((document for document in profile.documents if document == path.removeprefix(_DOCUMENTS)), None)
    value: object = profile
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def is_an_answer(path: str) -> bool:
    """Whether a profile may hold something at this dotted path; if not, the edition file is at fault."""
    if path.startswith(_DOCUMENTS):
        return path.removeprefix(_DOCUMENTS) in tuple(Document)
    kind: Any = Profile
    for name in path.split("."):
        hints = get_type_hints(kind) if is_dataclass(kind) else {}
        if name not in hints:
            return False
        kind = _without_none(hints[name])
    return True


def _without_none(kind: Any) -> Any:
    return next((argument for argument in get_args(kind) if argument is not type(None)), kind)
