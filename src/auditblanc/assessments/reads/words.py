"""Words that somebody looks for in columns: « ecole » finds « École », on either database, without reading every row.

Databases do not agree on accents, nor SQLite on capitals that have some. Both know classes of characters: each letter is
looked for as itself and as what becomes it once it is plain.
"""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import CharField, Lookup, Model, Q, QuerySet, TextField

from auditblanc.domain.search import plain

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)
# As far as the letters of Europe written in Latin go; the sign that programs put for an apostrophe is one too.
_CHARACTERS = (*map(chr, range(ord("!"), 0x180)), "’")
_MARKS_OF_SQLITE = "*?["
_MARKS_OF_POSTGRESQL = r".^$*+?()[]{}|\\"


def holding(found: QuerySet[M], words: str, *columns: str) -> QuerySet[M]:
    """Those where each word stands in one of the columns, whatever its capitals and its accents."""
    for word in plain(words).split():
        found = found.filter(reduce(or_, (Q(**{f"{column}__holds": word}) for column in columns)))
    return found


@CharField.register_lookup
@TextField.register_lookup
class Holds(Lookup[str]):
    """``column__holds=word``: a word that is plain already."""

    lookup_name = "holds"

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, before = self.process_lhs(compiler, connection)
        return f"{column} GLOB %s", [*before, f"*{_classes(self.rhs, _MARKS_OF_SQLITE)}*"]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, before = self.process_lhs(compiler, connection)
        return f"{column} ~ %s", [*before, _classes(self.rhs, _MARKS_OF_POSTGRESQL)]


def _variants() -> dict[str, str]:
    """Each plain character with all that become it."""
    found: dict[str, str] = defaultdict(str)
    for each in _CHARACTERS:
        if len(plain(each)) == 1:
            found[plain(each)] += each
    return found


_VARIANTS = _variants()


def _classes(word: str, marks: str) -> str:
    return "".join(_class(each, marks) for each in word)


def _class(character: str, marks: str) -> str:
    variants = _VARIANTS.get(character, character)
    if len(variants) > 1:
        return f"[{variants}]"
    if character not in marks:
        return character
    # PostgreSQL reads signs within classes; SQLite knows no other way to have one taken as it is.
    return f"\\{character}" if marks == _MARKS_OF_POSTGRESQL else f"[{character}]"
