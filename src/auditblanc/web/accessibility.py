"""What was checked for people who see, hear, move or read otherwise, and what was not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


# What docs/accessibility.md tells criterion by criterion; a test compares them.
CRITERIA, APPLICABLE, MET = 106, 75, 75
WALKED_ON = date(2026, 11, 26)


@require_safe
@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    context = {
        "criteria": CRITERIA,
        "applicable": APPLICABLE,
        "met": MET,
        # Rounded down: 100 says that none is missing.
        "rate": 100 * MET // APPLICABLE,
        "walked_on": WALKED_ON,
    }
    return render(request, "web/accessibility.html", context)
