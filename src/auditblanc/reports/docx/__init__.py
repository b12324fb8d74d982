"""A document as a Word file, written as it is stored: styles, headings, tables, charts that Word itself draws."""

from __future__ import annotations

from auditblanc.reports.docx.package import docx

__all__ = ["docx"]
