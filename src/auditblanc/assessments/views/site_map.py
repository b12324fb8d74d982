"""Every page, by what it belongs to: a second way to find one, besides the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.assessments.reads.home import few_shelves

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def site_map(request: SignedInRequest) -> HttpResponse:
    return render(request, "assessments/site_map.html", {"shelves": few_shelves(request.user)})
