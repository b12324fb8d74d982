"""Read the grid: a rating a row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Category
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, worst
from auditblanc.interchange.problems import Cell
from auditblanc.interchange.workbook import typed, words
from auditblanc.interchange.workbook.identify import check_text, identify, texts
from auditblanc.interchange.workbook.layout import GRID, level_key
from auditblanc.interchange.workbook.ledger import quoted, row_quoted
from auditblanc.interchange.workbook.trace import fingerprint

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.interchange.workbook.ledger import Ledger
    from auditblanc.interchange.workbook.tables import FoundRow, FoundTable
    from auditblanc.interchange.workbook.trace import Trace


def ratings(table: FoundTable, edition: Edition, trace: Trace, ledger: Ledger) -> tuple[Rating, ...]:
    """What was noted, in the order of the indicators. A row left as it was never noted gives nothing."""
    rows = _rows(table, edition, trace, ledger)
    for number in edition.numbers:
        if number not in rows and (number in trace.part or not trace.part):
            ledger.say(
                f"La ligne de l’indicateur {number} n’est plus dans la feuille « {table.sheet.name} » : il est lu comme non évalué.",
                cell=Cell.ROW,
                indicator=number,
            )
    read = [_rating(row, number, trace, ledger) for number, row in sorted(rows.items())]
    return tuple(
        rating
        for rating in read
        if rating != Rating(indicator=rating.indicator) or trace.was_noted(rating.indicator) or not trace.entries
    )


def _rows(table: FoundTable, edition: Edition, trace: Trace, ledger: Ledger) -> dict[int, FoundRow]:
    """The row of each indicator. Of two with answers the first counts, and the other is quoted."""
    moved = bool(trace.fingerprint) and trace.fingerprint != fingerprint(edition)
    if moved:
        ledger.say(
            "Les textes du référentiel ont été corrigés depuis que ce classeur a été écrit : ceux d’aujourd’hui sont repris."
        )
    known = texts(edition, moved=moved)
    rows: dict[int, FoundRow] = {}
    for row in table.rows:
        number = identify(row, known, ledger)
        is_known = number in edition.numbers or (number is not None and trace.was_noted(number))
        if number is None or not is_known:
            _quote(row, "ne correspond à aucun indicateur de ce texte", ledger)
        elif number not in rows or (not rows[number].typed(GRID) and row.typed(GRID)):
            rows[number] = row
            check_text(row, number, known, ledger)
        else:
            _quote(row, f"répète l’indicateur {number}, déjà lu plus haut", ledger, number)
    return rows


def _quote(row: FoundRow, fault: str, ledger: Ledger, number: int | None = None) -> None:
    """Say what stands in a row that is not taken; nothing when nobody typed there."""
    held = row_quoted(row.typed(GRID) if number else (*row.cells.values(), *row.others))
    if held:
        ledger.say(f"La ligne {row.number} de la grille {fault}. {held}", cell=Cell.ROW, indicator=number)


def _rating(row: FoundRow, number: int, trace: Trace, ledger: Ledger) -> Rating:
    take = partial(ledger.take, indicator=number)
    cells = row.cells
    level, split = _levels(row, number, trace, ledger)
    applicable, reason = _decision(row, number, ledger)
    for other in row.others:
        ledger.say(
            f"{other.place} : la colonne « {quoted(other.heading)} » n’est pas du classeur ; on y lit : « {quoted(other.text)} ».",
            cell=Cell.ROW,
            indicator=number,
        )
    return Rating(
        indicator=number,
        level=level,
        presentation=take(cells.get("presentation"), typed.text, otherwise="", cell=Cell.PRESENTATION),
        applicable=applicable,
        reason=reason,
        by_category=split,
        review=take(cells.get("review"), typed.one_of(words.REVIEWS)),
        carried_from=trace.carried_from(number),
        effort=take(cells.get("effort"), typed.one_of(words.EFFORTS)),
        ticked=take(cells.get("ticked"), typed.lines, otherwise=()),
        versions=trace.versions(number),
    )


def _levels(row: FoundRow, number: int, trace: Trace, ledger: Ledger) -> tuple[Level | None, tuple[CategoryLevel, ...]]:
    """The level and its split by category; where there is a split, the level follows from it."""
    understand = typed.one_of(words.LEVELS)
    level: Level | None = ledger.take(row.cells.get("level"), understand, cell=Cell.LEVEL, indicator=number)
    by_category = {
        category: found
        for category in Category
        if (found := ledger.take(row.cells.get(level_key(category)), understand, cell=Cell.LEVEL, indicator=number))
    }
    if not by_category and level:
        return level, ()
    order = dict.fromkeys((*trace.split(number), *by_category))
    split = tuple(CategoryLevel(category=category, level=by_category.get(category)) for category in order)
    follows = worst(part.level for part in split) if split else level
    if level and level != follows:
        kept = words.said(words.LEVELS, follows) or "non évalué"
        ledger.say(
            f"Le niveau écrit (« {words.said(words.LEVELS, level)} ») n’est pas le moins bon des niveaux par catégorie (« {kept} ») : ce dernier est retenu.",
            cell=Cell.LEVEL,
            indicator=number,
        )
    return follows, split


def _decision(row: FoundRow, number: int, ledger: Ledger) -> tuple[bool | None, str]:
    """The person's decision with its reason: neither goes without the other."""
    applicable: bool | None = ledger.take(row.cells.get("applicable"), typed.one_of(words.APPLIES), indicator=number)
    reason: str = ledger.take(row.cells.get("reason"), typed.text, otherwise="", indicator=number)
    if applicable is not None and not reason:
        said = words.said(words.APPLIES, applicable)
        ledger.say(
            f"Vous décidez « {said} » sans motif : la décision n’est pas retenue, écrivez son motif.",
            cell=Cell.ROW,
            indicator=number,
        )
        return None, ""
    if applicable is None and reason:
        ledger.say(
            f"Un motif est écrit sans décision, il n’est pas retenu : « {quoted(reason)} ».",
            cell=Cell.ROW,
            indicator=number,
        )
        return None, ""
    return applicable, reason
