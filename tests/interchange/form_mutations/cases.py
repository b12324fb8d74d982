"""A case by its number: the same form, the same changes, the same bytes, every time and on every machine."""

from __future__ import annotations

import inspect
import io
import zipfile
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from lxml import etree

from tests.interchange.form_mutations import (
    any_xml,
    boxes,
    cells,
    damage,
    opendocument,
    parts,
    remarks,
    rows,
    tables,
    wrapping,
    writing,
)
from tests.interchange.form_mutations.draft import BODY_PART, OPEN_BODY_PART, Draft, NoTargetError, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    Mutation = Callable[[Draft], None]

SEED = 2026


def _mutations(module: ModuleType) -> tuple[Mutation, ...]:
    """The functions of a module that change a draft, in the order of the file."""
    own = (each for _, each in inspect.getmembers(module, inspect.isfunction) if each.__module__ == module.__name__)
    public = (
        each for each in own if not each.__name__.startswith("_") and "draft" in inspect.signature(each).parameters
    )
    return tuple(sorted(public, key=lambda each: each.__code__.co_firstlineno))


WORD = tuple(
    mutation
    for module in (rows, tables, cells, writing, boxes, wrapping, remarks, parts, any_xml)
    for mutation in _mutations(module)
)
OPEN_DOCUMENT = (*_mutations(opendocument), *_mutations(any_xml), parts.remove_part, parts.truncate_part)
MUTATIONS = tuple(dict.fromkeys((*WORD, *OPEN_DOCUMENT)))

# Changes after which every answer is read as before, but for the lines added: they touch only what is around it.
FAITHFUL_TO_WORD = (
    rows.swap_rows,
    rows.move_row,
    rows.shuffle_rows,
    rows.track_inserted_row,
    rows.control_around_row,
    rows.repeat_row_on_each_page,
    rows.number_otherwise,
    tables.swap_tables,
    tables.split_table,
    tables.split_table_under_a_header,
    tables.merge_tables,
    tables.repeat_header,
    tables.drop_header,
    tables.drop_a_header_row,
    tables.drop_every_header,
    tables.control_around_table,
    tables.choice_around_table,
    cells.control_around_cell,
    cells.control_inside_cell,
    boxes.tick_otherwise,
    boxes.tick_with_its_digit,
    boxes.tick_with_a_control,
    boxes.put_controls_everywhere,
    wrapping.track_insertion,
    wrapping.track_deletion_of_nothing_that_counts,
    wrapping.track_move,
    wrapping.link_inside_the_document,
    wrapping.compute_by_a_field,
    wrapping.simple_field,
    wrapping.control_around_run,
    wrapping.smart_tag,
    wrapping.custom_xml,
    wrapping.choice_around_run,
    wrapping.unknown_around_run,
    wrapping.split_run,
    wrapping.bookmark,
    writing.answer,
    writing.answer,
    remarks.comment_on_nothing,
    remarks.page_header,
    parts.rename_styles,
    parts.loop_styles,
    parts.add_macros,
    parts.add_unknown_parts,
    parts.point_elsewhere,
)
FAITHFUL_TO_OPEN_DOCUMENT = (
    opendocument.shuffle_rows,
    opendocument.section_around_table,
    opendocument.ungroup_header,
    opendocument.span_around_text,
    opendocument.break_a_page,
    opendocument.put_a_bookmark,
    opendocument.track_a_deletion,
)
# By the part that is changed: all that may be done to it, and what leaves its answers alone.
_DONE = {BODY_PART: (WORD, FAITHFUL_TO_WORD), OPEN_BODY_PART: (OPEN_DOCUMENT, FAITHFUL_TO_OPEN_DOCUMENT)}


@dataclass(frozen=True)
class Case:
    """``words`` were typed, whether or not they are still there.

    ``is_faithful``: the answers are those of the form, with the lines of ``answers`` added by indicator.
    """

    number: int
    form: str
    steps: tuple[str, ...]
    is_faithful: bool
    words: tuple[str, ...]
    answers: dict[int, list[str]]
    data: bytes

    def __str__(self) -> str:
        return f"cas {self.number} ({self.form}) : {', '.join(self.steps)}"


def case(number: int, forms: Mapping[str, bytes]) -> Case:
    """The case of that number among endless ones."""
    rng = Random(f"{SEED}/{number}")
    form = rng.choice(sorted(forms))
    draft = opened(forms[form], rng)
    is_faithful = rng.random() < 0.25
    among = _DONE[draft.name][is_faithful]
    steps = [name for name in (_applied(draft, among) for _ in range(rng.randint(1, 6))) if name]
    data, damages = _packed(draft, may_break=not is_faithful and rng.random() < 0.3)
    return Case(number, form, (*steps, *damages), is_faithful, tuple(draft.typed), draft.answers, data)


def changed(form: bytes, *mutations: Mutation, seed: int = 0) -> bytes:
    """A form after some changes, for tests that need one in particular."""
    draft = opened(form, Random(seed))
    for mutation in mutations:
        mutation(draft)
    return _packed(draft, may_break=False)[0]


def _applied(draft: Draft, among: tuple[Mutation, ...]) -> str:
    mutation = draft.rng.choice(among)
    try:
        mutation(draft)
    except NoTargetError:
        return ""
    return mutation.__name__


def _packed(draft: Draft, *, may_break: bool) -> tuple[bytes, list[str]]:
    """The file, its bytes damaged in one case of three."""
    rng, damages = draft.rng, []
    body = etree.tostring(draft.root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if may_break and rng.random() < 0.7:
        broken = rng.choice(damage.OF_DOCUMENT)
        body, damages = broken(body, rng), [broken.__name__]
    data = zipped({**draft.parts, draft.name: body})
    if may_break and not damages:
        broken = rng.choice(damage.OF_FILE)
        data, damages = broken(data, rng), [f"{broken.__name__} of the file"]
    return data, damages


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A package, not compressed: deflating would take most of the time of a case."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name, data in content.items():
            file.writestr(name, data)
    return buffer.getvalue()
