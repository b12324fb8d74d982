"""The editions at hand: those shipped, and those dropped in as files. The audit's first day chooses."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from auditblanc.domain import edition_file
from auditblanc.domain.edition_file import EditionError, Table
from auditblanc.domain.referential import Edition

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Editions by identifier. Files are read once; an edition is built when first asked for."""

    tables: dict[str, Table]
    names: dict[str, str]
    built: dict[str, Edition] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.tables)

    def edition(self, identifier: str) -> Edition:
        """The edition of that identifier.

        Raises:
            EditionError: there is none, or its file is at fault.
        """
        if identifier not in self.built:
            self.built[identifier] = edition_file.read(self._complete(identifier, ()), self.names[identifier])
        return self.built[identifier]

    def _complete(self, identifier: str, below: tuple[str, ...]) -> Table:
        if identifier not in self.tables:
            known = ", ".join(self.tables)
            raise EditionError(f"L’édition « {identifier} » n’existe pas. Éditions disponibles : {known}.")
        if identifier in below:
            raise EditionError(f"{self.names[identifier]} : cette édition est fondée sur elle-même.")
        table = self.tables[identifier]
        based_on = table.get("based_on", "")
        base = self._complete(based_on, (*below, identifier)) if based_on else None
        return edition_file.complete(table, base)

    def lineage(self, identifier: str) -> tuple[str, ...]:
        """The edition and those it is based on, nearest first."""
        edition = self.edition(identifier)
        return (identifier, *(self.lineage(edition.based_on) if edition.based_on else ()))


def load(folders: Iterable[Traversable] = ()) -> Catalogue:
    """The shipped editions and those of ``folders``, in the order of their names; a later file replaces an earlier one.

    Raises:
        EditionError: a file is not TOML or has no identifier.
    """
    shipped = files("auditblanc.domain").joinpath("referentials")
    tables: dict[str, Table] = {}
    names: dict[str, str] = {}
    for folder in (shipped, *folders):
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".toml"):
                table = edition_file.parse(file.read_text(encoding="utf-8"), file.name)
                tables[table["id"]] = table
                names[table["id"]] = file.name
    return Catalogue(tables=tables, names=names)
