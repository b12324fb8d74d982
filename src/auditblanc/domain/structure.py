"""Build frozen dataclasses from plain tables (TOML, JSON), naming the faulty entry when one does not fit.

The keys of a table are the fields of the dataclass: nothing else is needed to add a field to the data files.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class StructureError(ValueError):
    """What is wrong, and where: ``path`` is a chain of keys such as ``indicator 12 › statement``."""

    def __init__(self, path: tuple[str, ...], sentence: str) -> None:
        super().__init__(f"{' › '.join(path)} : {sentence}" if path else sentence)


def build(kind: type[T], value: object, path: tuple[str, ...] = ()) -> T:
    """``value`` as ``kind``: a dataclass, an enum, a date, a tuple of these, or a plain value.

    Raises:
        StructureError: a key unknown or missing, or a value of another type; ``path`` tells where.
    """
    return _build(kind, value, path)  # type: ignore[no-any-return]


def _build(kind: Any, value: object, path: tuple[str, ...]) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = next(argument for argument in get_args(kind) if argument is not type(None))
        return None if value is None else _build(inner, value, path)
    if origin is tuple:
        return _build_tuple(get_args(kind)[0], value, path)
    if origin is dict:
        return _build_dict(get_args(kind), value, path)
    if is_dataclass(kind):
        return _build_dataclass(kind, value, path)
    if issubclass(kind, Enum):
        return _build_enum(kind, value, path)
    return _plain(kind, value, path)


def _build_tuple(kind: Any, value: object, path: tuple[str, ...]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise StructureError(path, "une liste est attendue.")
    return tuple(_build(kind, item, (*path, _name(item, index))) for index, item in enumerate(value, start=1))


def _build_dict(kinds: tuple[Any, ...], value: object, path: tuple[str, ...]) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise StructureError(path, "une table est attendue.")
    return {_build(kinds[0], key, path): _build(kinds[1], item, (*path, str(key))) for key, item in value.items()}


def _build_dataclass(kind: Any, value: object, path: tuple[str, ...]) -> Any:
    if not isinstance(value, dict):
        raise StructureError(path, "une table est attendue.")
    known = {field.name: field for field in fields(kind)}
    hints = _hints(kind)
    for key in value:
        if key not in known:
            raise StructureError((*path, str(key)), "ce champ n’existe pas.")
    for name, field in known.items():
        if name not in value and field.default is MISSING and field.default_factory is MISSING:
            raise StructureError((*path, name), "ce champ manque.")
    built = {key: _build(hints[key], item, (*path, str(key))) for key, item in value.items()}
    try:
        return kind(**built)
    except StructureError:
        raise
    except ValueError as error:
        raise StructureError(path, str(error)) from error


def _build_enum(kind: type[Enum], value: object, path: tuple[str, ...]) -> Enum:
    try:
        return kind(value)
    except ValueError:
        words = ", ".join(str(member.value) for member in kind)
        raise StructureError(path, f"« {value} » n’est pas admis ; valeurs possibles : {words}.") from None


def _plain(kind: type, value: object, path: tuple[str, ...]) -> object:
    fits = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is date and isinstance(value, datetime):
        fits = False
    if not fits:
        names = {str: "un texte", int: "un nombre entier", bool: "true ou false", date: "une date", float: "un nombre"}
        raise StructureError(path, f"{names.get(kind, kind.__name__)} attendu(e), « {value} » trouvé.")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _name(item: object, index: int) -> str:
    """How a person finds an item of a list: by its number or key when it has one, else by its place."""
    if isinstance(item, dict):
        for key in ("number", "key"):
            if key in item:
                return str(item[key])
    return str(index)
