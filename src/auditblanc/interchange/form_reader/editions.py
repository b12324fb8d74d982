"""Which edition a form was printed from, told by the texts in its cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.printed import Printed, printed
from auditblanc.interchange.form_reader.wording import key

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.form_reader.grid import Document

# Shorter texts are numbers, marks and headings.
_SHORT = 15


def closest(document: Document, catalogue: Catalogue) -> Printed:
    """The edition that has most of the cells of the document; the oldest of those that have as many."""
    every = [printed(catalogue.edition(identifier)) for identifier in catalogue.ids]
    oldest_first = sorted(every, key=lambda each: each.edition.audits_from or date.min)
    texts = _long_texts(document)
    hits = [len(texts & each.exact.keys()) for each in oldest_first]
    most = max(hits)
    if hits.count(most) > 1:
        keys = {key(text) for text in texts}
        hits = [
            len(keys & each.keys.keys()) if hit == most else 0 for hit, each in zip(hits, oldest_first, strict=True)
        ]
    return oldest_first[hits.index(max(hits))]


def matches(document: Document, form: Printed) -> int:
    """How many different cells of the document are printed in the forms of that edition."""
    return sum(bool(form.places(text)) for text in _long_texts(document))


def _long_texts(document: Document) -> set[str]:
    rows = (row for table in document.tables for row in table.rows)
    return {cell.text for row in rows for cell in row if len(cell.text) >= _SHORT}
