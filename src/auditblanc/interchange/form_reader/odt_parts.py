"""The parts of an OpenDocument package: the body, and what it refers to."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from auditblanc.interchange import safe_xml
from auditblanc.interchange.form_reader.odt_lists import Lists
from auditblanc.interchange.form_reader.odt_names import FORM, IDENTIFIER, OFFICE, STYLE, TEXT, TRACKED
from auditblanc.interchange.form_reader.odt_styles import Styles, styles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from auditblanc.interchange.archive import Package

_BODY = f"{OFFICE}body/{OFFICE}text"
_MARGIN = re.compile(r"\{.*\}(?:header|footer)(?:-left|-first)?")
# Modules and dialogs of Basic, scripts in other languages; the two lists of libraries alone hold no code.
_MACRO = re.compile(r"Basic/(?!.*script-l[bc]\.xml$).*[^/]|Scripts/.*[^/]")


class Parts:
    """What a body refers to: styles, lists, controls, headers and footers."""

    def __init__(self, package: Package) -> None:
        self._names = package.names
        self._content, self._named = (
            safe_xml.parse(package.read(name)) if name in package.names else None
            for name in ("content.xml", "styles.xml")
        )

    @cached_property
    def body(self) -> etree._Element | None:
        return None if self._content is None else self._content.find(_BODY)

    @cached_property
    def styles(self) -> Styles:
        return styles_of(self._named, self._content)

    @cached_property
    def lists(self) -> Lists:
        return Lists(self.styles.lists)

    @cached_property
    def controls(self) -> dict[str, etree._Element]:
        """The controls that may be drawn on the page, by identifier."""
        forms = () if self.body is None else self.body.iterfind(f"{OFFICE}forms")
        every = (control for form in forms for control in form.iter())
        return {control.get(IDENTIFIER) or control.get(f"{FORM}id") or "": control for control in every}

    @property
    def has_tracked_changes(self) -> bool:
        """Something inserted or deleted is not yet accepted. What was deleted does not stand in the body."""
        changes = None if self.body is None else self.body.find(TRACKED)
        return changes is not None and next(changes.iter(f"{TEXT}insertion", f"{TEXT}deletion"), None) is not None

    @property
    def has_macros(self) -> bool:
        return any(map(_MACRO.fullmatch, self._names))

    def margins(self) -> Iterator[etree._Element]:
        """Headers and footers of pages."""
        pages = () if self._named is None else self._named.iterfind(f"{OFFICE}master-styles/{STYLE}master-page")
        return (margin for page in pages for margin in page if _MARGIN.fullmatch(margin.tag))
