"""Build frozen dataclasses from plain tables (TOML, JSON), naming the faulty entry when one does not fit.

The keys of a table are the fields of the dataclass: nothing else is needed to add a field to the data files.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from auditblanc.domain.text import illegible

T = TypeVar("T")
P = ParamSpec("P")
Reader = Callable[[object], Any]

_EXPECTED = {
    str: "un texte est attendu",
    int: "un nombre entier est attendu",
    float: "un nombre est attendu",
    bool: "true ou false est attendu",
    date: "une date est attendue (AAAA-MM-JJ)",
}


class StructureError(ValueError):
    """What is wrong, as one French ``sentence``, and where.

    ``path``: the keys down to the faulty value; an item of a list goes by its number or key, else by its place.
    """

    def __init__(self, sentence: str, path: tuple[str, ...] = ()) -> None:
        super().__init__(f"{' › '.join(path)} : {sentence}" if path else sentence)
        self.sentence = sentence
        self.path = path

    def under(self, key: str) -> StructureError:
        return StructureError(self.sentence, (key, *self.path))


def build(kind: type[T], value: object) -> T:
    """``value`` as ``kind``: a dataclass, an enum, a tuple or dict of these, a date (or its ISO form), a plain value.

    Raises:
        StructureError: a key unknown or missing, or a value of another type.
    """
    reader: Callable[[object], T] = _reader(kind)  # type: ignore[arg-type]
    return reader(value)


@cache
def _reader(kind: Any) -> Reader:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return _tuple(arguments[0])
    if origin is dict:
        return _dict(*arguments)
    if is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, Enum):
        return _enum(kind)
    return _date if kind is date else _plain(kind)


def at(key: str, function: Callable[P, T], *arguments: P.args, **keywords: P.kwargs) -> T:
    """What the function gives; a fault that it raises is told under that key."""
    try:
        return function(*arguments, **keywords)
    except StructureError as error:
        raise error.under(key) from error.__cause__


def _optional(kind: Any) -> Reader:
    reader = _reader(kind)
    return lambda value: None if value is None else reader(value)


def _tuple(kind: Any) -> Reader:
    reader = _reader(kind)

    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise StructureError("une liste est attendue.")
        return tuple(at(entry_name(item, place), reader, item) for place, item in enumerate(value, start=1))

    return read


def _dict(key_kind: Any, kind: Any) -> Reader:
    key_reader, reader = _reader(key_kind), _reader(kind)

    def read(value: object) -> dict[Any, Any]:
        return {at(key, key_reader, key): at(key, reader, item) for key, item in _table(value).items()}

    return read


def _dataclass(kind: Any) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    needed = [field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]

    def read(value: object) -> Any:
        table = _table(value)
        for key in table:
            if key not in readers:
                raise StructureError("ce champ n’existe pas.", (key,))
        for name in needed:
            if name not in table:
                raise StructureError("ce champ manque.", (name,))
        built = {key: at(key, readers[key], item) for key, item in table.items()}
        try:
            return kind(**built)
        except ValueError as error:
            raise StructureError(str(error)) from error

    return read


def _enum(kind: type[Enum]) -> Reader:
    members = {member.value: member for member in kind}

    def read(value: object) -> Enum:
        if type(value) in (str, int) and value in members:  # an exact type: true equals 1 and is no level
            return members[value]
        words = ", ".join(str(word) for word in members)
        raise StructureError(f"{_quoted(value)} n’est pas admis ; valeurs possibles : {words}.")

    return read


def _plain(kind: Any) -> Reader:
    """Text, number or truth value: ``true`` is no number, and a whole number will do for a float."""

    def read(value: object) -> object:
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind or (isinstance(value, float) and not math.isfinite(value)):
            raise _unexpected(kind, value)
        if isinstance(value, str) and (code := illegible(value)):
            raise StructureError(f"ce texte contient un caractère illisible (code {code}).")
        return value

    return read


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _unexpected(date, value) from None
    raise _unexpected(date, value)


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise StructureError("une table est attendue.")
    return value


def _unexpected(kind: Any, value: object) -> StructureError:
    return StructureError(f"{_EXPECTED[kind]}, {_quoted(value)} a été trouvé.")


def _quoted(value: object) -> str:
    """A value as a message shows it: whole when short."""
    shown = str(value)
    return f"« {shown} »" if len(shown) <= 40 else f"« {shown[:39]}… »"  # noqa: PLR2004 - the width of a message


def entry_name(item: object, place: int) -> str:
    """How a person finds an item of a list: by its number or key when it has one, else by its place."""
    if isinstance(item, dict):
        for key in ("number", "key"):
            if key in item:
                return str(item[key])
    return str(place)
