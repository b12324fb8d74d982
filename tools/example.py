"""Fill the founding form as the fictitious Atelier Mimosa would have: the bundled example of `auditblanc example`.

Run it again after a change of tests/data/fiche-vierge.docx or of the answers: `python -m tools.example`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from docx.table import _Cell

ROOT = Path(__file__).resolve().parent.parent
BLANK = ROOT / "tests" / "data" / "fiche-vierge.docx"
EXAMPLES = ROOT / "src" / "auditblanc" / "examples"
ANSWERS = EXAMPLES / "atelier-mimosa.json"
FORM = EXAMPLES / "fiche-atelier-mimosa.docx"

# What people do: indicator 19 has two boxes ticked, so that no level can be read.
TICKED_TWICE = {19: (1, 2)}
LEVELS, PRESENTATION = slice(4, 7), 7


def fill(cells: list[_Cell], number: int, level: int | None, presentation: str) -> None:
    for ticked in TICKED_TWICE.get(number, (level,) if level else ()):
        cells[LEVELS][ticked - 1].text = "X"
    cells[PRESENTATION].text = presentation


def main() -> None:
    ratings = {entry["indicator"]: entry for entry in json.loads(ANSWERS.read_text("utf-8"))["assessment"]["ratings"]}
    document = docx.Document(str(BLANK))
    for table in document.tables:
        for row in table.rows:
            cells = list(row.cells)
            number = cells[0].text.strip()
            if number.isdigit():
                entry = ratings[int(number)]
                fill(cells, int(number), entry["level"], entry["presentation"])
    properties = document.core_properties
    properties.title, properties.author, properties.language = (
        "Auto-évaluation de l’Atelier Mimosa (fictif)",
        "",
        "fr-FR",
    )
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(2026, 11, 22, tzinfo=UTC)
    document.save(str(FORM))


if __name__ == "__main__":
    main()
