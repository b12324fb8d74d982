"""The keys of the indicator page, as a page of their own for whom the script does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def shortcuts(request: SignedInRequest) -> HttpResponse:
    return render(request, "assessments/shortcuts.html")
