"""Duties that come back in a provider's year: a library to choose from, whose rhythms are habits and not law."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from auditblanc.domain.action import Action, Origin
from auditblanc.domain.dates import months_after

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """``indicators``: none, it concerns the whole. ``fresh``: the proof that each time leaves."""

    what: str
    indicators: tuple[int, ...]
    every_months: int
    fresh: str

    def planned(self, today: date, owner: str = "") -> Action:
        """The first of the actions that it is, due after one rhythm."""
        return Action(
            what=self.what,
            indicators=self.indicators,
            origin=Origin.DUTY,
            owner=owner,
            due=months_after(today, self.every_months),
            every_months=self.every_months,
        )


@lru_cache(maxsize=1)
def usual_duties() -> tuple[Duty, ...]:
    """The library, in the order of the indicators; what concerns the whole comes last."""
    table = tomllib.loads(files("auditblanc.domain").joinpath("usual_duties.toml").read_text("utf-8"))
    return tuple(Duty(**{**each, "indicators": tuple(each["indicators"])}) for each in table["duties"])


def proposed_duties(numbers: Container[int], actions: Iterable[Action]) -> tuple[Duty, ...]:
    """Those of the library that concern one of the indicators ``numbers`` and are not in the plan already, still to do."""
    planned = {each.what for each in actions if each.state.is_open}
    return tuple(
        each
        for each in usual_duties()
        if each.what not in planned and (not each.indicators or any(number in numbers for number in each.indicators))
    )
