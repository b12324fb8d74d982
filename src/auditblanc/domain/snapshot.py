"""One assessment, frozen: what every rule, document and page starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.domain.action import Action
from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Profile
from auditblanc.domain.snapshot_error import SnapshotError
from auditblanc.domain.text import require_line, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Level(IntEnum):
    """Level of preparation. The number is the form's own, and 1 is best: never average it. Unrated is ``None``."""

    READY = 1
    PARTIAL = 2
    MISSING = 3

    @property
    def label(self) -> str:
        return {1: "Prêt", 2: "Partiel", 3: "Manquant"}[self.value]

    @property
    def meaning(self) -> str:
        return {1: "tous les éléments", 2: "il en manque", 3: "aucun élément"}[self.value]


class Review(StrEnum):
    """What passing from one edition to another did to a rating."""

    KEPT = "kept"
    LOOK_AGAIN = "look_again"
    NEW = "new"

    @property
    def label(self) -> str:
        return {"kept": "Repris", "look_again": "À revoir", "new": "Nouveau"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryLevel:
    """The level of one category, where a rating is split (« Distinguer par catégorie »)."""

    category: Category
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldVersions:
    """How many times each field was saved; a save carries the version it started from."""

    level: int = 0
    presentation: int = 0
    applicable: int = 0

    def __post_init__(self) -> None:
        if min(self.level, self.presentation, self.applicable) < 0:
            raise SnapshotError("Une version de champ est négative.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One indicator, rated or not.

    ``applicable`` is what the person decided against the computed answer, with its ``reason``; ``None`` leaves the
    computed answer. When ``by_category`` is not empty, ``level`` is :func:`worst` of it.
    ``carried_from`` is the edition this rating was first written on, when it came through a bridge.
    ``ticked`` are the kinds of proof said to be ready, in the words of the edition they were ticked on, first ticked
    first: a kind that a later edition no longer lists is still what the person said.
    """

    indicator: int
    level: Level | None = None
    presentation: str = ""
    applicable: bool | None = None
    reason: str = ""
    by_category: tuple[CategoryLevel, ...] = ()
    review: Review | None = None
    carried_from: str = ""
    effort: Effort | None = None
    ticked: tuple[str, ...] = ()
    versions: FieldVersions = FieldVersions()

    def __post_init__(self) -> None:
        require_text(presentation=self.presentation, reason=self.reason)
        require_line(carried_from=self.carried_from)
        self._require_ticked()
        if self.indicator < 1:
            raise SnapshotError(f"Le numéro d’indicateur {self.indicator} n’existe pas : les numéros commencent à 1.")
        if (self.applicable is None) != (not self.reason):
            raise SnapshotError(
                f"Indicateur {self.indicator} : déclarer un indicateur applicable ou non applicable demande un motif écrit, et un motif seul ne suffit pas."
            )
        self._require_coherent_split()

    def _require_ticked(self) -> None:
        if not _are_ticks(self.ticked):
            raise SnapshotError(
                f"Indicateur {self.indicator} : chaque sorte de preuve cochée a un nom, et n’est cochée qu’une fois."
            )

    def _require_coherent_split(self) -> None:
        categories = [part.category for part in self.by_category]
        if len(set(categories)) != len(categories):
            raise SnapshotError(f"Indicateur {self.indicator} : une catégorie est notée deux fois.")
        if categories and self.level != worst(part.level for part in self.by_category):
            raise SnapshotError(
                f"Indicateur {self.indicator} : le niveau doit être le moins bon des niveaux par catégorie."
            )

    @property
    def is_blank(self) -> bool:
        """Nothing was answered: no level, no text, no decision on applicability, no kind of proof ticked."""
        written = self.presentation or self.by_category or self.ticked
        return not written and self.level is None and self.applicable is None


@lru_cache(maxsize=256)
def _are_ticks(kinds: tuple[str, ...]) -> bool:
    """Lines, each once, and together no more than one text: a cell of a workbook holds them all.

    Remembered, since the same kinds come back with every page. Raises: TextError: one is no line.
    """
    for kind in kinds:
        require_line(ticked=kind)
    require_text(ticked="\n".join(kinds))
    return all(kinds) and len(set(kinds)) == len(kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One assessment on one edition. Ratings are in the order of the indicators, one at most for each.

    ``evidence``, ``actions`` and ``findings`` are those of its organisation, which several assessments share.
    """

    edition: str
    title: str = ""
    profile: Profile = Profile()
    ratings: tuple[Rating, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    findings: tuple[AuditFinding, ...] = ()
    updated_on: date | None = None

    def __post_init__(self) -> None:
        require_line(edition=self.edition, title=self.title)
        if not self.edition:
            raise SnapshotError("L’évaluation ne dit pas sur quel texte elle porte.")
        numbers = [rating.indicator for rating in self.ratings]
        if numbers != sorted(set(numbers)):
            raise SnapshotError("Les indicateurs doivent être dans l’ordre, chacun une seule fois.")
        loose = next((proof for proof in self.evidence if not proof.indicators), None)
        if loose:
            raise SnapshotError(
                f"La preuve « {loose.title} » ne cite aucun indicateur : une évaluation n’a que celles qui en citent."
            )

    def rating(self, indicator: int) -> Rating:
        """The rating of an indicator; an empty one when nothing was noted."""
        for rating in self.ratings:
            if rating.indicator == indicator:
                return rating
        return Rating(indicator=indicator)

    def evidence_of(self, indicator: int) -> tuple[Evidence, ...]:
        return tuple(item for item in self.evidence if indicator in item.indicators)


def worst(levels: Iterable[Level | None]) -> Level | None:
    """The level of an indicator judged on several categories: the least good one.

    With a category unrated it stays unrated, unless another is ``MISSING`` already: nothing can be worse.
    """
    known = tuple(levels)
    if Level.MISSING in known:
        return Level.MISSING
    rated = [level for level in known if level is not None]
    return max(rated) if rated and len(rated) == len(known) else None
