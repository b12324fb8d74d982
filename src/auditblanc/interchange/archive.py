"""Open a ZIP package that a stranger sent, within bounds.

Sizes are counted while inflating, never believed; parts are inflated one at a time, when asked for, in memory only.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Self

from auditblanc.interchange import file_kinds
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.interchange.file_kinds import FileKind

FILE_LIMIT = 50_000_000
PART_LIMIT = 32_000_000
TOTAL_LIMIT = 64_000_000
ENTRY_LIMIT = 2_000
# Office documents shrink 30 to 50 times at most; below a megabyte the ratio does no harm.
RATIO_LIMIT = 200
RATIO_FREE = 1_000_000

_CENTRAL_MARK = b"PK\x01\x02"
_LOCAL_MARK = b"PK\x03\x04"
# Mark, then what is not believed or known already, then the lengths of the name and of the extra field.
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TRICK = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[\x00-\x1f]")

_TOO_BIG = "Ce fichier dépasse 50 Mo : retirez-en les images ou les pièces jointes, enregistrez-le puis réessayez."
_DAMAGED = "Ce fichier est abîmé ou incomplet : ouvrez-le dans le logiciel qui l’a créé, enregistrez-le sous un autre nom puis réessayez, ou redemandez-le."
_CROWDED = (
    "Ce fichier contient trop d’éléments pour une fiche ou un classeur (plus de 2 000) : donnez le document d’origine."
)
_BOMB = "Ce fichier se déplie en un contenu démesuré : ce n’est pas une fiche ni un classeur rempli à la main, il n’est pas ouvert ; donnez le document d’origine."
_TRICKY = "Ce fichier contient des noms d’éléments qui désignent d’autres endroits du disque ou deux fois le même élément : il n’est pas ouvert ; enregistrez-le à nouveau avec Word, Excel ou LibreOffice puis réessayez."
_METHOD = "Ce fichier est compressé d’une façon que Word et Excel n’emploient pas : enregistrez-le à nouveau avec l’un d’eux ou avec LibreOffice puis réessayez."
_LOCKED = "Ce fichier est protégé par un mot de passe : ouvrez-le avec son mot de passe, enregistrez-le sans mot de passe puis réessayez."


class Package:
    """The parts of a package, by name. Counts what it has inflated so far."""

    __slots__ = ("_data", "_entries", "_inflated")

    def __init__(self, data: bytes, entries: Iterable[zipfile.ZipInfo]) -> None:
        self._data = data
        self._entries = {entry.filename: entry for entry in entries}
        self._inflated = 0

    @classmethod
    def open(cls, data: bytes) -> Self:
        """The package in ``data``.

        Raises:
            UnreadableFileError: not a package, encrypted, damaged, too big or built to deceive.
        """
        if len(data) > FILE_LIMIT:
            raise UnreadableFileError(_TOO_BIG)
        kind = file_kinds.file_kind(data)
        if kind is not file_kinds.ZIP:
            raise UnreadableFileError(kind.sentence)
        package = cls(data, _entries(data))
        if b"encryption-data" in package._read_if_any("META-INF/manifest.xml"):
            raise UnreadableFileError(file_kinds.LOCKED_ODF.sentence)
        return package

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    @property
    def kind(self) -> FileKind:
        return file_kinds.package_kind(self.names, self._read_if_any("mimetype"))

    def read(self, name: str, limit: int = PART_LIMIT) -> bytes:
        """The content of a part of at most ``limit`` bytes.

        Raises:
            KeyError: there is no such part.
            UnreadableFileError: the part is damaged, or inflates beyond a limit.
        """
        entry = self._entries[name]
        raw = _raw(self._data, entry)
        allowed = min(limit, TOTAL_LIMIT - self._inflated, max(RATIO_FREE, RATIO_LIMIT * len(raw)))
        content = raw if entry.compress_type == zipfile.ZIP_STORED else _inflate(raw, allowed)
        if len(content) > allowed:
            raise UnreadableFileError(_BOMB)
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise UnreadableFileError(_DAMAGED)
        self._inflated += len(content)
        return content

    def _read_if_any(self, name: str) -> bytes:
        return self.read(name) if name in self.names else b""


def describe(data: bytes) -> FileKind:
    """What the bytes are, a package told by what it holds; as ``ZIP`` when it cannot be opened."""
    kind = file_kinds.file_kind(data)
    if kind is not file_kinds.ZIP:
        return kind
    try:
        return Package.open(data).kind
    except UnreadableFileError:
        return kind


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    # Bounds the central directory before it is read: it has this mark before each entry.
    if data.count(_CENTRAL_MARK) > ENTRY_LIMIT:
        raise UnreadableFileError(_CROWDED)
    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFileError(_DAMAGED) from error
    names = [entry.orig_filename.lower() for entry in entries]
    if len(set(names)) != len(names) or any(_TRICK.search(name) for name in names):
        raise UnreadableFileError(_TRICKY)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableFileError(_LOCKED)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise UnreadableFileError(_METHOD)
    return entries


def _raw(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part as they stand in the file, found through its local header."""
    try:
        mark, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
    except struct.error as error:
        raise UnreadableFileError(_DAMAGED) from error
    start = entry.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    raw = data[start : start + entry.compress_size]
    if mark != _LOCAL_MARK or len(raw) != entry.compress_size:
        raise UnreadableFileError(_DAMAGED)
    return raw


def _inflate(raw: bytes, allowed: int) -> bytes:
    """``raw`` inflated, up to one byte more than what is allowed."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = stream.decompress(raw, allowed + 1)
    except zlib.error as error:
        raise UnreadableFileError(_DAMAGED) from error
    if len(content) <= allowed and not stream.eof:
        raise UnreadableFileError(_DAMAGED)
    return content
