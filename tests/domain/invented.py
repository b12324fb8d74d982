"""Editions invented for a test: those of tests/data/editions, and some that do what no published text has done yet."""

from __future__ import annotations

from auditblanc.domain.catalogue import load
from tests.conftest import DATA

EDITIONS = DATA / "editions"

HEADING = """
id = "{id}"
based_on = "{base}"
title = "Édition inventée {id}"
checked_on = 2027-01-15
"""

# Based on 2026-v9 each: one drops an indicator, the next one brings it back, a third one changes a text without a word.
WITHOUT_5 = HEADING.format(id="sans-5", base="2026-v9") + "removed = [5]\n"
BACK_TO_5 = (
    HEADING.format(id="retour-5", base="sans-5")
    + """
[[indicators]]
number = 5
criterion = 2
title = "Objectifs (inventé)"
statement = { reworded = "Vous définissez des objectifs inventés." }
expected_level = { reworded = "Démontrer des objectifs inventés." }
evidence_examples = { reworded = "Exemples inventés." }
evidence_kinds = ["Programme"]
auditor_asks = ["Lesquels ?"]
usual_gaps = ["Aucun"]
applies = { AF = {} }
gradable = true
new_entrant = { regime = "full" }
surveillance_minimum = "no"
as_subcontractor = { rule = "standard" }
effort = { partial = "1h", missing = "1d" }
certainty = { applies = "inference", gradable = "inference", new_entrant = "inference" }
sources = []
"""
)
SILENT = (
    HEADING.format(id="muette", base="2026-v9")
    + """
[[indicators]]
number = 8
expected_level = { reworded = "Démontrer autre chose (niveau inventé)." }

[[indicators]]
number = 9
title = "Autre intitulé (inventé)"
"""
)


def catalogue_with(folder, **texts):
    """The shipped editions, those of tests/data/editions, and ``texts``, written into ``folder``."""
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return load([EDITIONS, folder])
