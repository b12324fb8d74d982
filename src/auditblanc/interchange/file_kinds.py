"""Say what the bytes of a file are, in words for a person. Nothing is opened: only first bytes and names are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """``name`` is what the file is (« un document PDF »); ``advice`` what to do with it, a clause without full stop."""

    name: str
    advice: str

    @property
    def sentence(self) -> str:
        return f"Ce fichier est {self.name} : {self.advice}."


_ANOTHER = "donnez la fiche au format Word (.docx) ou OpenDocument (.odt), ou le classeur au format Excel (.xlsx)"
_SAVE_AS_DOCX = "ouvrez-le dans Word ou LibreOffice, enregistrez-le au format .docx puis réessayez"
_SAVE_AS_XLSX = "ouvrez-le dans Excel ou LibreOffice, enregistrez-le au format .xlsx puis réessayez"

EMPTY = FileKind(name="vide", advice="il ne contient pas un octet, redemandez-le à la personne qui vous l’a envoyé")
ZIP = FileKind(name="une archive ZIP", advice="sortez-en la fiche ou le classeur et donnez-le tel quel")
PDF = FileKind(name="un document PDF", advice="il ne se relit pas, donnez la fiche Word ou le classeur d’où il vient")
LOCKED = FileKind(
    name="un document Word ou Excel protégé par un mot de passe",
    advice="ouvrez-le avec son mot de passe, enlevez la protection, enregistrez-le puis réessayez",
)
LOCKED_ODF = FileKind(
    name="un document OpenDocument protégé par un mot de passe",
    advice="ouvrez-le avec son mot de passe, enregistrez-le sans mot de passe puis réessayez",
)
OLD_WORD = FileKind(name="un document Word d’avant 2007 (.doc)", advice=_SAVE_AS_DOCX)
OLD_EXCEL = FileKind(name="un classeur Excel d’avant 2007 (.xls)", advice=_SAVE_AS_XLSX)
OLD_OFFICE = FileKind(name="un fichier Office d’avant 2007", advice=_ANOTHER)
RTF = FileKind(name="un document RTF", advice=_SAVE_AS_DOCX)
HTML = FileKind(name="une page web", advice=_SAVE_AS_DOCX)
XML = FileKind(name="un fichier XML", advice=_ANOTHER)
IMAGE = FileKind(name="une image", advice="elle ne se relit pas, donnez la fiche Word ou le classeur d’où elle vient")
JSON = FileKind(name="un fichier JSON", advice=_ANOTHER)
TEXT = FileKind(name="un simple texte", advice=_ANOTHER)
UNKNOWN = FileKind(name="d’un format inconnu", advice=_ANOTHER)

DOCX = FileKind(name="un document Word (.docx)", advice=_ANOTHER)
XLSX = FileKind(name="un classeur Excel (.xlsx)", advice=_ANOTHER)
XLSB = FileKind(name="un classeur Excel binaire (.xlsb)", advice=_SAVE_AS_XLSX)
PPTX = FileKind(name="une présentation PowerPoint (.pptx)", advice=_ANOTHER)
ODT = FileKind(name="un document OpenDocument (.odt)", advice=_ANOTHER)
ODS = FileKind(name="un classeur OpenDocument (.ods)", advice=_SAVE_AS_XLSX)
ODP = FileKind(name="une présentation OpenDocument (.odp)", advice=_ANOTHER)
EPUB = FileKind(name="un livre EPUB", advice=_ANOTHER)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = {"EncryptedPackage": LOCKED, "WordDocument": OLD_WORD, "Workbook": OLD_EXCEL}
_SIGNATURES = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"%PDF-", PDF),
    (_OLE, OLD_OFFICE),
    (b"{\\rtf", RTF),
    (b"\x89PNG", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"BM", IMAGE),
    (b"II*\x00", IMAGE),
    (b"MM\x00*", IMAGE),
)
_PARTS = {
    "word/document.xml": DOCX,
    "xl/workbook.xml": XLSX,
    "xl/workbook.bin": XLSB,
    "ppt/presentation.xml": PPTX,
}
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": ODS,
    b"application/vnd.oasis.opendocument.presentation": ODP,
    b"application/epub+zip": EPUB,
}


def file_kind(data: bytes) -> FileKind:
    """What the bytes are, a ZIP package being only ``ZIP``: see :func:`package_kind`."""
    if not data:
        return EMPTY
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return _ole_kind(data) if kind is OLD_OFFICE else kind
    if data[8:12] == b"WEBP" or data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return IMAGE
    return _text_kind(data[:4096])


def _ole_kind(data: bytes) -> FileKind:
    """An old binary file, by the names of its streams; an encrypted package is wrapped in one."""
    found = (kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data)
    return next(found, OLD_OFFICE)


def _text_kind(head: bytes) -> FileKind:
    if b"\x00" in head:
        return UNKNOWN
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return HTML
    if start.startswith(b"<?xml"):
        return XML
    return JSON if start[:1] in (b"{", b"[") else TEXT


def package_kind(names: Iterable[str], mimetype: bytes) -> FileKind:
    """What a ZIP package holds, by the names of its parts and the content of its part ``mimetype``, empty if none."""
    present = set(names)
    of_office = (kind for part, kind in _PARTS.items() if part in present)
    return next(of_office, _MIMETYPES.get(mimetype.strip(), ZIP))
