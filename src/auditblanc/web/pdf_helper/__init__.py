"""The one process of an installation that lays out PDF, and the door to it for the workers of the site."""

from __future__ import annotations

from auditblanc.web.pdf_helper.listening import pdf_helper
from auditblanc.web.pdf_helper.press import Limits

__all__ = ["Limits", "pdf_helper"]
