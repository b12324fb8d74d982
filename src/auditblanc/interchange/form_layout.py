"""What the writer and the readers of the form share: headings, marks, named styles, the line of a split rating."""

from __future__ import annotations

import re

from auditblanc.domain.categories import Category
from auditblanc.domain.snapshot import CategoryLevel, Level, Review

# Widths of the eight columns in twentieths of a point, those of the founding form. Explicit: left to itself,
# LibreOffice makes 77 pages of 13.
COLUMN_WIDTHS = (567, 3515, 2608, 3742, 454, 454, 454, 3175)

HEADINGS = (
    "Indicateurs",
    "Niveau attendu",
    "Exemples d’éléments de preuves possibles",
    "Votre niveau de préparation",
    "Ce que vous avez prévu de présenter à l’auditeur",
)

MARK = "X"

# Paragraph styles: identifier → name seen in the editor. Readers know a paragraph of ours by either.
REVIEW_STYLE = ("AuditblancReview", "Auditblanc – à revoir")
REWORDED_STYLE = ("AuditblancReworded", "Auditblanc – reformulation")
SPLIT_STYLE = ("AuditblancSplit", "Auditblanc – par catégorie")
# A proof of the register, under the answer: readers leave it, as the register is where it is changed.
PROOF_STYLE = ("AuditblancProof", "Auditblanc – preuve")
PROOF_PREFIX = "Preuve : "
# What a person decided on applicability, in the statement cell; what we add to the first page, outside the tables.
DECISION_STYLE = ("AuditblancDecision", "Auditblanc – applicabilité")
NOTE_STYLE = ("AuditblancNote", "Auditblanc – note")

REVIEW_PREFIXES = {Review.KEPT: "Repris", Review.LOOK_AGAIN: "▲ À revoir", Review.NEW: "✚ Nouveau"}
DECISION_PREFIXES = {False: "Déclaré non applicable", True: "Déclaré applicable"}

_SPLIT_PART = re.compile(r"(AF|BC|VAE|CFA)\s*:\s*([123–-])")


def split_line(by_category: tuple[CategoryLevel, ...]) -> str:
    """« AF : 1 · BC : 3 »; an unrated category is « – »."""
    return " · ".join(f"{part.category} : {int(part.level) if part.level else '–'}" for part in by_category)


def parse_split_line(line: str) -> tuple[CategoryLevel, ...]:
    """The categories and levels of a line as :func:`split_line` writes it; empty when the line is something else."""
    parts = [_SPLIT_PART.fullmatch(part.strip()) for part in line.split("·")]
    if not all(parts):
        return ()
    return tuple(
        CategoryLevel(category=Category(part[1]), level=Level(int(part[2])) if part[2].isdigit() else None)
        for part in parts
        if part
    )
