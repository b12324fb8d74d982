"""The Word form, written by us: the founding form's layout, for any edition, blank or filled."""

from __future__ import annotations

from auditblanc.interchange.form_docx.options import FormError, FormOptions, keep
from auditblanc.interchange.form_docx.writer import write

__all__ = ["FormError", "FormOptions", "keep", "write"]
