"""Let the rows of a workbook grow while a person types.

XlsxWriter marks every row whose height it is given as fixed by hand, and then no application makes it higher for the
text typed in it. The mark is left out, the height stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIXED = "customHeight"


class GrowingSheet(Worksheet):
    """A sheet of rows that grow.

    XlsxWriter has no option for it. Its sheets write rows through these two methods; the test of the grid fails should
    a later version do otherwise.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[tuple[str, Any]] = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _growing(attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Iterable[tuple[str, Any]] = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _growing(attributes))


def _growing(attributes: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in attributes if name != _FIXED]
