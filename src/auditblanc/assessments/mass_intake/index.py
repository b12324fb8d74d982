"""The index that comes with forms: a line a file, as a spreadsheet saves it (CSV): « fichier ; nom ; SIREN ; NDA »."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditblanc.assessments.mass_intake.numbers import siren_of
from auditblanc.domain.identifiers import is_nda
from auditblanc.domain.text import TextError, clean_line
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME = "index.csv"
_LINES = 50_000
_SIZE = 10_000_000
_HEADINGS = {
    "fichier": "file", "file": "file",
    "nom": "name", "name": "name", "organisme": "name",
    "siren": "siren", "siret": "siren",
    "nda": "nda",
}  # fmt: skip
_NO_FILE = "L’index n’a pas de colonne « fichier » : sa première ligne doit nommer les colonnes « fichier ; nom ; SIREN ; NDA »."
_TOO_LONG = "L’index dépasse 50 000 lignes ou 10 Mo : partagez l’envoi en plusieurs."
_NOT_TEXT = "L’index n’est pas un fichier CSV : enregistrez-le depuis votre tableur au format « CSV (séparateur : point-virgule) »."
_BAD_SIREN = "L’index donne « {typed} », ligne {line} : ce n’est ni un SIREN ni un SIRET, corrigez-le."
_BAD_NDA = "L’index donne « {typed} », ligne {line} : ce n’est pas un NDA (onze caractères), corrigez-le."
_BAD_NAME = "L’index, ligne {line}, donne un nom illisible : {fault}"
_TWICE = "L’index nomme ce fichier sur plusieurs lignes ({lines}) : gardez-en une."
_SAME_NAME = "L’index, ligne {line}, nomme « {file} », et {count} fichiers s’appellent ainsi : donnez-y leur chemin, dossiers compris."
_ABSENT = "Ligne {line} de l’index : « {file} » n’est pas parmi les fichiers reçus."


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line. ``fault``: the sentence that says why what it says cannot be used."""

    line: int
    file: str
    name: str = ""
    siren: str = ""
    nda: str = ""
    fault: str = ""


class Index:
    """The lines by file: by their whole path, else by the name alone where it is that of one file."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._entries[_key(entry.file)].append(entry)

    def found(self, paths: Iterable[str]) -> tuple[dict[str, Entry], tuple[str, ...]]:
        """What is said of each of these files; and one sentence for each line that names none of them."""
        whole = {_key(path): path for path in paths}
        alone: dict[str, list[str]] = defaultdict(list)
        for path in whole.values():
            alone[_key(PurePosixPath(path).name)].append(path)
        said: dict[str, Entry] = {}
        absent: list[str] = []
        for key, entries in self._entries.items():
            named = [whole[key]] if key in whole else alone.get(key, [])
            said.update({path: _one(entries, len(named)) for path in named if path not in said or key in whole})
            absent += [_ABSENT.format(line=each.line, file=each.file) for each in entries if not named]
        return said, tuple(absent)


def _one(entries: list[Entry], files: int) -> Entry:
    """The one line about one file; where there are several of either, a line that says so."""
    first = entries[0]
    if files > 1:
        return replace(first, fault=_SAME_NAME.format(line=first.line, count=files, file=first.file))
    if len(entries) > 1:
        return replace(first, fault=_TWICE.format(lines=", ".join(str(each.line) for each in entries)))
    return first


def read_index(data: bytes) -> Index:
    """The index of a CSV file, whatever the spreadsheet wrote it with: UTF-8 or Windows, « ; », « , » or tabs.

    Raises:
        UnreadableFileError: it is no CSV, or its first line names no « fichier ».
    """
    if len(data) > _SIZE:
        raise UnreadableFileError(_TOO_LONG)
    text = _text(data)
    delimiter = max(";\t,", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFileError(_NOT_TEXT) from error
    if len(rows) > _LINES:
        raise UnreadableFileError(_TOO_LONG)
    columns = {_HEADINGS.get(_key(word)): place for place, word in enumerate(rows[0] if rows else [])}
    if "file" not in columns:
        raise UnreadableFileError(_NO_FILE)
    cells = ((line, _cells(row, columns)) for line, row in enumerate(rows[1:], start=2))
    return Index(_entry(line, row) for line, row in cells if row["file"])


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise UnreadableFileError(_NOT_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _cells(row: list[str], columns: Mapping[str | None, int]) -> dict[str, str]:
    return {
        name: row[columns[name]].strip() if name in columns and columns[name] < len(row) else ""
        for name in ("file", "name", "siren", "nda")
    }


def _entry(line: int, row: Mapping[str, str]) -> Entry:
    siren, nda = siren_of(row["siren"]), "".join(row["nda"].split()).upper()
    fault = ""
    if row["siren"] and not siren:
        fault = _BAD_SIREN.format(typed=row["siren"], line=line)
    elif nda and not is_nda(nda):
        fault = _BAD_NDA.format(typed=row["nda"], line=line)
    try:
        name = clean_line(row["name"])
    except TextError as error:
        name, fault = "", _BAD_NAME.format(line=line, fault=error)
    return Entry(line=line, file=row["file"].replace("\\", "/"), name=name, siren=siren, nda=nda, fault=fault)


def _key(words: str) -> str:
    """Names are compared as file systems do, whatever the computer that wrote the accents."""
    return unicodedata.normalize("NFC", words).strip().casefold().removeprefix("./")
