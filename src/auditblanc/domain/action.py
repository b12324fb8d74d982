"""One line of the action plan: what is done, by whom, by when, and how one knows that it worked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import RENEWAL_LIMIT
from auditblanc.domain.snapshot_error import SnapshotError
from auditblanc.domain.text import require_line, require_text


class ActionState(StrEnum):
    """How far an action is."""

    TO_DO = "to_do"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {"to_do": "À faire", "doing": "En cours", "done": "Faite", "dropped": "Abandonnée"}[self.value]

    @property
    def is_open(self) -> bool:
        return self in (ActionState.TO_DO, ActionState.DOING)


class Priority(StrEnum):
    """How much an action matters, as the person who plans it says."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def label(self) -> str:
        return {"high": "Haute", "normal": "Normale", "low": "Basse"}[self.value]


class Origin(StrEnum):
    """What an action was planned from."""

    HAND = "hand"
    RATING = "rating"
    WATCH = "watch"
    QUALITY = "quality"
    FINDING = "finding"
    DUTY = "duty"

    @property
    def label(self) -> str:
        return {
            "hand": "Saisie à la main",
            "rating": "Réponse à un indicateur",
            "watch": "Point de vigilance",
            "quality": "Contrôle des preuves",
            "finding": "Écart relevé à l’audit",
            "duty": "Échéance récurrente",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An action of an organisation. ``indicators`` in order; none: it concerns the whole.

    ``key`` names it in its organisation, and is no part of what it says. ``finding`` and ``closing_evidence`` are keys of a finding and of a proof.
    ``check_on`` is the day to look whether it worked; ``is_effective`` what was seen then, ``check_note`` in words.
    ``every_months``: once done it comes back that much later, and asks for a fresh proof (a recurring duty).
    """

    what: str
    indicators: tuple[int, ...] = ()
    key: str = field(default="", compare=False)
    origin: Origin = Origin.HAND
    finding: str = ""
    owner: str = ""
    due: date | None = None
    priority: Priority = Priority.NORMAL
    effort: Effort | None = None
    cause: str = ""
    state: ActionState = ActionState.TO_DO
    done_on: date | None = None
    closing_evidence: str = ""
    check_on: date | None = None
    is_effective: bool | None = None
    check_note: str = ""
    every_months: int | None = None

    def __post_init__(self) -> None:
        require_line(
            what=self.what,
            key=self.key,
            finding=self.finding,
            owner=self.owner,
            closing_evidence=self.closing_evidence,
        )
        require_text(cause=self.cause, check_note=self.check_note)
        if not self.what:
            raise SnapshotError("Une action ne dit pas ce qu’il y a à faire : écrivez-le en une phrase.")
        if self.indicators and (list(self.indicators) != sorted(set(self.indicators)) or self.indicators[0] < 1):
            raise SnapshotError(
                f"L’action « {self.what} » doit citer ses indicateurs une seule fois chacun, dans l’ordre."
            )
        if (self.done_on is not None) != (self.state is ActionState.DONE):
            raise SnapshotError(f"L’action « {self.what} » a un jour de fin si elle est faite, et seulement alors.")
        if self.every_months is not None and not 1 <= self.every_months <= RENEWAL_LIMIT:
            raise SnapshotError(
                f"L’action « {self.what} » revient tous les 1 à {RENEWAL_LIMIT} mois : corrigez ce rythme."
            )
