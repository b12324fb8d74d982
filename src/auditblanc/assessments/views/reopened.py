"""What an installed text re-opens in a person's organisations: the list, a page at a time, and the same as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments import editions
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.campaign import FollowForm
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads import reopened as reads
from auditblanc.assessments.row_files import FORMATS
from auditblanc.assessments.views.text import found
from auditblanc.assessments.ways import pages_around

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def reopened(request: SignedInRequest, edition: str) -> HttpResponse:
    shown = found(edition)
    told = reads.reopened(request.user, editions.catalogue(), shown.id)
    page, pages, rows = cut(len(told.lines), FollowForm(request.GET).said()[2], reads.PAGE)
    context = {
        "edition": shown,
        "reopened": told,
        "titles": {each.number: each.title for each in shown.indicators},
        "lines": told.lines[rows],
        "around": pages_around(request.GET, page, pages, ("Page précédente", "Page suivante")) if pages > 1 else None,
        "place": f"page {page} sur {pages}",
    }
    return render(request, "assessments/reopened.html", context)


@require_safe
def reopened_file(request: SignedInRequest, edition: str, format: str) -> HttpResponse:  # noqa: A002 -- as the address says
    shown = found(edition)
    if format not in FORMATS:
        raise Http404(format)
    told = reads.reopened(request.user, editions.catalogue(), shown.id)
    name = file_name("a-revoir", shown.id, localdate(), f".{format}")
    return download(FORMATS[format](reads.sheet(told.lines)), name)
