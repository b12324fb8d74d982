"""The first page of an assessment: where it stands and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def overview(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    return render(request, "assessments/overview.html", {"desk": desk(request, organisation, key)})
