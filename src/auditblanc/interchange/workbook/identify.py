"""Which indicator a row of the grid is about: by its number, checked against the text that stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.verdict import Answer
from auditblanc.interchange.problems import Cell
from auditblanc.interchange.workbook.ledger import quoted
from auditblanc.interchange.workbook.rows import text_cells

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.interchange.workbook.ledger import Ledger
    from auditblanc.interchange.workbook.tables import FoundRow

_NUMBER = re.compile(r"(?:indicateur|ind\.?|n°|no)?\s*(\d{1,6})(?:[.,]0*)?\s*\.?", re.IGNORECASE)
_WORDED = ("statement", "title")
_COMPUTED = tuple(answer.label for answer in Answer)
_COMPARED = ("criterion", "title", "statement", "expected_level", "evidence_examples")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The text's own cells by indicator, without their spacing. ``moved``: the workbook was written with others."""

    cells: dict[int, dict[str, str]]
    moved: bool = False

    def of_wording(self, row: FoundRow) -> int | None:
        """The only indicator whose statement or title stands in a row."""
        for key in _WORDED:
            if key in row.cells:
                shown = _spaced(row.cells[key].text)
                matches = [number for number, cells in self.cells.items() if cells[key] == shown]
                if len(matches) == 1:
                    return matches[0]
        return None


def texts(edition: Edition, *, moved: bool) -> Texts:
    cells = {
        indicator.number: {key: _spaced(str(value)) for key, value in text_cells(indicator, edition).items()}
        for indicator in edition.indicators
    }
    return Texts(cells=cells, moved=moved)


def identify(row: FoundRow, known: Texts, ledger: Ledger) -> int | None:
    """The number of a row's indicator, known or not; ``None`` when nothing tells it."""
    typed = row.cells.get("number")
    found = _NUMBER.fullmatch(typed.text.strip()) if typed else None
    worded = known.of_wording(row)
    number = int(found[1]) if found else None
    if worded is None or worded == number:
        return number
    if _shows_its_own_text(row, known, number):
        return number
    said = f"« {quoted(typed.text)} »" if typed else "vide"
    ledger.say(
        f"Feuille « {_sheet(row)} », ligne {row.number} : le numéro est {said} mais le texte est celui de l’indicateur {worded} ; la ligne est lue comme l’indicateur {worded}, vérifiez-la.",
        cell=Cell.ROW,
        indicator=worded,
    )
    return worded


def check_text(row: FoundRow, number: int, known: Texts, ledger: Ledger) -> None:
    """Say which of the cells that nobody fills a person changed; what was typed there is quoted."""
    _check_computed(row, number, ledger)
    for key in () if known.moved else _COMPARED:
        typed = row.cells.get(key)
        if typed and number in known.cells and _spaced(typed.text) != known.cells[number][key]:
            ledger.say(
                f"{typed.place} : le texte du référentiel (« {typed.heading} ») a été changé ; il n’est pas repris. On y lit : « {quoted(typed.text)} ».",
                cell=Cell.STATEMENT,
                indicator=number,
            )


def _check_computed(row: FoundRow, number: int, ledger: Ledger) -> None:
    """The computed answer is not read: it follows from the profile. Words of a person there are quoted."""
    typed = row.cells.get("computed")
    if typed and not typed.text.startswith(_COMPUTED):
        ledger.say(
            f"{typed.place} : la réponse calculée a été changée, elle n’est pas lue ; pour en décider autrement, servez-vous de la colonne suivante. On y lit : « {quoted(typed.text)} ».",
            cell=Cell.ROW,
            indicator=number,
        )


def _shows_its_own_text(row: FoundRow, known: Texts, number: int | None) -> bool:
    cells = known.cells.get(number or 0, {})
    return any(key in row.cells and _spaced(row.cells[key].text) == cells.get(key) for key in _WORDED)


def _sheet(row: FoundRow) -> str:
    return next(iter(row.cells.values())).sheet


def _spaced(text: str) -> str:
    return " ".join(text.split())
