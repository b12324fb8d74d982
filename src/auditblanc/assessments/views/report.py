"""The report of an assessment, as PDF or Word, in the looks of its organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.pdf import PdfError, compiled
from auditblanc.assessments.reads.journal import head
from auditblanc.assessments.reads.looks import look
from auditblanc.reports.docx import docx
from auditblanc.reports.report import ReportOptions
from auditblanc.reports.report import report as report_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest

WRITERS = {"pdf": compiled, "docx": docx}
_SECONDS = 10


@require_safe
def report(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    """``sans_vigilance`` in the query leaves the points to watch out."""
    here, today = desk(request, organisation, key), localdate()
    if format not in WRITERS:
        raise Http404("Ce format n’existe pas.")
    options = ReportOptions(with_forecast="sans_vigilance" not in request.GET, journal_head=head(here.organisation))
    made = report_of(here.snapshot, here.edition, today=today, options=options, look=look(here.organisation))
    try:
        data = WRITERS[format](made)
    except PdfError as error:
        return _later(request, str(error))
    return download(data, file_name("rapport", here.organisation.name, today, f".{format}"))


def _later(request: HttpRequest, sentence: str) -> HttpResponse:
    """The helper has too much to do, or failed: nothing is lost, and asking again may do."""
    context = {"title": "Le rapport n’est pas prêt", "sentence": sentence, "status": 503}
    answer = render(request, "error.html", context, status=503)
    answer.headers["Retry-After"] = str(_SECONDS)
    return answer
