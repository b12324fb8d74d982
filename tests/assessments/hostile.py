"""Files made to harm whoever keeps, gives back or looks at them, and what becomes of each.

``REFUSED``: by name, the file and how the sentence begins. ``KEPT``: by name, the file, the name that it gets, and what
its preview says: « pages », « texte », or why there is none.
"""

from __future__ import annotations

import io
import zlib

from PIL import Image

from tests.assessments.given import PDF, PNG
from tests.assessments.preview.made import bomb, image, word
from tests.interchange.forged_forms import packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EXE = b"MZ\x90\0\x03\0\0\0" + bytes(120)
HTML = b"<!DOCTYPE html><html><body onload='alert(1)'>Bonjour<script>alert(document.domain)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'
XXE = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
SHEETS = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>',
    "xl/s.xml": '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
}


def forged(objects: list[bytes], extra: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R>>\n" + extra


def page(content: bytes, box: bytes = b"0 0 200 200", extra: bytes = b"") -> bytes:
    """A PDF of one page."""
    return forged(
        [
            b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]/Contents 4 0 R>>",
            content,
        ]
    )


def stream(data: bytes, filters: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), filters, data)


def matryoshka(megabytes: int) -> bytes:
    """A drawing that unpacks three times, to a gigabyte."""
    data = b" " * megabytes * 1_000_000
    for _ in range(3):
        data = zlib.compress(data, 9)
    return page(stream(data, b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))


def endless() -> bytes:
    """Pages whose parent is their own child."""
    return forged([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>"])


def frames(count: int) -> bytes:
    target = io.BytesIO()
    first, *others = [Image.new("P", (500, 500), number % 2) for number in range(count)]
    first.save(target, "GIF", save_all=True, append_images=others)
    return target.getvalue()


def nested(depth: int) -> bytes:
    body = f"<w:document xmlns:w='urn:w'>{'<w:a>' * depth}{'</w:a>' * depth}</w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


REFUSED = {
    "an EXE renamed PDF": (EXE, "facture.pdf", "est un programme"),
    "a Linux program as a photo": (b"\x7fELF" + bytes(200), "photo.jpg", "est un programme"),
    "a shortcut of Windows as a text": (b"L\0\0\0\x01\x14\x02\0" + bytes(200), "lisez-moi.txt", "est un programme"),
    "a macOS program": (b"\xcf\xfa\xed\xfe" + bytes(200), "plan.docx", "est un programme"),
    "an Android program": (b"dex\n035\0" + bytes(200), "devis.xlsx", "est un programme"),
    "a program in front of a PDF": (EXE + PDF, "polyglotte.pdf", "est un programme"),
    "an installer of Windows as a Word file": (OLE + bytes(4_000), "contrat.doc", "est d’un format inconnu"),
    "an archive with a program": (packed({"setup.exe": EXE}), "dossier.zip", "est une archive"),
    "an archive as a Word file": (packed({"setup.exe": EXE}), "dossier.docx", "est une archive"),
    "an archive whose list lies": (packed({"a": "b"})[:-10] + b"\xff" * 10, "liste.docx", "est une archive"),
    "a RAR as a PDF": (b"Rar!\x1a\x07\x01\0" + bytes(200), "dossier.pdf", "est une archive"),
    "a disk that opens": (b"MSCF\0\0\0\0" + bytes(200), "pilote.pdf", "est une archive"),
    "empty": (b"", "vide.pdf", "est vide"),
    "noise": (bytes(range(256)) * 4, "bruit.pdf", "est d’un format inconnu"),
    "a text with a NUL": (b"Bonjour\0MZ", "note.txt", "est d’un format inconnu"),
}
KEPT = {
    "a page with a script": (HTML, "page.html", "page.html", "texte"),
    "a page with a script as a PDF": (HTML, "page.pdf", "page.pdf.html", "texte"),
    "a page that only a browser would see": (b"Bonjour <img src=x onerror=alert(1)>", "a.html", "a.html.txt", "texte"),
    "an application of Windows made of a page": (HTML, "outil.hta", "outil.hta.html", "texte"),
    "a drawing with a script": (SVG, "logo.svg", "logo.svg", "texte"),
    "a drawing that reads a file": (XXE, "logo.png", "logo.png.svg", "texte"),
    "a thousand laughs": (LAUGHS, "rire.xml", "rire.xml", "texte"),
    "a page behind a PDF": (PDF + HTML, "mixte.html", "mixte.html.pdf", "il est abîmé"),
    "a PDF behind a page": (HTML + PDF.replace(b"\xe2\xe3\xcf\xd3", b""), "mixte.pdf", "mixte.pdf.html", "texte"),
    "a picture that is a script": (b"GIF89a/*" + bytes(9) + b"*/=1;alert(1)", "x.js", "x.js.gif", "il est abîmé"),
    "a picture with a page in it": (
        image("JPEG").replace(b"\xff\xd8", b"\xff\xd8\xff\xfe\0\x1b<script>alert(1)</script>", 1),
        "photo.html",
        "photo.html.jpg",
        "pages",
    ),
    "a picture with an archive behind it": (PNG + packed({"a.exe": EXE}), "photo.png", "photo.png", "pages"),
    "a PDF with an archive behind it": (
        page(stream(b"")) + packed({"a.exe": EXE}),
        "plan.zip",
        "plan.zip.pdf",
        "pages",
    ),
    "a PDF that runs a script": (
        page(stream(b""), extra=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        "a.pdf",
        "a.pdf",
        "pages",
    ),
    "a command of Windows": (b"@echo off\r\nformat c:\r\n", "liste.bat", "liste.bat.txt", "texte"),
    "a script of Windows": (b'WScript.CreateObject("WScript.Shell")', "note.vbs", "note.vbs.txt", "texte"),
    "a script of a shell": (b"#!/bin/sh\nrm -rf ~\n", "note", "note.txt", "texte"),
    "what antivirus programs are tried with": (
        rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
        "test.com",
        "test.com.txt",
        "texte",
    ),
    "a folder's own settings": (b"[.ShellClassInfo]\n", "desktop.ini", "desktop.ini.txt", "texte"),
    "a Word file with macros": (
        packed({"word/document.xml": word("<w:t>a</w:t>"), "word/vbaProject.bin": "x"}),
        "contrat.docx",
        "contrat.docx.docm",
        "Auditblanc ne sait pas afficher un fichier de cette sorte",
    ),
    "a bomb in a Word file": (
        packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "\0" * 40_000_000}),
        "bombe.docx",
        "bombe.docx",
        "son contenu ne se lit pas ici",
    ),
    "a Word file as deep as a well": (nested(5_000), "puits.docx", "puits.docx", "son contenu ne se lit pas ici"),
    "a workbook as large as the format allows": (
        packed(SHEETS),
        "grand.xlsx",
        "grand.xlsx",
        "son contenu ne se lit pas ici",
    ),
    "a bomb in a picture": (bomb(), "bombe.png", "bombe.png", "cette image est démesurée"),
    "a picture of thousands of frames": (frames(300), "film.gif", "film.gif", "pages"),
    "a PDF that unpacks to a gigabyte": (matryoshka(200), "bombe.pdf", "bombe.pdf", None),
    "a PDF that never ends": (endless(), "boucle.pdf", "boucle.pdf", None),
    "a page of kilometres": (page(stream(b""), box=b"0 0 14400 14400"), "mur.pdf", "mur.pdf", "pages"),
    "a text of one line": (b"a" * 5_000_000, "ligne.txt", "ligne.txt", "texte"),
}
# How names arrive, as they stand in the request, and what is kept of them.
NAMES = {
    "../../../etc/passwd": "passwd.txt",
    "C:\\Windows\\System32\\cmd.exe": "cmd.exe.txt",
    "cod\u202etxt.exe": "codtxt.exe.txt",
    "a\u200b\u2066b\u2069.txt": "ab.txt",
    "CON.txt": "_CON.txt",
    "n" * 900 + ".txt": "n" * 196 + ".txt",
    "é" * 300: "é" * 196 + ".txt",
    "<script>alert(1)</script>.txt": "script-.txt",
    "<img src=x onerror=alert(1)>.txt": "-img src=x onerror=alert(1)-.txt",
    'a"; filename="b.exe': None,
    "a\r\nSet-Cookie: b=c.txt": None,
    "  . . .txt": "txt.txt",
    "🎓 diplôme.txt": "🎓 diplôme.txt",
}
