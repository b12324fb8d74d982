"""Files that are no form, or that were made to harm: each is refused with one sentence, or read within bounds."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile

import docx
import pytest
import xlsxwriter

from auditblanc.interchange import formats
from auditblanc.interchange.problems import UnreadableFileError
from tests.conftest import DATA
from tests.interchange.forged_forms import cell, document, form, form_with, packed, paragraph

FORM = (DATA / "fiche-remplie.docx").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

DAMAGED = "Ce fichier est abîmé ou incomplet : ouvrez-le dans le logiciel qui l’a créé, enregistrez-le sous un autre nom puis réessayez, ou redemandez-le."
UNSOUND = "Le contenu de ce fichier est abîmé : ouvrez-le dans le logiciel qui l’a créé, enregistrez-le sous un autre nom puis réessayez."
ENCODING = "Ce fichier est écrit dans un codage de caractères que ni Word, ni Excel, ni LibreOffice n’emploient : enregistrez-le à nouveau avec l’un d’eux puis réessayez."
NOT_THE_FORM = "Ce document n’est pas la fiche d’auto-évaluation : aucun de ses tableaux ne porte les indicateurs ; donnez la fiche remplie, au format Word ou OpenDocument."
ARCHIVE = "Ce fichier est une archive ZIP : sortez-en la fiche ou le classeur et donnez-le tel quel."
TRICKS = "Ce fichier contient des noms d’éléments qui désignent d’autres endroits du disque ou deux fois le même élément : il n’est pas ouvert ; enregistrez-le à nouveau avec Word, Excel ou LibreOffice puis réessayez."
METHOD = "Ce fichier est compressé d’une façon que Word et Excel n’emploient pas : enregistrez-le à nouveau avec l’un d’eux ou avec LibreOffice puis réessayez."
ANOTHER = "donnez la fiche au format Word (.docx) ou OpenDocument (.odt), ou le classeur au format Excel (.xlsx)"


def letter() -> bytes:
    """Another Word document, as Word would save it, with a table of its own."""
    buffer = io.BytesIO()
    written = docx.Document()
    written.add_paragraph("Madame, Monsieur,")
    written.add_table(rows=3, cols=8).cell(0, 0).text = "1"
    written.save(buffer)
    return buffer.getvalue()


def workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "Budget")
    return buffer.getvalue()


def form_in_lzma() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("word/document.xml", document())
    return buffer.getvalue()


def encrypted_entry() -> bytes:
    """The flag of the old encryption of ZIP files, on every entry."""
    data = form()
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark) + place
        data = data[:start] + struct.pack("<H", 1) + data[start + 2 :]
    return data


REFUSED = {
    "empty": (
        b"",
        "Ce fichier est vide : il ne contient pas un octet, redemandez-le à la personne qui vous l’a envoyé.",
    ),
    "one byte": (b"P", f"Ce fichier est un simple texte : {ANOTHER}."),
    "truncated in its first header": (FORM[:20], DAMAGED),
    "truncated in the middle": (FORM[: len(FORM) // 2], DAMAGED),
    "truncated in its directory": (FORM[:-300], DAMAGED),
    "truncated at its end": (FORM[:-10], DAMAGED),
    "without its start": (FORM[1_000:], f"Ce fichier est d’un format inconnu : {ANOTHER}."),
    "random bytes": (random.Random(1).randbytes(50_000), f"Ce fichier est d’un format inconnu : {ANOTHER}."),
    "encrypted": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "Ce fichier est un document Word ou Excel protégé par un mot de passe : ouvrez-le avec son mot de passe, enlevez la protection, enregistrez-le puis réessayez.",
    ),
    "encrypted entry": (
        encrypted_entry(),
        "Ce fichier est protégé par un mot de passe : ouvrez-le avec son mot de passe, enregistrez-le sans mot de passe puis réessayez.",
    ),
    "old Word": (
        OLE + "WordDocument".encode("utf-16-le"),
        "Ce fichier est un document Word d’avant 2007 (.doc) : ouvrez-le dans Word ou LibreOffice, enregistrez-le au format .docx puis réessayez.",
    ),
    "PDF": (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "Ce fichier est un document PDF : il ne se relit pas, donnez la fiche Word ou le classeur d’où il vient.",
    ),
    "a picture of the form": (
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        "Ce fichier est une image : elle ne se relit pas, donnez la fiche Word ou le classeur d’où elle vient.",
    ),
    "a letter": (letter(), NOT_THE_FORM),
    "a document without a table": (form_with(re.sub("w:(tbl|tr|tc)>", "w:p>", document())), NOT_THE_FORM),
    "a document without a body": (form_with("<a/>"), NOT_THE_FORM),
    "a form in an archive": (packed({"fiche.docx": FORM}), ARCHIVE),
    "an archive in an archive": (packed({"a.zip": packed({"b.zip": packed({"fiche.docx": FORM})})}), ARCHIVE),
    "no document in the package": (packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}), ARCHIVE),
    "an unusual compression": (form_in_lzma(), METHOD),
    "a part above its folder": (packed({"word/document.xml": document(), "../../.bashrc": "x"}), TRICKS),
    "a part at the root of the disk": (packed({"word/document.xml": document(), "/etc/cron.d/x": "x"}), TRICKS),
    "a part on another drive": (packed({"word/document.xml": document(), "C:\\x": "x"}), TRICKS),
    "the document twice": (packed({"word/document.xml": document(), "Word/Document.XML": "x"}), TRICKS),
    "an empty document": (form_with(b""), UNSOUND),
    "a truncated document": (form_with(document()[:-20]), UNSOUND),
    "a NUL as a reference": (form(before=paragraph("&#0;")), UNSOUND),
    "a NUL as a byte": (form(before=paragraph("\x00")), UNSOUND),
    "a lone surrogate as a reference": (form(before=paragraph("&#xD800;")), UNSOUND),
    "a lone surrogate as bytes": (form_with(document(before="\ud800").encode("utf-8", "surrogatepass")), UNSOUND),
    "an entity that nothing declares": (form(before=paragraph("&nbsp;")), UNSOUND),
    "an attribute twice": (form(before='<w:p a="1" a="2"/>'), UNSOUND),
    "a prefix that nothing declares": (form(before="<z:p/>"), UNSOUND),
    "an encoding of old mainframes": (form_with(document(prolog="<?xml version='1.0' encoding='cp500'?>")), ENCODING),
    "UTF-16 that does not say so": (form_with(document(prolog="").encode("utf-16-le")), ENCODING),
    "half a character of UTF-16": (form_with(document(prolog="").encode("utf-16") + b"\x00"), ENCODING),
    "Latin letters said to be UTF-8": (form_with(document().encode("latin-1", "replace")), UNSOUND),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_form_is_refused_with_what_to_do(catalogue, name):
    data, sentence = REFUSED[name]

    with pytest.raises(UnreadableFileError) as caught:
        formats.read(data, catalogue)

    assert str(caught.value) == sentence


def test_a_workbook_renamed_is_read_as_what_it_is(catalogue):
    with pytest.raises(UnreadableFileError) as caught:
        formats.read(workbook(), catalogue)

    assert str(caught.value) == (
        "Ce classeur n’est pas un classeur d’Auditblanc : sa feuille « Grille » et ses titres de colonnes ne s’y trouvent pas ; donnez le classeur rempli, sans supprimer la ligne des titres."
    )


READ = {
    "UTF-16 that says so": (form_with(document(prolog="").encode("utf-16")), []),
    "Word's mark of UTF-8": (form_with(b"\xef\xbb\xbf" + document().encode()), []),
    "macros": (
        form(parts={"word/vbaProject.bin": OLE}),
        ["La fiche contient des macros : elles n’ont été ni lues ni exécutées."],
    ),
    "a cell without a row": (
        form(rows=cell("Voir au dos")),
        ["Une cellule hors des colonnes de la fiche porte un texte, à reprendre à la main : « Voir au dos »."],
    ),
    "white space after the end": (form_with(document() + "\n" * 100_000), []),
}


@pytest.mark.parametrize("name", READ)
def test_an_odd_file_that_harms_nobody_is_read(catalogue, name):
    data, doubts = READ[name]

    reading = formats.read(data, catalogue)

    assert [problem.message for problem in reading.problems] == doubts
    assert len(reading.snapshot.ratings) == 32
