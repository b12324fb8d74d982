"""What types cannot say of an edition: dates in order, nothing empty, and everything that is named exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditblanc.domain.pieces import is_an_answer
from auditblanc.domain.structure import StructureError, entry_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditblanc.domain.referential import ConditionText, Edition, Indicator
    from auditblanc.domain.rulebook import Piece

_REVERSED = "la fin d’application précède le début."


def faults(edition: Edition, table: dict[str, Any]) -> Iterator[StructureError]:
    """The faults of an edition built from ``table``, each with the path of the entry."""
    yield from _periods(edition)
    yield from _undescribed_sources(edition, table)
    for condition in edition.conditions:
        yield from _under(("conditions", condition.key), _condition_faults(condition))
    for piece in edition.rules.pieces.pieces:
        yield from _under(("rules", "pieces", "pieces", piece.key), _piece_faults(piece))
    for indicator in edition.indicators:
        yield from _under(("indicators", str(indicator.number)), _indicator_faults(edition, indicator))


def _under(path: tuple[str, ...], found: Iterator[StructureError]) -> Iterator[StructureError]:
    return (StructureError(fault.sentence, (*path, *fault.path)) for fault in found)


def _periods(edition: Edition) -> Iterator[StructureError]:
    texts = {"decree": edition.decree, "guide": edition.guide, "audit_order": edition.audit_order}
    if _ends_too_soon(edition.audits_from, edition.audits_to):
        yield StructureError(_REVERSED, ("audits_to",))
    for name, text in texts.items():
        if _ends_too_soon(text.effective_from, text.effective_to):
            yield StructureError(_REVERSED, (name, "effective_to"))


def _ends_too_soon(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end < start


def _undescribed_sources(edition: Edition, table: dict[str, Any]) -> Iterator[StructureError]:
    described = {source.key for source in edition.sources}
    for path, source in _cited(table):
        if source not in described:
            yield StructureError(f"la source « {source} » n’est pas décrite dans cette édition.", path)


def _cited(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each source cited, however deep, with where. The descriptions, at the root, cite none."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "sources" and path:
                yield from (((*path, key), source) for source in item)
            else:
                yield from _cited(item, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value, start=1):
            yield from _cited(item, (*path, entry_name(item, place)))


def _condition_faults(condition: ConditionText) -> Iterator[StructureError]:
    if bool(condition.disputed_answer) != (condition.dispute is not None):
        yield StructureError("« disputed_answer » et « dispute » vont ensemble : donnez les deux, ou aucun.")


def _piece_faults(piece: Piece) -> Iterator[StructureError]:
    for answer in piece.answered_by:
        if not is_an_answer(answer):
            yield StructureError(f"« {answer} » n’est pas une réponse du profil.", ("answered_by",))


def _indicator_faults(edition: Edition, indicator: Indicator) -> Iterator[StructureError]:
    if indicator.number < 1:
        yield StructureError("les numéros commencent à 1.", ("number",))
    if indicator.criterion not in [criterion.number for criterion in edition.criteria]:
        yield StructureError(f"le critère {indicator.criterion} n’existe pas dans cette édition.", ("criterion",))
    if not indicator.statement.text:
        yield StructureError("l’énoncé est vide.", ("statement",))
    told = [condition.key for condition in edition.conditions]
    for category, scope in indicator.applies.items():
        if scope.condition and scope.condition not in told:
            sentence = f"la condition « {scope.condition} » n’est pas décrite dans cette édition."
            yield StructureError(sentence, ("applies", category, "condition"))
