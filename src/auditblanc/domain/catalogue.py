"""The editions at hand: those shipped, and those dropped in as files. The audit's first day chooses."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditblanc.domain import edition_file
from auditblanc.domain.edition_file import EditionError, Heading
from auditblanc.domain.edition_overlay import Table, complete
from auditblanc.domain.referential import Edition
from auditblanc.domain.structure import StructureError

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHIPPED = Path(__file__).parent / "referentials"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFile:
    """An edition file, of which only the heading is read as yet."""

    name: str
    text: str
    heading: Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Editions by identifier. An edition is read and built when first asked for, with those it is based on."""

    files: dict[str, EditionFile]
    _tables: dict[str, Table] = field(default_factory=dict, init=False, repr=False)
    _built: dict[str, Edition] = field(default_factory=dict, init=False, repr=False)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.files)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Title, dates and base of each edition, without reading its entries."""
        return tuple(file.heading for file in self.files.values())

    def edition(self, identifier: str) -> Edition:
        """The edition of that identifier.

        Raises:
            EditionError: there is none, or its file or one it is based on is at fault.
        """
        if identifier not in self._built:
            try:
                self._built[identifier] = edition_file.read(self._table(identifier), self.files[identifier].name)
            except EditionError:
                self._blame_bases(identifier)
                raise
        return self._built[identifier]

    def lineage(self, identifier: str) -> tuple[str, ...]:
        """The edition and those it is based on, nearest first.

        Raises:
            EditionError: one of them does not exist, or is based on itself.
        """
        found = [identifier]
        while base := self._file(found[-1]).heading.based_on:
            if base in found:
                raise EditionError(f"{self.files[base].name} › based_on : cette édition est fondée sur elle-même.")
            if base not in self.files:
                raise EditionError(f"{self.files[found[-1]].name} › based_on : l’édition « {base} » n’existe pas.")
            found.append(base)
        return tuple(found)

    def referential(self, identifier: str) -> str:
        """The referential of an edition, its own or its base's; empty when neither says.

        Raises:
            EditionError: as :meth:`lineage`.
        """
        named = (self.files[each].heading.referential for each in self.lineage(identifier))
        return next((name for name in named if name), "")

    def _file(self, identifier: str) -> EditionFile:
        if identifier not in self.files:
            known = ", ".join(self.files)
            raise EditionError(f"L’édition « {identifier} » n’existe pas. Éditions disponibles : {known}.")
        return self.files[identifier]

    def _table(self, identifier: str) -> Table:
        """The table of an edition, completed by those it is based on."""
        base = None
        for each in reversed(self.lineage(identifier)):
            if each not in self._tables:
                file = self.files[each]
                table = edition_file.parse(file.text, file.name)
                try:
                    self._tables[each] = complete(table, base)
                except StructureError as error:
                    raise edition_file.refusal(error, file.name) from error
            base = self._tables[each]
        return self._tables[identifier]

    def _blame_bases(self, identifier: str) -> None:
        """A fault of an entry that was inherited is told of the file it stands in."""
        for base in reversed(self.lineage(identifier)[1:]):
            self.edition(base)


def load(folders: Iterable[Path] = ()) -> Catalogue:
    """The shipped editions, then those of ``folders``, in the order of their names; a later folder replaces an edition.

    Only headings are read; see :meth:`Catalogue.edition`.

    Raises:
        EditionError: a file cannot be read, its heading is at fault, or a folder gives one edition twice.
    """
    editions: dict[str, EditionFile] = {}
    for folder in (_SHIPPED, *folders):
        found: dict[str, EditionFile] = {}
        for path in sorted(folder.glob("*.toml")):
            file = _read(path)
            if file.heading.id in found:
                first = found[file.heading.id].name
                raise EditionError(f"{file.name} : {first} donne déjà l’édition « {file.heading.id} ».")
            found[file.heading.id] = file
        editions |= found
    return Catalogue(files=editions)


def _read(path: Path) -> EditionFile:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise EditionError(f"{path.name} : ce fichier ne peut pas être lu : vérifiez vos droits.") from error
    except UnicodeDecodeError as error:
        sentence = f"{path.name} : ce fichier n’est pas en UTF-8 : enregistrez-le dans ce codage."
        raise EditionError(sentence) from error
    return EditionFile(name=path.name, text=text, heading=edition_file.heading(text, path.name))
