"""Every document of an assessment, out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.interchange.formats import FORMATS, WRITTEN, Purpose

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def documents(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """The list of formats is that of ``interchange``: one more there is one more here."""
    written = {
        purpose.name.lower(): [entry for entry in WRITTEN if entry.purpose is purpose and entry.name != "docx"]
        for purpose in Purpose
    }
    here = desk(request, organisation, key)
    context = {
        "desk": here,
        "received": here.assessment.received.select_related("file", "received_by"),
        "form": FORMATS["docx"],
        "written": written,
        "readable": [f"{entry.label} ({entry.suffix})" for entry in FORMATS.values()],
    }
    return render(request, "assessments/documents.html", context)
