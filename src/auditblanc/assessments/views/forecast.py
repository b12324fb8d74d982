"""The points to watch of an assessment: the range, its lines and their rules, where to begin, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.standing import standing
from auditblanc.domain import forecast_words
from auditblanc.domain.forecast import DISCLAIMER, TITLE

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def forecast(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    at = desk(request, organisation, key)
    stands = standing(at, today=localdate())
    context = {
        "desk": at,
        "stands": stands,
        "title": TITLE,
        "disclaimer": DISCLAIMER,
        "words": forecast_words,
        "marks": forecast_words.rule_marks(stands.forecast),
        "sources": ", ".join(at.edition.source(key).label for key in stands.forecast.sources),
        "is_suggested": any(fix.is_suggested for group in stands.fixes for fix in group.fixes),
    }
    return render(request, "assessments/forecast.html", context)
