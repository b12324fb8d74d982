"""What people, editors and accidents do to a form saved as OpenDocument: functions that change its tree."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from random import Random

from lxml import etree

from tests.interchange.form_reader.odt_packages import OPENED

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE = f"{_OASIS}office:1.0}}", f"{_OASIS}text:1.0}}", f"{_OASIS}table:1.0}}"
ROW, CELL = f"{TABLE}table-row", f"{TABLE}table-cell"
# What may be made to hold a word, wherever a paragraph may stand.
_BLOCKS = (
    "<text:p>{}</text:p>",
    "<text:h>{}</text:h>",
    "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
    "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row></table:table>",
    "<text:p><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></text:p>",
    "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>",
    "<text:section><text:p>{}</text:p></text:section>",
    "<inconnu><text:p>{}</text:p></inconnu>",
)
# Wherever text may stand.
_INLINES = (
    "<text:span>{}</text:span>",
    '<text:a xlink:href="https://exemple.fr/a">{}</text:a>',
    '<text:a xlink:href="https://exemple.fr/{}"><text:span>lien</text:span></text:a>',
    "<office:annotation><dc:creator>Léa</dc:creator><text:p>{}</text:p></office:annotation>",
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body></text:note>",
    "<loext:content-control>{}</loext:content-control>",
    "<draw:frame><draw:image/><svg:desc>{}</svg:desc></draw:frame>",
    "<draw:custom-shape><text:p>{}</text:p></draw:custom-shape>",
    "<text:line-break/><text:span>{}</text:span><text:tab/>",
    "<inconnu>{}</inconnu>",
)
_COUNTS = ("0", "1", "2", "3", "7", "-1", "", "abc", "99", "2000", "16384", "1048576", "9" * 200)
_COUNTED = ("number-columns-repeated", "number-rows-repeated", "number-columns-spanned", "number-rows-spanned")


@dataclass
class Draft:
    """``typed``: words put where a person sees them, and that stand nowhere else."""

    rng: Random
    root: etree._Element
    typed: list[str] = field(default_factory=list)

    @property
    def body(self) -> etree._Element:
        return self.root.find(f"{OFFICE}body/{OFFICE}text")

    def pick(self, tag: str) -> etree._Element:
        return self.rng.choice(list(self.body.iter(tag)))

    def word(self) -> str:
        self.typed.append(f"MOT{len(self.typed)}Z{self.rng.randrange(10**6)}Z")
        return self.typed[-1]


def made(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<x {OPENED}>{xml}</x>"))


def _swap(one: etree._Element, other: etree._Element) -> None:
    place = etree.Element("place")
    one.getparent().replace(one, place)
    if one is not other:
        other.getparent().replace(other, one)
    place.getparent().replace(place, other)


def type_a_block(draft: Draft) -> None:
    parent = draft.rng.choice([draft.body, draft.pick(CELL)])
    parent.append(made(draft.rng.choice(_BLOCKS).format(draft.word()))[0])


def type_in_a_paragraph(draft: Draft) -> None:
    draft.pick(f"{TEXT}p").extend(made(draft.rng.choice(_INLINES).format(draft.word())))


def delete_with_changes_tracked(draft: Draft) -> None:
    """What was deleted stands apart: nobody sees it."""
    draft.body.insert(
        0,
        made(
            '<text:tracked-changes><text:changed-region text:id="s"><text:deletion><text:p>SUPPRIMÉ</text:p>'
            "</text:deletion></text:changed-region></text:tracked-changes>"
        )[0],
    )


def swap_rows(draft: Draft) -> None:
    _swap(*(_indicator_row(draft) for _ in range(2)))


def _indicator_row(draft: Draft) -> etree._Element:
    rows = list(draft.body.iter(ROW))
    numbered = [row for row in rows if len(row) and "".join(row[0].itertext()).isdigit()]
    return draft.rng.choice(numbered or rows)


def swap_tables(draft: Draft) -> None:
    tables = draft.body.findall(f"{TABLE}table")
    _swap(draft.rng.choice(tables), draft.rng.choice(tables))


def put_in_a_section(draft: Draft) -> None:
    _wrap(draft.rng.choice(list(draft.body)), f"{TEXT}section")


def put_in_a_group_of_rows(draft: Draft) -> None:
    _wrap(draft.pick(ROW), f"{TABLE}table-row-group")


def put_in_a_span(draft: Draft) -> None:
    """As editors do at each change of format."""
    span, inner = draft.pick(f"{TEXT}span"), etree.Element(f"{TEXT}span")
    said = span.text or ""
    cut = draft.rng.randrange(len(said) + 1)
    span.text, inner.text = said[:cut], said[cut:]
    span.insert(0, inner)


def put_soft_page_breaks(draft: Draft) -> None:
    draft.pick(ROW).addprevious(etree.Element(f"{TEXT}soft-page-break"))
    draft.pick(f"{TEXT}p").insert(0, etree.Element(f"{TEXT}soft-page-break"))


def put_a_bookmark(draft: Draft) -> None:
    draft.pick(f"{TEXT}p").append(etree.Element(f"{TEXT}bookmark"))


def rename_styles(draft: Draft) -> None:
    for element in draft.body.iter(f"{TEXT}p", f"{TEXT}span"):
        element.set(f"{TEXT}style-name", "Autre")


def _wrap(element: etree._Element, tag: str) -> None:
    wrapper = etree.Element(tag)
    element.getparent().replace(element, wrapper)
    wrapper.append(element)


def delete_an_element(draft: Draft) -> None:
    element = draft.rng.choice(list(draft.body.iter())[1:])
    element.getparent().remove(element)


def duplicate_an_element(draft: Draft) -> None:
    element = draft.rng.choice(list(draft.body.iter())[1:])
    element.addnext(copy.deepcopy(element))


def move_an_element(draft: Draft) -> None:
    element, place = (draft.rng.choice(list(draft.body.iter())[1:]) for _ in range(2))
    if element not in (place, *place.iterancestors()):
        place.append(element)


def rename_an_element(draft: Draft) -> None:
    element, other = (draft.rng.choice(list(draft.body.iter())[1:]) for _ in range(2))
    element.tag = other.tag


def miscount(draft: Draft) -> None:
    """Cells and rows merged or repeated, by any number."""
    element = draft.pick(draft.rng.choice([ROW, CELL, f"{TABLE}covered-table-cell"]))
    element.set(f"{TABLE}{draft.rng.choice(_COUNTED)}", draft.rng.choice(_COUNTS))


def nest_deeply(draft: Draft) -> None:
    cell = draft.pick(CELL)
    for _ in range(draft.rng.choice([2, 20, 60])):
        cell.append(made("<table:table><table:table-row><table:table-cell/></table:table-row></table:table>")[0])
        cell = cell[-1][0][0]


# After these every answer is read as before.
FAITHFUL = (
    delete_with_changes_tracked,
    swap_rows,
    swap_tables,
    put_in_a_section,
    put_in_a_group_of_rows,
    put_in_a_span,
    put_soft_page_breaks,
    put_a_bookmark,
    rename_styles,
)
MUTATIONS = (
    *FAITHFUL,
    type_a_block,
    type_a_block,
    type_in_a_paragraph,
    type_in_a_paragraph,
    delete_an_element,
    duplicate_an_element,
    move_an_element,
    rename_an_element,
    miscount,
    nest_deeply,
)
