"""The first page: one's own assessments, and the worked examples; for who follows many organisations, their portfolio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.reads.agenda import agendas
from auditblanc.assessments.reads.home import is_many, shelves

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    if is_many(request.user):
        return redirect("assessments:portfolio")
    found = shelves(request.user)
    own, today = [shelf for shelf in found if not shelf.organisation.is_example], localdate()
    advised = [] if settings.IS_NEUTRAL else found
    week = agendas([shelf.organisation for shelf in own if shelf in advised])
    context = {
        "week": [(each, each.late(today), each.soon(today)) for each in week],
        "own": own,
        "examples": [shelf for shelf in advised if shelf.organisation.is_example],
    }
    return render(request, "assessments/home.html", context)
