"""Where each file of a dossier lies: « Critère 3/11 – Titre/nom.pdf », names that Windows, macOS and Linux can write."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditblanc.domain.evidence import Evidence, Revision
from auditblanc.domain.file_name import clean_name, unlike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.domain.referential import Edition

# Windows opens paths of 260 characters; some are left for the folder that the archive is put in.
_TITLE, _NAME = 50, 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A file of a proof and its path in the dossier. A proof that answers several indicators lies once, with the first."""

    path: str
    file: Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A proof and its files."""

    evidence: Evidence
    files: tuple[Placed, ...]


def shelved(edition: Edition, numbers: tuple[int, ...], evidence: Iterable[Evidence]) -> tuple[Shelved, ...]:
    """Each proof with the places of its current files, no two in one place on a system that ignores case.

    ``numbers``: the indicators that the dossier is about; a proof lies with the first of its own among them.
    """
    taken: dict[str, list[str]] = defaultdict(list)
    return tuple(_shelf(edition, set(numbers), item, taken) for item in evidence)


def _shelf(edition: Edition, numbers: set[int], item: Evidence, taken: dict[str, list[str]]) -> Shelved:
    first = next(number for number in item.indicators if number in numbers)
    return Shelved(evidence=item, files=tuple(_placed(_folder(edition, first), item, taken)))


def _placed(folder: str, item: Evidence, taken: dict[str, list[str]]) -> Iterator[Placed]:
    for piece in item.pieces:
        name = unlike(_short(piece.current.name), taken[folder])
        taken[folder].append(name)
        yield Placed(path=f"{folder}/{name}", file=piece.current)


def _folder(edition: Edition, number: int) -> str:
    indicator = edition.indicator(number)
    title = clean_name(indicator.title.replace("/", "-"))[:_TITLE].rstrip(" .")
    return f"Critère {indicator.criterion}/{number:02} – {title}"


def _short(name: str) -> str:
    path = PurePosixPath(clean_name(name))
    return (
        f"{path.stem[:_NAME].rstrip(' .')}{path.suffix}" if len(path.suffix) <= len(".123456789") else path.name[:_NAME]
    )
