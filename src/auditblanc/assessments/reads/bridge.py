"""The lines of a bridge, put together by what they ask of the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.bridge import BridgeLine
from auditblanc.domain.referential import ChangeKind
from auditblanc.domain.snapshot import Review

if TYPE_CHECKING:
    from auditblanc.domain.bridge import Bridge


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """``is_open``: it is to be read before confirming."""

    key: str
    title: str
    sentence: str
    is_open: bool = False
    lines: tuple[BridgeLine, ...] = ()


_GROUPS = (
    Group(
        key="look-again",
        title="À revoir",
        sentence="Le texte y a changé sur le fond : votre réponse est reprise telle quelle, et reste à relire.",
        is_open=True,
    ),
    Group(key="new", title="Nouveaux", sentence="Ce que votre texte ne demandait pas.", is_open=True),
    Group(
        key="removed",
        title="Absents du nouveau texte",
        sentence="Ce que vous aviez noté reste dans l’évaluation de départ.",
        is_open=True,
    ),
    Group(key="kept", title="Repris", sentence="Votre réponse vaut toujours : niveau, texte et preuves suivent."),
    Group(key="to-rate", title="Pas encore évalués", sentence="Rien n’y était noté : ils restent à évaluer."),
    Group(
        key="unconcerned", title="Qui ne vous concernent pas", sentence="D’après votre profil, sur le nouveau texte."
    ),
)
_BY_REVIEW = {Review.LOOK_AGAIN: "look-again", Review.KEPT: "kept"}


def groups(found: Bridge) -> tuple[Group, ...]:
    """Every line once, in the groups that have any."""
    filled = (
        Group(
            key=group.key,
            title=group.title,
            sentence=group.sentence,
            is_open=group.is_open,
            lines=tuple(line for line in found.lines if _key(line) == group.key),
        )
        for group in _GROUPS
    )
    return tuple(group for group in filled if group.lines)


def _key(line: BridgeLine) -> str:
    if line.changes.kind is ChangeKind.REMOVED:
        return "removed"
    if line.review in _BY_REVIEW:
        return _BY_REVIEW[line.review]
    if not line.is_concerned:
        return "unconcerned"
    return "new" if line.review is Review.NEW else "to-rate"
