"""What stands in the document and belongs to no indicator: it is quoted, unless a form has it printed."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from auditblanc.domain.neutral import MENTION
from auditblanc.interchange.form_docx.notes import notes
from auditblanc.interchange.form_docx.options import FormOptions
from auditblanc.interchange.form_reader.grid import Paragraph, RemarkKind
from auditblanc.interchange.form_reader.legible import require_short
from auditblanc.interchange.form_reader.quotes import quoted
from auditblanc.interchange.form_reader.remarks import told
from auditblanc.interchange.form_reader.wording import key
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.form_reader.grid import Document, Remark
    from auditblanc.interchange.form_reader.printed import Printed
    from auditblanc.interchange.form_reader.rows import FormRow

_PART = re.compile(
    r"Partie de la fiche(?: confiée à .+)? : \d+ indicateurs? sur \d+ \([\d, ]+\)\. Les autres n’y figurent pas\."
)
_PAGE = re.compile(r"(?i)(?:page\s*)?\d*(?:\s*(?:sur|/|de)\s*\d*)?")


def unknown_row(row: FormRow, form: Printed) -> Iterator[Problem]:
    """A row of no indicator; banners of criteria are such rows, and say nothing."""
    cells = [*row.line.cells.values(), *row.line.extras]
    texts = [text for cell in cells if (text := _unprinted(cell.text, form)) and not form.places(cell.text)]
    if texts:
        for text in texts:
            require_short(text, "Une ligne qui ne correspond à aucun indicateur")
        message = f"Une ligne du tableau ne correspond à aucun indicateur, elle est à reprendre à la main : {quoted(' | '.join(texts))}."
        yield Problem(cell=Cell.ROW, message=message)
    for cell in cells:
        yield from told(cell.remarks, Cell.ROW)


def _unprinted(text: str, form: Printed) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip() and key(line) not in form.outside)


def outside(document: Document, snapshot: Snapshot, form: Printed) -> Iterator[Problem]:
    """What stands outside the tables: a doubt for each run of paragraphs, and one for each thing that hangs on them."""
    for is_text, blocks in groupby(document.blocks, key=lambda block: isinstance(block, Paragraph)):
        if is_text:
            yield from _outside([block for block in blocks if isinstance(block, Paragraph)], snapshot, form)
    for remark in document.remarks:
        if not _is_page_furniture(remark, form):
            yield from told((remark,), Cell.FILE)


def _outside(paragraphs: list[Paragraph], snapshot: Snapshot, form: Printed) -> Iterator[Problem]:
    texts = [text for each in paragraphs if (text := each.text.strip()) and key(text) not in form.outside]
    ours = _notes(snapshot, form) if texts else frozenset()
    typed = [text for text in texts if not _is_ours(text, ours)]
    if typed:
        text = "\n".join(typed)
        require_short(text, "Le texte hors du tableau")
        yield Problem(
            cell=Cell.FILE, message=f"Hors du tableau, il y a un texte, à reprendre à la main : {quoted(text)}."
        )
    for paragraph in paragraphs:
        yield from told(paragraph.remarks, Cell.FILE)


def _is_ours(text: str, ours: frozenset[str]) -> bool:
    said = key(text)
    return not said or said in ours or bool(_PART.fullmatch(text))


def _notes(snapshot: Snapshot, form: Printed) -> frozenset[str]:
    """The keys of the lines that we add to the first page of a form."""
    said = (f"{label}{sentence}" for label, sentence in notes(snapshot, form.edition, FormOptions(with_proofs=True)))
    return frozenset(key(line) for each in said for line in each.split("\n"))


def _is_page_furniture(remark: Remark, form: Printed) -> bool:
    """Page numbers, and the lines of ours at the foot of pages."""
    if remark.kind is not RemarkKind.MARGIN:
        return False
    own = re.compile(rf"{re.escape(form.edition.title)} · Textes vérifiés le \d\d/\d\d/\d{{4}}")
    return bool(_PAGE.fullmatch(own.sub("", remark.text).replace(MENTION, "").strip()))
