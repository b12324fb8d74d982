"""Words that somebody looks for in columns: « ecole » finds « École », on either database, which does the looking.

Databases do not agree on accents, nor SQLite on capitals that have some. Both know classes of characters: each letter is
looked for as it was typed and as any that French writes for it. Longer classes, of all the letters of Europe, would take
twice as long: « ř » is found by itself, not by « r ».
"""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import CharField, Lookup, Model, Q, QuerySet, TextField

from auditblanc.domain.search import plain
from auditblanc.domain.text import LINE_LIMIT

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)
# As far as the letters of Western Europe go; the sign that programs put for an apostrophe is one too.
_CHARACTERS = (*map(chr, range(ord("!"), 0x100)), "’")
_MARKS_OF_SQLITE = "*?["
_MARKS_OF_POSTGRESQL = r".^$*+?()[]{}|\\"


def holding(found: QuerySet[M], words: str, *columns: str) -> QuerySet[M]:
    """Those where each word stands in one of the columns, whatever its capitals and its accents.

    What comes after as much as a line holds is not looked at: a database takes no question without end.
    """
    for word in words[:LINE_LIMIT].split():
        found = found.filter(reduce(or_, (Q(**{f"{column}__holds": word}) for column in columns)))
    return found


@CharField.register_lookup
@TextField.register_lookup
class Holds(Lookup[str]):
    """``column__holds=word``."""

    lookup_name = "holds"

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, before = self.process_lhs(compiler, connection)
        # Classes are tried at each place of a text; what a quicker comparison leaves out is spared them.
        patterns = f"%{_bare(self.rhs)}%", f"*{_classes(self.rhs, _MARKS_OF_SQLITE)}*"
        return f"({column} LIKE %s AND {column} GLOB %s)", [*before, patterns[0], *before, patterns[1]]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, before = self.process_lhs(compiler, connection)
        return f"{column} ~ %s", [*before, _classes(self.rhs, _MARKS_OF_POSTGRESQL)]


def _variants() -> dict[str, str]:
    """Each plain character with all that become it."""
    found: dict[str, str] = defaultdict(str)
    for each in _CHARACTERS:
        if len(plain(each)) == 1:
            found[plain(each)] += each
    return dict(found)


_VARIANTS = _variants()


def _classes(word: str, marks: str) -> str:
    return "".join(_class(each, marks) for each in word)


def _bare(word: str) -> str:
    """The letters that no accent changes, and any one character in the place of each other."""
    return "".join(
        each if each.isascii() and each.isalnum() and len(_VARIANTS[plain(each)]) <= len("Ll") else "_" for each in word
    )


def _class(character: str, marks: str) -> str:
    own = {character, *_one(character.lower()), *_one(character.upper())}
    variants = "".join(sorted(own.union(_VARIANTS.get(plain(character), ""))))
    if len(variants) > 1:
        return f"[{variants}]"
    if character not in marks:
        return character
    # PostgreSQL reads signs within classes; SQLite knows no other way to have one taken as it is.
    return f"\\{character}" if marks == _MARKS_OF_POSTGRESQL else f"[{character}]"


def _one(text: str) -> str:
    """Nothing where another case is longer: the capital of « ß » is two letters."""
    return text if len(text) == 1 else ""
