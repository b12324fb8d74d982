"""The kinds of values that a person types: dates, categories, lists of indicators, ports. Complaints are French."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

import click

E = TypeVar("E", bound=StrEnum)


class Day(click.ParamType[date]):
    """2027-02-10 or 10/02/2027."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(str(value), pattern).date()  # noqa: DTZ007 -- a calendar day has no zone
            except ValueError:
                continue
        return self.fail(f"« {value} » n’est pas une date. Écrivez-la 2027-02-10 ou 10/02/2027.", param, ctx)


class Word(click.ParamType[StrEnum]):
    """One word of a list, whatever its case; ``names`` maps what a person types to the value."""

    def __init__(self, name: str, names: dict[str, E]) -> None:
        self.name = name
        self.names = names

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> StrEnum:
        if isinstance(value, StrEnum):
            return value
        known = self.names.get(str(value).casefold())
        if known is None:
            return self.fail(f"« {value} » n’est pas admis. Valeurs possibles : {', '.join(self.names)}.", param, ctx)
        return known

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "|".join(self.names)


class Numbers(click.ParamType[tuple[int, ...]]):
    """Indicators: 1,5-8,12."""

    name = "indicateurs"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        if isinstance(value, tuple):
            return value
        numbers: set[int] = set()
        for part in str(value).split(","):
            ends = re.fullmatch(r"\s*(\d{1,3})\s*(?:-\s*(\d{1,3})\s*)?", part)
            if not ends:
                self.fail(f"« {value} » n’est pas une liste d’indicateurs. Écrivez par exemple 1,5-8,12.", param, ctx)
            numbers.update(range(int(ends[1]), int(ends[2] or ends[1]) + 1))
        return tuple(sorted(numbers))


class Between(click.ParamType[int]):
    """A whole number; ``what`` it is, as a complaint begins."""

    name = "nombre"

    def __init__(self, what: str, first: int, last: int) -> None:
        self.what, self.first, self.last = what, first, last

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if text.isdecimal() and self.first <= int(text) <= self.last:
            return int(text)
        return self.fail(f"{self.what} est un nombre de {self.first} à {self.last}.", param, ctx)
