"""A document of one content tree as an answer: PDF, Word or a workbook, by the end of the address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate

from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.mention import mention
from auditblanc.assessments.pdf import PdfError, compiled
from auditblanc.reports.docx import docx
from auditblanc.reports.xlsx import xlsx

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.reports.content import Document

WRITERS = {"pdf": compiled, "docx": docx, "xlsx": xlsx}
_SECONDS = 10


def paper(request: HttpRequest, made: Document, what: str, organisation: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    """``what`` names the file.

    Raises:
        Http404: there is no such format.
    """
    if format not in WRITERS:
        raise Http404("Ce format n’existe pas.")
    try:
        data = WRITERS[format](replace(made, mention=mention()))
    except PdfError as error:
        return _later(request, str(error))
    return download(data, file_name(what, organisation, localdate(), f".{format}"))


def _later(request: HttpRequest, sentence: str) -> HttpResponse:
    """The helper has too much to do, or failed: nothing is lost, and asking again may do."""
    context = {"title": "Le document n’est pas prêt", "sentence": sentence, "status": 503, "again": []}
    answer = render(request, "error.html", context, status=503)
    answer.headers["Retry-After"] = str(_SECONDS)
    return answer
