"""What the cells of an XLSX workbook hold, read within bounds. Knows nothing of what our own workbook means."""

from __future__ import annotations

from auditblanc.interchange.spreadsheet.book import open_book
from auditblanc.interchange.spreadsheet.cells import Book, Cell, CellValue, Position, Sheet

__all__ = ["Book", "Cell", "CellValue", "Position", "Sheet", "open_book"]
