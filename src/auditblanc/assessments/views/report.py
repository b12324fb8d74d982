"""The report of an assessment, as PDF or Word, in the looks of its organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.papers import paper
from auditblanc.assessments.reads.journal import head
from auditblanc.assessments.reads.looks import look
from auditblanc.reports.report import ReportOptions
from auditblanc.reports.report import report as report_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

FORMATS = ("pdf", "docx")


@require_safe
def report(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    """``sans_vigilance`` in the query leaves the points to watch out."""
    here, today = desk(request, organisation, key), localdate()
    if format not in FORMATS:
        raise Http404("Ce format n’existe pas.")
    options = ReportOptions(
        with_forecast="sans_vigilance" not in request.GET,
        is_neutral=settings.IS_NEUTRAL,
        journal_head=head(here.organisation),
    )
    made = report_of(here.snapshot, here.edition, today=today, options=options, look=look(here.organisation))
    return paper(request, made, "rapport", here.organisation.name, format)
