"""Reports, beside typst and zip alone. Every run draws another assessment: typst remembers what it has already laid out."""

from __future__ import annotations

import io
import json
import random
import zipfile
from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

import typst

from auditblanc.domain.catalogue import load
from auditblanc.interchange import form_reader
from auditblanc.reports.docx import docx
from auditblanc.reports.docx.package import parts
from auditblanc.reports.pdf import pdf, template
from auditblanc.reports.plain_data import plain_data
from auditblanc.reports.report import report
from bench.jobs import FORM, Jobs

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

TODAY = date(2026, 12, 3)
COUNT = 40


def report_pdf() -> Jobs:
    edition, every = variants(2 * COUNT)
    ours, theirs = cycle(every[:COUNT]), every[COUNT:]
    ready = cycle([json.dumps(plain_data(report(each, edition, today=TODAY)), ensure_ascii=False) for each in theirs])

    def alone() -> object:
        data = {"data": next(ready), "note": ""}
        return typst.compile(template(), format="pdf", ignore_system_fonts=True, sys_inputs=data, pdf_standards="ua-1")

    return {"ours": lambda: pdf(report(next(ours), edition, today=TODAY)), "typst alone, data ready": alone}


def report_docx() -> Jobs:
    edition, every = variants(COUNT)
    trees = cycle([report(each, edition, today=TODAY) for each in every])
    whole = cycle(every)
    ready = parts(report(every[0], edition, today=TODAY))

    def bare() -> object:
        sink = io.BytesIO()
        with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in ready.items():
                archive.writestr(name, content)
        return sink

    return {
        "ours, from the tree": lambda: docx(next(trees)),
        "zip alone": bare,
        "ours, rules and tree included": lambda: docx(report(next(whole), edition, today=TODAY)),
    }


def variants(count: int) -> tuple[Edition, list[Snapshot]]:
    """The same answers, the words of each in another order."""
    catalogue = load()
    snapshot = form_reader.read(FORM.read_bytes(), catalogue).snapshot
    chance = random.Random(1)  # noqa: S311 -- words in another order, no secret
    return catalogue.edition(snapshot.edition), [shuffled(snapshot, chance) for _ in range(count)]


def shuffled(snapshot: Snapshot, chance: random.Random) -> Snapshot:
    return replace(
        snapshot,
        ratings=tuple(
            replace(rating, presentation=" ".join(chance.sample(words, len(words))))
            for rating in snapshot.ratings
            for words in (rating.presentation.split(),)
        ),
    )
