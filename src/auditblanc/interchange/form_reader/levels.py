"""The level of a row, from what its boxes hold and, failing that, from their colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.marks import Mark, level_said, mark
from auditblanc.interchange.form_reader.quotes import listed, quoted
from auditblanc.interchange.form_reader.roles import LEVEL_ROLES, Role
from auditblanc.interchange.form_reader.value import Value

if TYPE_CHECKING:
    from auditblanc.domain.snapshot import Level
    from auditblanc.interchange.form_reader.grid import GridCell

Cells = dict[Role, "GridCell"]


class LevelReading(Value, frozen=True):
    """The level read, ``None`` when none is, and what is doubtful about it, each a French sentence."""

    level: Level | None
    doubts: tuple[str, ...] = ()


class _Box(Value, frozen=True):
    level: Level
    text: str
    mark: Mark
    is_coloured: bool


def level_of(cells: Cells, backgrounds: dict[Role, str]) -> LevelReading:
    """``backgrounds``: the colour that a column has in every row, and that says nothing."""
    merged = cells.get(Role.LEVEL)
    if merged is not None and (LEVEL_ROLES.keys().isdisjoint(cells) or mark(merged.text, None) is not Mark.UNTOUCHED):
        return _said(merged.text, cells)
    boxes = [
        _Box(level, cell.text, mark(cell.text, level), cell.fill not in ("", backgrounds.get(role)))
        for role, level in LEVEL_ROLES.items()
        if (cell := cells.get(role)) and (cell.text or cell.fill)
    ]
    if not boxes:
        return LevelReading(None)
    ticked = [] if _are_printed(boxes) else [box.level for box in boxes if box.mark is Mark.TICKED]
    if len(ticked) > 1:
        said = f"Les cases {listed([str(int(level)) for level in ticked])} sont cochées : gardez-en une seule."
        return LevelReading(None, (said, *_words(boxes)))
    if ticked:
        return LevelReading(ticked[0], (*_words(boxes), *_colour_elsewhere(boxes, ticked[0])))
    return _unticked(boxes)


def _said(text: str, cells: Cells) -> LevelReading:
    """One cell for several levels: it must name one, and the boxes that are left must say nothing."""
    others = [cells[role].text for role in LEVEL_ROLES if role in cells and cells[role].text]
    level = level_said(text)
    if others:
        said = listed([quoted(each) for each in (text, *others)])
        return LevelReading(
            None, (f"Les cases de niveau, dont deux sont fusionnées, contiennent {said} : écrivez 1, 2 ou 3.",)
        )
    if level or mark(text, None) is Mark.UNTOUCHED:
        return LevelReading(level)
    return LevelReading(
        None, (f"La case de niveau contient {quoted(text)}, qui ne dit pas quel niveau : écrivez 1, 2 ou 3.",)
    )


def _are_printed(boxes: list[_Box]) -> bool:
    """1, 2 and 3 in the three boxes of a row are its print, not its answer."""
    return len(boxes) == len(LEVEL_ROLES) and all(level_said(box.text) is box.level for box in boxes)


def _unticked(boxes: list[_Box]) -> LevelReading:
    begun = [box.level for box in boxes if box.mark is Mark.WORDS and _starts_ticked(box)]
    coloured = [box.level for box in boxes if box.is_coloured]
    doubts = (*_words(boxes), *_refusals(boxes))
    if len(begun) == 1:
        return LevelReading(
            begun[0], (*doubts, f"Le niveau {int(begun[0])} est proposé d’après cette case : confirmez-le.")
        )
    if len(coloured) == 1:
        said = f"Aucune case n’est cochée, mais la case {int(coloured[0])} est colorée : le niveau {int(coloured[0])} est proposé, confirmez-le."
        return LevelReading(coloured[0], (*doubts, said))
    if coloured and len(coloured) < len(LEVEL_ROLES):
        numbers = listed([str(int(level)) for level in coloured])
        doubts = (*doubts, f"Aucune case n’est cochée, mais les cases {numbers} sont colorées : cochez-en une.")
    return LevelReading(None, doubts)


def _starts_ticked(box: _Box) -> bool:
    return mark(box.text.split(maxsplit=1)[0], box.level) is Mark.TICKED


def _words(boxes: list[_Box]) -> tuple[str, ...]:
    return tuple(
        f"La case {int(box.level)} contient {quoted(box.text)}, qui n’est pas une simple coche : dites si ce niveau est choisi."
        for box in boxes
        if box.mark is Mark.WORDS
    )


def _refusals(boxes: list[_Box]) -> tuple[str, ...]:
    """Dashes beside a tick say nothing more; alone they may mean that the indicator does not apply."""
    refused = [f"{quoted(box.text)} dans la case {int(box.level)}" for box in boxes if box.mark is Mark.REFUSED]
    return (
        (f"Aucune case n’est cochée, mais il y a {listed(refused)} : dites ce que cela signifie.",) if refused else ()
    )


def _colour_elsewhere(boxes: list[_Box], ticked: Level) -> tuple[str, ...]:
    coloured = [box.level for box in boxes if box.is_coloured]
    if len(coloured) != 1 or coloured[0] is ticked:
        return ()
    return (
        f"La case {int(ticked)} est cochée, mais c’est la case {int(coloured[0])} qui est colorée : confirmez le niveau {int(ticked)}.",
    )
