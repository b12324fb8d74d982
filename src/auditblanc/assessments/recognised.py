"""What a file that somebody gives is, by its content alone: a kind that may be a proof, or a refusal.

See docs/decisions/0019-files-of-proofs.md.
"""

from __future__ import annotations

import codecs
import re
from typing import IO, TYPE_CHECKING

import filetype

from auditblanc.domain.media_kind import ACCEPTED, KINDS, MediaKind
from auditblanc.interchange import file_kinds
from auditblanc.interchange.part_names import part_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Enough for every signature, and for what a text begins with.
_HEAD = 8192
_CHUNK = 1 << 20
# What the pages send of a file is never more than its own system could run.
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"dex\n",
    b"\0asm",
    b"L\0\0\0\x01\x14\x02\0",
)
_ARCHIVES = (b"PK", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd")
_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = {
    "EncryptedPackage": "application/x-tika-ooxml-protected",
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "Book": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
    "__properties_version1.0": "application/vnd.ms-outlook",
}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGES = {
    file_kinds.DOCX: f"{_OFFICE}.wordprocessingml.document",
    file_kinds.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    file_kinds.XLSB: "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    file_kinds.PPTX: f"{_OFFICE}.presentationml.presentation",
    file_kinds.ODT: "application/vnd.oasis.opendocument.text",
    file_kinds.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    file_kinds.ODP: "application/vnd.oasis.opendocument.presentation",
    file_kinds.EPUB: "application/epub+zip",
}
_WITH_MACROS = {
    file_kinds.DOCX: "application/vnd.ms-word.document.macroenabled.12",
    file_kinds.XLSX: "application/vnd.ms-excel.sheet.macroenabled.12",
    file_kinds.PPTX: "application/vnd.ms-powerpoint.presentation.macroenabled.12",
}
# OpenDocument writes its type first and as it is: header of 30 bytes, « mimetype », the type.
_MIMETYPE = re.compile(rb"PK\x03\x04.{26}mimetype(application/[a-z.+-]+)", re.DOTALL)
_ALIKE = {"image/apng": "image/png", "video/x-m4v": "video/mp4", "video/3gpp": "video/mp4"}
_MARKUP = (
    (re.compile(rb"<svg[\s>]", re.IGNORECASE), "image/svg+xml"),
    (re.compile(rb"<!doctype html|<(html|head|body|script|iframe)[\s>]", re.IGNORECASE), "text/html"),
    (re.compile(rb"^\s*<\?xml"), "application/xml"),
    (
        re.compile(rb"^(Return-Path|Received|Delivered-To|From|Date|MIME-Version|Message-ID):", re.IGNORECASE),
        "message/rfc822",
    ),
    (re.compile(rb'^\s*(\{\s*["}]|\[\s*["\[{\d\]])'), "application/json"),
)
# Control characters that no text holds: all but tabulations, ends of lines and pages.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_EMPTY = "« {name} » est vide : il ne contient pas un octet. Choisissez le bon fichier, ou redemandez-le."
_PROGRAM = "« {name} » est un programme, quel que soit son nom : il n’est pas gardé. Déposez le document lui-même."
_ARCHIVE = (
    "« {name} » est une archive : sortez-en les fichiers et déposez-les tels quels, un auditeur pourra les ouvrir."
)
_UNKNOWN = "« {name} » est d’un format inconnu d’Auditblanc : enregistrez-le en PDF et déposez ce PDF. Sont acceptés : {accepted}."


class RefusedFileError(Exception):
    """The file cannot be a proof. The message is one French sentence that says why and what to do."""


def recognised(file: IO[bytes], name: str) -> MediaKind:
    """The kind of an open file, read in pieces; ``name`` only stands in the sentences.

    Raises:
        RefusedFileError: empty, a program, an archive or a format that we do not know.
    """
    file.seek(0)
    head = file.read(_HEAD)
    if not head:
        raise RefusedFileError(_EMPTY.format(name=name))
    found = _signed(head) or _text(file, head) or _binary(file, head, name)
    if found not in KINDS:
        raise RefusedFileError(_UNKNOWN.format(name=name, accepted=ACCEPTED))
    return KINDS[found]


def _signed(head: bytes) -> str:
    """What is told by letters, before it is taken for a text."""
    start = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if start.startswith(b"%PDF-"):
        return "application/pdf"
    return "application/rtf" if start.startswith(b"{\\rtf") else ""


def _text(file: IO[bytes], head: bytes) -> str:
    coding = next((coding for mark, coding in _BOMS if head.startswith(mark)), "")
    codings: Iterable[str] = (coding,) if coding else ("utf-8", "cp1252")
    if not any(_decodes(file, each) for each in codings):
        return ""
    start = head.removeprefix(codecs.BOM_UTF8)
    return next((kind for marks, kind in _MARKUP if marks.search(start)), "text/plain")


def _decodes(file: IO[bytes], coding: str) -> bool:
    """Whether all of it is text, in this coding."""
    decoder = codecs.getincrementaldecoder(coding)()
    try:
        return not any(_CONTROL.search(decoder.decode(chunk)) for chunk in _chunks(file)) and not decoder.decode(
            b"", final=True
        )
    except UnicodeDecodeError:
        return False


def _binary(file: IO[bytes], head: bytes, name: str) -> str:
    if head.startswith(_PROGRAMS):
        raise RefusedFileError(_PROGRAM.format(name=name))
    if head.startswith(_OLE):
        return _ole(file)
    if head.startswith(b"PK\x03\x04") and (found := _package(file, head)):
        return found
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        raise RefusedFileError(_ARCHIVE.format(name=name))
    guessed = filetype.guess(head)
    return _ALIKE.get(guessed.mime, guessed.mime) if guessed else ""


def _package(file: IO[bytes], head: bytes) -> str:
    names = part_names(file)
    told = _MIMETYPE.match(head)
    kind = file_kinds.package_kind(names, told[1] if told else b"")
    if kind in _WITH_MACROS and any(each.lower().endswith("vbaproject.bin") for each in names):
        return _WITH_MACROS[kind]
    return _PACKAGES.get(kind, "")


def _ole(file: IO[bytes]) -> str:
    """An old binary file, by the names of its streams; installers of Windows are such files too, and have none of these."""
    marks = {f"{name}\0".encode("utf-16-le"): kind for name, kind in _STREAMS.items()}
    longest = max(map(len, marks))
    before, found = b"", set()
    for chunk in _chunks(file):
        found |= {mark for mark in marks if mark in before + chunk}
        before = chunk[-longest:]
    return next((kind for mark, kind in marks.items() if mark in found), "")


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    return iter(lambda: file.read(_CHUNK), b"")
