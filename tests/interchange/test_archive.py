"""Packages that strangers send, forged byte by byte where no tool would write them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from auditblanc.interchange import archive
from auditblanc.interchange.archive import Package
from auditblanc.interchange.problems import UnreadableFileError
from tests.conftest import DATA
from tests.interchange import measured

FORM = (DATA / "fiche-remplie.docx").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def patched(data: bytes, local: dict[int, bytes], central: dict[int, bytes]) -> bytes:
    """A package of one entry with bytes changed, by their place in its local and in its central header."""
    forged = bytearray(data)
    for mark, changes in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        for place, value in changes.items():
            start = data.index(mark) + place
            forged[start : start + len(value)] = value
    return bytes(forged)


def lying(content: bytes, *, claims: int) -> bytes:
    """A package whose one part says that it inflates to ``claims`` bytes, with the checksum of these."""
    data = zipped({"word/document.xml": content})
    crc = struct.pack("<I", zlib.crc32(content[:claims]))
    size = struct.pack("<I", claims)
    return patched(data, local={14: crc, 22: size}, central={16: crc, 24: size})


def refusal(data: bytes) -> str:
    """The sentence with which a package is refused, on opening or on reading its parts."""
    with pytest.raises(UnreadableFileError) as caught:
        contents(data)
    return str(caught.value)


def contents(data: bytes) -> dict[str, bytes]:
    package = Package.open(data)
    return {name: package.read(name) for name in package.names}


def test_parts_are_read_by_name():
    parts = {"a.xml": b"<a/>", "b/c.xml": b"<c/>" * 100}

    assert contents(zipped(parts)) == parts
    assert contents(zipped(parts, zipfile.ZIP_STORED)) == parts


def test_a_missing_part_is_a_key_error():
    with pytest.raises(KeyError):
        Package.open(FORM).read("word/comments.xml")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier est vide : il ne contient pas un octet"),
        (b"%PDF-1.7\n", "Ce fichier est un document PDF : "),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "Ce fichier est un document Word ou Excel protégé par un mot"),
        (OLE + "WordDocument".encode("utf-16-le"), "Ce fichier est un document Word d’avant 2007 (.doc) : ouvrez-le"),
        (OLE + "Workbook".encode("utf-16-le"), "Ce fichier est un classeur Excel d’avant 2007 (.xls) : ouvrez-le"),
        (OLE, "Ce fichier est un fichier Office d’avant 2007 : "),
        (b"{\\rtf1\\ansi", "Ce fichier est un document RTF : ouvrez-le dans Word"),
        (b"<!DOCTYPE html><p>", "Ce fichier est une page web : "),
        (b"<?xml version='1.0'?><html>", "Ce fichier est une page web : "),
        (b"<?xml version='1.0'?><a/>", "Ce fichier est un fichier XML : "),
        (b"\x89PNG\r\n\x1a\n", "Ce fichier est une image : "),
        (b"RIFF\x00\x00\x00\x00WEBP", "Ce fichier est une image : "),
        (b'\xef\xbb\xbf{"a": 1}', "Ce fichier est un fichier JSON : "),
        ("Indicateur 1 : prêt".encode(), "Ce fichier est un simple texte : "),
        (b"\x00\x01\x02", "Ce fichier est d’un format inconnu : "),
    ],
)
def test_what_is_not_a_package_is_named_with_what_to_do(data, sentence):
    assert refusal(data).startswith(sentence)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"word/document.xml": b""}, "un document Word (.docx)"),
        ({"xl/workbook.xml": b""}, "un classeur Excel (.xlsx)"),
        ({"xl/workbook.bin": b""}, "un classeur Excel binaire (.xlsb)"),
        ({"ppt/presentation.xml": b""}, "une présentation PowerPoint (.pptx)"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "un document OpenDocument (.odt)"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet\n"}, "un classeur OpenDocument (.ods)"),
        ({"fiche.docx": FORM}, "une archive ZIP"),
        ({}, "une archive ZIP"),
    ],
)
def test_a_package_is_described_by_what_it_holds(parts, name):
    assert archive.describe(zipped(parts)).name == name


def test_what_is_not_a_package_is_described_too():
    assert archive.describe(b"%PDF-1.4").name == "un document PDF"


def test_a_package_that_cannot_be_opened_is_described_all_the_same():
    assert archive.describe(FORM[:2000]).name == "une archive ZIP"


@pytest.mark.parametrize("length", [30, 2_000, len(FORM) - 10])
def test_a_truncated_package_is_refused(length):
    assert refusal(FORM[:length]).startswith("Ce fichier est abîmé ou incomplet")


@pytest.mark.parametrize("claims", [10, 90])
def test_a_part_that_lies_about_its_size_is_refused(claims):
    assert refusal(lying(bytes(50), claims=claims)).startswith("Ce fichier est abîmé ou incomplet")


def test_a_directory_that_points_elsewhere_is_refused():
    data = patched(zipped({"a": b"a"}), local={}, central={42: b"\x05\x00\x00\x00"})

    assert refusal(data).startswith("Ce fichier est abîmé ou incomplet")


def test_a_directory_that_points_outside_is_refused():
    data = patched(zipped({"a": b"a"}), local={}, central={42: b"\xf0\xff\xff\x00"})

    assert refusal(data).startswith("Ce fichier est abîmé ou incomplet")


def test_a_wrong_checksum_is_refused():
    data = patched(zipped({"a": b"a" * 50}), local={}, central={16: b"ABCD"})

    assert refusal(data).startswith("Ce fichier est abîmé ou incomplet")


def test_a_stream_that_does_not_end_is_refused():
    data = patched(zipped({"a": b"ab" * 500}), local={}, central={20: b"\x05\x00"})

    assert refusal(data).startswith("Ce fichier est abîmé ou incomplet")


def test_a_broken_stream_is_refused():
    data = zipped({"a": bytes(range(256))})
    broken = data[:31] + b"\xff" * 20 + data[51:]

    assert refusal(broken).startswith("Ce fichier est abîmé ou incomplet")


def test_an_encrypted_entry_is_refused():
    data = patched(zipped({"a": b"a"}), local={6: b"\x01\x00"}, central={8: b"\x01\x00"})

    assert refusal(data).startswith("Ce fichier est protégé par un mot de passe")


def test_an_encrypted_open_document_is_refused():
    data = zipped({"content.xml": b"?", "META-INF/manifest.xml": b"<manifest:encryption-data/>"})

    assert refusal(data).startswith("Ce fichier est un document OpenDocument protégé par un mot de passe")


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, 99])
def test_unusual_compression_is_refused(method):
    value = struct.pack("<H", method)
    data = patched(zipped({"a": b"a"}), local={8: value}, central={10: value})

    assert refusal(data).startswith("Ce fichier est compressé d’une façon")


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../up.xml", "word/../../up.xml", "..", "C:/x.xml", "c:x", "word\\document.xml", "\\\\host\\x"],
)
def test_path_tricks_are_refused(name):
    assert refusal(zipped({name: b"x"})).startswith("Ce fichier contient des noms d’éléments")


def test_dots_inside_a_name_are_no_trick():
    package = Package.open(zipped({"word/media/photo..1.png": b"x"}))

    assert package.names == ("word/media/photo..1.png",)


def test_a_nul_in_a_name_is_a_trick():
    data = zipped({"word/documentAxml": b"x"}).replace(b"documentAxml", b"document\x00xml")

    assert refusal(data).startswith("Ce fichier contient des noms d’éléments")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["word/document.xml", "Word/Document.xml"])
def test_the_same_name_twice_is_refused(second):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", b"one")
        file.writestr(second, b"two")

    assert refusal(buffer.getvalue()).startswith("Ce fichier contient des noms d’éléments")


def test_a_package_within_a_package_is_one_part():
    bomb = zipped({"b": b"\x00" * 40_000_000})

    package = Package.open(zipped({"inner.zip": bomb}))

    assert package.read("inner.zip") == bomb


def test_a_part_beyond_the_callers_limit_is_refused():
    package = Package.open(zipped({"a": b"abcdefgh" * 2}))

    with pytest.raises(UnreadableFileError):
        package.read("a", limit=15)


def test_parts_are_counted_together(monkeypatch):
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 100)
    package = Package.open(zipped({"a": bytes(60), "b": bytes(60)}))
    package.read("a")

    with pytest.raises(UnreadableFileError):
        package.read("b")


def test_a_file_beyond_the_size_limit_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "FILE_LIMIT", 100)

    assert refusal(FORM).startswith("Ce fichier dépasse 50 Mo")


@pytest.mark.parametrize(
    "forge",
    [
        lambda: zipped({"word/document.xml": bytes(100_000_000)}),
        lambda: lying(bytes(100_000_000), claims=1_000),
        lambda: lying(bytes(100_000_000), claims=4_000_000_000),
        lambda: zipped({f"{i}.xml": bytes(900_000) for i in range(80)}),
    ],
    ids=["declared", "claims too little", "claims too much", "many parts"],
)
def test_zip_bombs_are_refused_within_time_and_memory(forge):
    call = "package = archive.Package.open(data); [package.read(name) for name in package.names]"

    measure = measured.run("from auditblanc.interchange import archive", call, forge())

    assert measure.sentence.startswith("Ce fichier se déplie en un contenu démesuré")
    assert measure.megabytes < 300
    assert measure.seconds < 5


def test_thousands_of_entries_are_refused_within_time_and_memory():
    data = zipped({f"{i}": b"" for i in range(60_000)}, zipfile.ZIP_STORED)

    measure = measured.run("from auditblanc.interchange import archive", "archive.Package.open(data)", data)

    assert measure.sentence.startswith("Ce fichier contient trop d’éléments")
    assert measure.megabytes < 300
    assert measure.seconds < 5
