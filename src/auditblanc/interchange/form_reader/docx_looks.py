"""What the properties of a Word paragraph say: its style, as a person calls it, and its list mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_layout import DECISION_STYLE, PROOF_STYLE, REVIEW_STYLE, REWORDED_STYLE, SPLIT_STYLE
from auditblanc.interchange.form_reader.docx_styles import place_by_style

if TYPE_CHECKING:
    from auditblanc.interchange.form_reader.docx_parts import Parts
    from auditblanc.interchange.form_reader.docx_styles import ListPlace

# Known by their identifiers: the part of styles, which may be longer than the form, needs not be read.
_OURS = {identifier for identifier, _ in (REVIEW_STYLE, DECISION_STYLE, REWORDED_STYLE, SPLIT_STYLE, PROOF_STYLE)}


def looks(identifier: str, place: ListPlace | None, parts: Parts) -> tuple[str, str]:
    """The name of the style (its identifier when it has none) and the mark of the list that it or the paragraph is in."""
    style = parts.styles.get(identifier) if identifier and identifier not in _OURS else None
    if place is None and style:
        place = place_by_style(parts.styles, identifier)
    mark = parts.lists.mark(place.identifier, place.depth) if place else ""
    return (style.name if style else identifier), mark
