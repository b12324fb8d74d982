"""What changes from one edition to another, indicator by indicator, as the editions between them tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.edition_path import Step, steps
from auditblanc.domain.indicator_fields import IndicatorField, differing
from auditblanc.domain.referential import Change, ChangeKind, Edition, Indicator, Source
from auditblanc.domain.rulebook import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue

# Declared from what holds to what does not: the strongest kind names the whole way.
_STRENGTH = tuple(ChangeKind)
# Gone back on, what came goes, and a softer text becomes a harder one: the rating may not hold any more.
_UNDONE = {
    ChangeKind.SOFTENED: ChangeKind.SUBSTANCE,
    ChangeKind.NEW: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.NEW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """What one step changed. ``is_back``: the step undoes it, so that ``summary`` tells what is left behind."""

    edition: str
    kind: ChangeKind
    summary: str
    certainty: Certainty
    sources: tuple[Source, ...] = ()
    is_back: bool = False

    @property
    def effect(self) -> ChangeKind:
        """The kind, in the direction that is gone."""
        return _UNDONE.get(self.kind, self.kind) if self.is_back else self.kind

    @property
    def sentence(self) -> str:
        back = "Retour en arrière sur ce changement : " if self.is_back and self.summary else ""
        return f"{back}{self.summary}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChanges:
    """What became of an indicator on the whole way. ``fields`` differ between both ends; none when it is at one only."""

    indicator: int
    title: str
    kind: ChangeKind
    steps: tuple[StepChange, ...]
    fields: tuple[IndicatorField, ...]

    @property
    def reopens(self) -> bool:
        """Whether a rating written at the start is to be looked at again."""
        return self.kind is ChangeKind.SUBSTANCE

    @property
    def summaries(self) -> tuple[str, ...]:
        return tuple(step.sentence for step in self.steps if step.sentence)


def changes(catalogue: Catalogue, start: str, end: str) -> tuple[IndicatorChanges, ...]:
    """Every indicator of either edition, in order, with what changed from the first to the second.

    Raises:
        EditionError: one of them does not exist, or its file is at fault.
        PathError: they belong to different referentials.
    """
    way = steps(catalogue, start, end)
    first, last = catalogue.edition(start), catalogue.edition(end)
    return tuple(_of(number, way, first, last) for number in sorted({*first.numbers, *last.numbers}))


def _of(number: int, way: tuple[Step, ...], first: Edition, last: Edition) -> IndicatorChanges:
    before, after = _find(first, number), _find(last, number)
    told = tuple(change for step in way for change in _told(step, number))
    shown = after or before
    return IndicatorChanges(
        indicator=number,
        title=shown.title if shown else "",
        kind=_overall(before, after, told),
        steps=told,
        fields=differing(before, after) if before and after else (),
    )


def _overall(before: Indicator | None, after: Indicator | None, told: tuple[StepChange, ...]) -> ChangeKind:
    if before is None or after is None:
        return ChangeKind.REMOVED if before else ChangeKind.NEW
    strongest = max((step.effect for step in told), key=_STRENGTH.index, default=ChangeKind.NONE)
    # Gone on the way and back at the end: another text under the same number.
    return min(strongest, ChangeKind.SUBSTANCE, key=_STRENGTH.index)


def _told(step: Step, number: int) -> Iterator[StepChange]:
    """What a step says of an indicator; nothing when it says nothing and changes nothing that is asked."""
    before, after = _find(step.before, number), _find(step.after, number)
    older, newer = (after, before) if step.is_back else (before, after)
    teller = step.before if step.is_back else step.after
    declared = newer.change if step.told_by and newer else None
    change = declared or _untold(older, newer, teller.id)
    if change:
        yield StepChange(
            edition=teller.id,
            kind=change.kind,
            summary=change.summary,
            certainty=change.certainty,
            sources=tuple(teller.source(key) for key in change.sources),
            is_back=step.is_back,
        )


def _untold(older: Indicator | None, newer: Indicator | None, edition: str) -> Change | None:
    """What no edition tells: an indicator that comes or goes, or is asked otherwise without a word on it."""
    if older is None or newer is None:
        return _presence(older, newer, edition)
    asked = [field.label for field in differing(older, newer) if field.is_required]
    if not asked:
        return None
    return Change(
        kind=ChangeKind.SUBSTANCE,
        summary=f"Le texte diffère ({', '.join(asked)}) sans que l’édition dise en quoi.",
        certainty=Certainty.NOT_FOUND,
    )


def _presence(older: Indicator | None, newer: Indicator | None, edition: str) -> Change | None:
    if newer:
        return Change(kind=ChangeKind.NEW, summary=f"L’édition « {edition} » ajoute cet indicateur.")
    if older:
        return Change(kind=ChangeKind.REMOVED, summary=f"L’édition « {edition} » ne contient plus cet indicateur.")
    return None


def _find(edition: Edition, number: int) -> Indicator | None:
    return next((indicator for indicator in edition.indicators if indicator.number == number), None)
