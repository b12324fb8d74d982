"""Neutral mode: what the installation of a certification body shuts, and the words that its documents carry.

Whoever certifies may inform and not advise. The table is ``neutral.toml``: addresses, commands and templates ask here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

MENTION = "Document du candidat, non utilisé pour la décision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the product, and ``why`` it is shut or kept. ``words``: those by which a page would show it."""

    name: str
    why: str
    is_shut: bool
    addresses: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def refusal(self) -> str:
        """What a person reads who asks for it all the same."""
        return (
            "Cette installation est celle d’un organisme certificateur : elle informe, elle ne conseille pas. "
            f"{self.name} : {self.why}."
        )


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """Every part of the product: those that are shut, then those that are kept."""
    table = tomllib.loads(files("auditblanc.domain").joinpath("neutral.toml").read_text("utf-8"))
    return tuple(
        Part(
            name=each["name"],
            why=each["why"],
            is_shut=kind == "shut",
            **{name: tuple(each.get(name, ())) for name in ("addresses", "commands", "words")},
        )
        for kind in ("shut", "kept")
        for each in table[kind]
    )


def shut_address(name: str) -> Part | None:
    """The part that is shut at the address of that name (« assessments:forecast »), else nothing."""
    return _shut()[0].get(name)


def shut_command(name: str) -> Part | None:
    """The part that is shut under the command of that name, else nothing."""
    return _shut()[1].get(name)


@lru_cache(maxsize=1)
def _shut() -> tuple[dict[str, Part], dict[str, Part]]:
    shut = [part for part in parts() if part.is_shut]
    return (
        {name: part for part in shut for name in part.addresses},
        {name: part for part in shut for name in part.commands},
    )
