"""Accidents to any XML: elements lost, doubled, moved, renamed, attributes given other values. The schema is not kept."""

from __future__ import annotations

import copy

from lxml import etree

from tests.interchange.form_mutations.draft import Draft, NoTargetError, remove

_VALUES = (
    "",
    "0",
    "1",
    "2",
    "8",
    "-1",
    "true",
    "false",
    "99999",
    "9" * 30,
    "٣",
    "1e9",
    "a b",
    "é\u2028",
    "../../x",
    "#",
)
_CROWD = 400


def delete_element(draft: Draft) -> None:
    remove(draft.pick(_below_root(draft)))


def duplicate_element(draft: Draft) -> None:
    element = draft.pick(_small(draft))
    element.addnext(copy.deepcopy(element))


def move_element(draft: Draft) -> None:
    """Anywhere, whatever the schema says."""
    element, place = draft.pick(_small(draft)), draft.pick(draft.root.iter("*"))
    if place is element or element in place.iterancestors():
        raise NoTargetError
    place.append(element)


def swap_with_sibling(draft: Draft) -> None:
    element = draft.pick(_below_root(draft))
    following = element.getnext()
    if following is None:
        raise NoTargetError
    following.addnext(element)


def unwrap_element(draft: Draft) -> None:
    """Its children take its place."""
    element = draft.pick(each for each in _below_root(draft) if len(each))
    for child in list(element):
        element.addprevious(child)
    remove(element)


def wrap_element(draft: Draft) -> None:
    element = draft.pick(_below_root(draft))
    around = etree.Element("{urn:inconnu}autour")
    element.getparent().replace(element, around)
    around.append(element)


def rename_element(draft: Draft) -> None:
    """It becomes another that the document knows."""
    draft.pick(_small(draft)).tag = draft.pick(draft.root.iter("*")).tag


def change_an_attribute(draft: Draft) -> None:
    element = draft.pick(each for each in draft.root.iter("*") if each.attrib)
    element.set(draft.pick(element.attrib), draft.rng.choice(_VALUES))


def copy_an_attribute(draft: Draft) -> None:
    """From anywhere to anywhere."""
    source = draft.pick(each for each in draft.root.iter("*") if each.attrib)
    name = draft.pick(source.attrib)
    draft.pick(draft.root.iter("*")).set(name, source.get(name))


def drop_an_attribute(draft: Draft) -> None:
    element = draft.pick(each for each in draft.root.iter("*") if each.attrib)
    del element.attrib[draft.pick(element.attrib)]


def type_in_an_element(draft: Draft) -> None:
    draft.pick(_below_root(draft)).text = draft.word()


def _below_root(draft: Draft) -> list[etree._Element]:
    return list(draft.root.iter("*"))[1:]


def _small(draft: Draft) -> list[etree._Element]:
    """Elements that may be copied without the form growing beyond reason."""
    return [each for each in _below_root(draft) if sum(1 for _ in each.iter()) < _CROWD]
