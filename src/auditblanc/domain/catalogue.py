"""The editions at hand: those shipped, and those dropped in as files. The audit's first day chooses."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditblanc.domain import edition_file, official_file
from auditblanc.domain.edition_file import EditionError, Heading
from auditblanc.domain.edition_overlay import Table, complete
from auditblanc.domain.official import OfficialError, shown_in
from auditblanc.domain.official_file import SUFFIX
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
    """Editions by identifier. An edition is read and built when first asked for, with those it is based on.

    ``officials``: the documents of official wording, by the edition that each is about, unread as yet.
    """

    files: dict[str, EditionFile]
    officials: dict[str, str] = field(default_factory=dict)
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
        """The edition of that identifier, with its own official wording when a person gave it.

        Raises:
            EditionError: there is none, or its file, one it is based on or its official wording is at fault.
        """
        if identifier not in self._built:
            try:
                edition = self._read(identifier)
            except EditionError:
                self._blame_bases(identifier)
                raise
            self._built[identifier] = self._with_official(edition)
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

    def _read(self, identifier: str) -> Edition:
        return edition_file.read(self._table(identifier), self._file(identifier).name)

    def _blame_bases(self, identifier: str) -> None:
        """A fault of an entry that was inherited is told of the file it stands in."""
        for base in reversed(self.lineage(identifier)[1:]):
            self._read(base)

    def _with_official(self, edition: Edition) -> Edition:
        if edition.id not in self.officials:
            return edition
        name = official_file.file_name(edition.id)
        try:
            return shown_in(edition, official_file.read(self.officials[edition.id], name))
        except OfficialError as error:
            raise EditionError(f"{name} : {' '.join(error.problems)} {official_file.AGAIN}") from error


def load(folders: Iterable[Path] = ()) -> Catalogue:
    """The shipped editions, then those of ``folders``, in the order of their names; a later folder replaces an edition.

    The official wording of an edition is looked for in the same folders. Only headings are read: see
    :meth:`Catalogue.edition`.

    Raises:
        EditionError: a file cannot be read, its heading is at fault, a folder gives one edition twice, or an official
            wording is that of no edition.
    """
    editions: dict[str, EditionFile] = {}
    officials: dict[str, str] = {}
    for folder in (_SHIPPED, *folders):
        editions |= _editions_of(folder)
        officials |= {path.name.removesuffix(SUFFIX): _text(path) for path in sorted(folder.glob(f"*{SUFFIX}"))}
    for edition in officials:
        if edition not in editions:
            name = official_file.file_name(edition)
            raise EditionError(f"{name} : l’édition « {edition} » n’existe pas ; retirez ce fichier ou ajoutez-la.")
    return Catalogue(files=editions, officials=officials)


def _editions_of(folder: Path) -> dict[str, EditionFile]:
    found: dict[str, EditionFile] = {}
    for path in sorted(folder.glob("*.toml")):
        text = _text(path)
        heading = edition_file.heading(text, path.name)
        if heading.id in found:
            raise EditionError(f"{path.name} : {found[heading.id].name} donne déjà l’édition « {heading.id} ».")
        found[heading.id] = EditionFile(name=path.name, text=text, heading=heading)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise EditionError(f"{path.name} : ce fichier ne peut pas être lu : vérifiez vos droits.") from error
    except UnicodeDecodeError as error:
        sentence = f"{path.name} : ce fichier n’est pas en UTF-8 : enregistrez-le dans ce codage."
        raise EditionError(sentence) from error
