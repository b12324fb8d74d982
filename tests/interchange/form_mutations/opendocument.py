"""A form as an OpenDocument text, as LibreOffice lays it out, and what may be done to one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from auditblanc.domain.snapshot import Level
from auditblanc.interchange.form_layout import HEADINGS
from tests.interchange.form_mutations.draft import Draft, NoTargetError, wrapped
from tests.interchange.form_reader.odt_packages import OPENED, odt

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Rating, Snapshot

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_COUNTS = ("0", "1", "2", "3", "99", "100", "5000", "1048576", "9" * 30, "-1", "x")
_COVERED = "<table:covered-table-cell/>"


def form(snapshot: Snapshot, edition: Edition) -> bytes:
    """The form of an assessment, a table for each criterion."""
    ratings = {rating.indicator: rating for rating in snapshot.ratings}
    tables = [
        "".join(_row(each, ratings[each.number]) for each in edition.indicators if each.criterion == criterion.number)
        for criterion in edition.criteria
    ]
    banners = [
        _cell(escape(f"Critère {each.number} : {each.title.text}"), 8) + _COVERED * 7 for each in edition.criteria
    ]
    return odt("".join(map(_table, banners, tables)))


def _table(banner: str, rows: str) -> str:
    first, expected, examples, level, last = map(escape, HEADINGS)
    header = (
        f"{_cell(first, 2)}{_COVERED}{_cell(expected)}{_cell(examples)}{_cell(level, 3)}{_COVERED * 2}{_cell(last)}"
    )
    digits = "".join(map(_cell, ("", "", "", "", "1", "2", "3", "")))
    heads = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in (banner, header, digits))
    columns = '<table:table-column table:number-columns-repeated="8"/>'
    return (
        f"<text:p/><table:table>{columns}<table:table-header-rows>{heads}</table:table-header-rows>{rows}</table:table>"
    )


def _row(indicator: object, rating: Rating) -> str:
    texts = (
        str(indicator.number),
        indicator.full_statement,
        indicator.expected_level.text,
        indicator.evidence_examples.text,
        *("X" if rating.level is level else "" for level in Level),
        rating.presentation,
    )
    return f"<table:table-row>{''.join(_cell(escape(text)) for text in texts)}</table:table-row>"


def _cell(text: str, span: int = 1) -> str:
    spanned = f' table:number-columns-spanned="{span}"' if span > 1 else ""
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.replace("\t", "<text:tab/>").split("\n"))
    return f"<table:table-cell{spanned}>{lines}</table:table-cell>"


def made(xml: str) -> etree._Element:
    return etree.fromstring(f"<x {OPENED}>{xml}</x>")[0]


def type_in_a_paragraph(draft: Draft) -> None:
    paragraph = draft.pick(draft.root.iter(f"{TEXT}p"))
    paragraph.text = f"{paragraph.text or ''} {draft.word()}"


def type_in_a_new_paragraph(draft: Draft) -> None:
    draft.pick(draft.root.iter(f"{TABLE}table-cell")).append(made(f"<text:p>{draft.word()}</text:p>"))


def type_in_a_span(draft: Draft) -> None:
    draft.pick(draft.root.iter(f"{TEXT}p")).append(made(f"<text:span>{draft.word()}</text:span>"))


def type_a_list(draft: Draft) -> None:
    items = "".join(f"<text:list-item><text:p>{draft.word()}</text:p></text:list-item>" for _ in range(3))
    draft.pick(draft.root.iter(f"{TABLE}table-cell")).append(made(f"<text:list>{items}</text:list>"))


def type_outside(draft: Draft) -> None:
    draft.pick(draft.root.iter(f"{TABLE}table")).addprevious(made(f"<text:p>{draft.word()}</text:p>"))


def nest_a_table(draft: Draft) -> None:
    cells = "".join(f"<table:table-cell><text:p>{draft.word()}</text:p></table:table-cell>" for _ in range(2))
    nested = made(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    draft.pick(draft.root.iter(f"{TABLE}table-cell")).append(nested)


def comment(draft: Draft) -> None:
    said = made(f"<office:annotation><dc:creator>A</dc:creator><text:p>{draft.word()}</text:p></office:annotation>")
    draft.pick(draft.root.iter(f"{TEXT}p")).append(said)


def note(draft: Draft) -> None:
    body = f"<text:note-citation>1</text:note-citation><text:note-body><text:p>{draft.word()}</text:p></text:note-body>"
    draft.pick(draft.root.iter(f"{TEXT}p")).append(made(f'<text:note text:note-class="footnote">{body}</text:note>'))


def text_box(draft: Draft) -> None:
    box = f"<draw:frame><draw:text-box><text:p>{draft.word()}</text:p></draw:text-box></draw:frame>"
    draft.pick(draft.root.iter(f"{TEXT}p")).append(made(box))


def link(draft: Draft) -> None:
    draft.pick(draft.root.iter(f"{TEXT}p")).append(made(f'<text:a xlink:href="#x">{draft.word()}</text:a>'))


def space(draft: Draft) -> None:
    blanks = f'<text:s text:c="{draft.rng.choice(_COUNTS)}"/>'
    draft.pick(draft.root.iter(f"{TEXT}p")).append(made(blanks))


def repeat_cells(draft: Draft) -> None:
    _count(draft, "table-cell", "number-columns-repeated")


def repeat_rows(draft: Draft) -> None:
    _count(draft, "table-row", "number-rows-repeated")


def span_columns(draft: Draft) -> None:
    _count(draft, "table-cell", "number-columns-spanned")


def span_rows(draft: Draft) -> None:
    _count(draft, "table-cell", "number-rows-spanned")


def cover_a_cell(draft: Draft) -> None:
    draft.pick(draft.root.iter(f"{TABLE}table-cell")).tag = f"{TABLE}covered-table-cell"


def track_a_deletion(draft: Draft) -> None:
    changed = "<text:changed-region><text:deletion><text:p>parti</text:p></text:deletion></text:changed-region>"
    body = draft.root.find(".//{*}body/{*}text")
    if body is None:
        raise NoTargetError
    body.insert(0, made(f"<text:tracked-changes>{changed}</text:tracked-changes>"))


def merge_rows(draft: Draft) -> None:
    """The last cells of two rows made one."""
    pairs = [
        (one, other)
        for one, other in pairwise(draft.root.iter(f"{TABLE}table-row"))
        if len(one) == len(other) and one.getnext() is other
    ]
    one, other = draft.pick(pairs)
    one[-1].set(f"{TABLE}number-rows-spanned", "2")
    other[-1].tag = f"{TABLE}covered-table-cell"


def _count(draft: Draft, tag: str, attribute: str) -> None:
    draft.pick(draft.root.iter(f"{TABLE}{tag}")).set(f"{TABLE}{attribute}", draft.rng.choice(_COUNTS))


def shuffle_rows(draft: Draft) -> None:
    table = draft.pick(draft.root.iter(f"{TABLE}table"))
    rows = table.findall(f"{TABLE}table-row")
    draft.rng.shuffle(rows)
    table.extend(rows)


def section_around_table(draft: Draft) -> None:
    wrapped(draft.pick(draft.root.iter(f"{TABLE}table")), made("<text:section/>"))


def ungroup_header(draft: Draft) -> None:
    header = draft.pick(draft.root.iter(f"{TABLE}table-header-rows"))
    for row in list(header):
        header.addprevious(row)


def span_around_text(draft: Draft) -> None:
    paragraph = draft.pick(each for each in draft.root.iter(f"{TEXT}p") if each.text)
    span = made("<text:span/>")
    span.text, paragraph.text = paragraph.text, None
    paragraph.insert(0, span)


def break_a_page(draft: Draft) -> None:
    paragraph = draft.pick(each for each in draft.root.iter(f"{TEXT}p") if each.text)
    paragraph.append(made("<text:soft-page-break/>"))


def put_a_bookmark(draft: Draft) -> None:
    draft.pick(draft.root.iter(f"{TEXT}p")).append(made('<text:bookmark text:name="ici"/>'))
