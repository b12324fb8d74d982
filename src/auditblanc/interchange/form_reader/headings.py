"""Recognise the rows that head the columns, whatever was made of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.interchange.form_layout import HEADINGS
from auditblanc.interchange.form_reader.roles import LEVEL_ROLES, Role
from auditblanc.interchange.form_reader.value import Value
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
_DIGITS = {str(int(level)): role for role, level in LEVEL_ROLES.items()}
_OTHER_WORDS = "1 2 3 n no num numero énoncé énoncés indicateur niveaux attendus exemple de preuve élément"


class Heading(Value, frozen=True):
    """What the columns from ``column`` on, ``span`` of them, are for."""

    column: int
    span: int
    role: Role


def headings(row: Row) -> tuple[Heading, ...]:
    """What a row says that columns are for; empty for a row that heads nothing."""
    texts = []
    for cell in row:
        if len(cell.text) > _LONGEST:
            return ()
        texts.append("" if cell.is_covered else cell.text)
    roles = _roles(tuple(texts))
    if not roles:
        return ()
    return tuple([Heading(cell.column, cell.span, role) for cell, role in zip(row, roles, strict=True) if role])


def typed_in(row: Row) -> tuple[GridCell, ...]:
    """The cells of a heading row that say what no form prints, or that carry a remark."""
    return tuple([cell for cell in row if cell.remarks or not _is_known(cell.text)])


@lru_cache(maxsize=256)
def _roles(texts: tuple[str, ...]) -> tuple[Role | None, ...]:
    """What each cell of a row heads; empty for a row that heads nothing. Header rows come again in every table."""
    roles = tuple(map(_role, texts))
    named = {role for role in roles if role and role not in LEVEL_ROLES}
    others_are_blank = all(role or not text for role, text in zip(roles, texts, strict=True))
    if len(named) > 1 or (others_are_blank and (named or _counts_to_three(roles))):
        return roles
    return ()


def _counts_to_three(roles: tuple[Role | None, ...]) -> bool:
    """1, 2, 3 in neighbouring cells. Their row has no other word: an indicator's has its statement."""
    found = [(place, role) for place, role in enumerate(roles) if role]
    first = found[0][0] if found else 0
    return found == list(enumerate(LEVEL_ROLES, start=first))


@lru_cache(maxsize=256)
def _is_known(text: str) -> bool:
    return _VOCABULARY.issuperset(words(_plain(text)))


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
