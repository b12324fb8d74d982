"""What was answered on one indicator, and going back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk, laid_out
from auditblanc.assessments.forms.save import SaveForm
from auditblanc.assessments.models import Event
from auditblanc.assessments.reads.history import ErasedError, history
from auditblanc.assessments.sheet import of_desk, sheet
from auditblanc.assessments.writes.ratings import Conflict
from auditblanc.assessments.writes.restore import restore

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk


@require_safe
def indicator_history(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    return _page(request, desk(request, organisation, key), indicator)


@require_POST
def restore_answer(request: SignedInRequest, organisation: str, key: str, indicator: int, number: int) -> HttpResponse:
    """Put a field back to what it said; asked from an older page, show what it says now first."""
    row = assessment(request, organisation, key)
    sheet(row, indicator)
    event = get_object_or_404(
        Event.objects.select_related("value"),
        organisation=row.organisation,
        journal="",
        assessment=key,
        indicator=indicator,
        verb="answered",
        number=number,
    )
    form = SaveForm(request.POST)
    if not form.is_valid():
        return _page(request, laid_out(row), indicator, status=422)
    try:
        saved = restore(
            row,
            event,
            started_from=form.cleaned_data["version"],
            stamp=stamp(request, form),
            start="start" in request.POST,
        )
    except ErasedError as error:
        raise Http404 from error
    if isinstance(saved, Conflict):
        return _page(request, laid_out(row), indicator, status=409)
    messages.success(request, "Cette réponse est remise.")
    return HttpResponseRedirect(reverse("assessments:indicator", args=[organisation, key, indicator]), status=303)


def _page(request: SignedInRequest, desk: Desk, number: int, status: int = 200) -> HttpResponse:
    laid = of_desk(desk, number)
    context = {"desk": desk, "sheet": laid, "lines": history(desk.assessment, number), "status": status}
    return render(request, "assessments/indicator_history.html", context, status=status)
