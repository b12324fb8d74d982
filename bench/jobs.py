"""What is timed: our job first, then the same with the bare format or another library."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
from lxml import etree

from auditblanc.domain.catalogue import load
from auditblanc.domain.forecast import forecast
from auditblanc.interchange import form_docx, form_reader, json_format, workbook
from bench.plain_program import plain_program

if TYPE_CHECKING:
    from collections.abc import Callable

Jobs = dict[str, "Callable[[], object]"]
FORM = Path(__file__).parent.parent / "tests" / "data" / "fiche-remplie.docx"


def read_form() -> Jobs:
    data = FORM.read_bytes()
    catalogue = load()

    def bare() -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    def other() -> object:
        document = docx.Document(io.BytesIO(data))
        return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]

    return {"ours": lambda: form_reader.read(data, catalogue), "unzip + parse": bare, "python-docx, cells": other}


def write_form() -> Jobs:
    catalogue = load()
    snapshot = form_reader.read(FORM.read_bytes(), catalogue).snapshot
    edition = catalogue.edition(snapshot.edition)
    ours = form_docx.write(snapshot, edition)
    with zipfile.ZipFile(io.BytesIO(ours)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def bare() -> object:
        sink = io.BytesIO()
        with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return sink

    def other() -> object:
        document = docx.Document()
        table = document.add_table(rows=0, cols=8)
        for indicator in edition.indicators:
            rating = snapshot.rating(indicator.number)
            texts = (str(indicator.number), indicator.full_statement, indicator.expected_level.text)
            marks = tuple("X" if rating.level == level else "" for level in (1, 2, 3))
            cells = (*texts, indicator.evidence_examples.text, *marks, rating.presentation)
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        sink = io.BytesIO()
        document.save(sink)
        return sink

    return {"ours": lambda: form_docx.write(snapshot, edition), "zip alone": bare, "python-docx, same table": other}


def write_workbook() -> Jobs:
    catalogue = load()
    snapshot = form_reader.read(FORM.read_bytes(), catalogue).snapshot
    edition = catalogue.edition(snapshot.edition)
    return {
        "ours": lambda: workbook.write(snapshot, edition),
        "XlsxWriter alone, same workbook": plain_program(snapshot, edition),
    }


def read_workbook() -> Jobs:
    catalogue = load()
    snapshot = form_reader.read(FORM.read_bytes(), catalogue).snapshot
    data = workbook.write(snapshot, catalogue.edition(snapshot.edition))

    def bare() -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]

    def other() -> object:
        sheets = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return [list(sheet.values) for sheet in sheets]

    return {"ours": lambda: workbook.read(data, catalogue), "unzip + parse": bare, "openpyxl, cells": other}


def rules() -> Jobs:
    catalogue = load()
    snapshot = form_reader.read(FORM.read_bytes(), catalogue).snapshot
    edition = catalogue.edition(snapshot.edition)
    document = json_format.write(snapshot)
    return {
        "points to watch of 32 rows": lambda: forecast(edition, snapshot),
        "JSON, write": lambda: json_format.write(snapshot),
        "JSON, read": lambda: json_format.read(document, catalogue),
        "editions, load and build 2026": lambda: load().edition("2026-v9"),
    }
