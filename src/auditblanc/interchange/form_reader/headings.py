"""Recognise the rows that head the columns, whatever was made of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.interchange.form_layout import HEADINGS
from auditblanc.interchange.form_reader.roles import Role
from auditblanc.interchange.form_reader.wording import words

if TYPE_CHECKING:
    from auditblanc.interchange.form_reader.grid import GridCell, Row

# A heading is short; a longer sentence may hold any of these words.
_LONGEST = 80
_PATTERNS = (
    (re.compile(r"prevu de presenter|a presenter a l|ce que vous avez prevu"), Role.PRESENTATION),
    (re.compile(r"niveaux? attendu"), Role.EXPECTED),
    (re.compile(r"elements? de preuve|exemples? de preuve"), Role.EVIDENCE),
    (re.compile(r"niveau de preparation|votre niveau"), Role.LEVEL),
    (re.compile(r"^(n°|n|no|num(ero)?)\.?$"), Role.NUMBER),
    (re.compile(r"^(indicateur|enonce)s?\b(?!.*\d)"), Role.STATEMENT),
)
_DIGITS = {"1": Role.LEVEL_1, "2": Role.LEVEL_2, "3": Role.LEVEL_3}
_OTHER_WORDS = "1 2 3 n no num numero énoncé énoncés indicateur niveaux attendus exemple de preuve élément"

Heading = tuple["GridCell", Role]


def headings(row: Row) -> tuple[Heading, ...]:
    """The cells of a row that head columns, each with what its column is for; empty for any other row."""
    if any(len(cell.text) > _LONGEST for cell in row):
        return ()
    found = tuple((cell, role) for cell in row if (role := _role(cell.text)))
    named = {role for _, role in found if role not in _DIGITS.values()}
    others_are_blank = all(cell.is_covered or not cell.text or _role(cell.text) for cell in row)
    if len(named) > 1 or (others_are_blank and (named or _counts_to_three(found))):
        return found
    return ()


def typed_in(row: Row) -> tuple[GridCell, ...]:
    """The cells of a heading row that say what no form prints, or that carry a remark."""
    return tuple(cell for cell in row if not _is_known(cell.text) or any(each.remarks for each in cell.paragraphs))


def _counts_to_three(found: tuple[Heading, ...]) -> bool:
    """1, 2, 3 in neighbouring columns. Their row has no other word: an indicator's has its statement."""
    columns = [cell.column for cell, _ in found]
    neighbours = columns == list(range(columns[0], columns[0] + len(columns))) if columns else False
    return neighbours and [role for _, role in found] == list(_DIGITS.values())


@lru_cache(maxsize=256)
def _is_known(text: str) -> bool:
    return _VOCABULARY.issuperset(words(_plain(text)))


@lru_cache(maxsize=256)
def _role(text: str) -> Role | None:
    if text in _DIGITS or not text:
        return _DIGITS.get(text)
    plain = _plain(text)
    return next((role for pattern, role in _PATTERNS if pattern.search(plain)), None)


def _plain(text: str) -> str:
    """Without accents, case, apostrophes and double blanks."""
    letters = (each for each in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(each))
    return re.sub(r"[\s’']+", " ", "".join(letters)).strip()


_VOCABULARY = frozenset(words(_plain(" ".join((*HEADINGS, _OTHER_WORDS)))))
