"""The first page of an assessment: where it stands and what comes next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe
from markupsafe import Markup

from auditblanc.assessments.desk import desk
from auditblanc.assessments.standing import dates, standing
from auditblanc.assessments.views.quality import proof_checks
from auditblanc.domain.forecast import DISCLAIMER, TITLE
from auditblanc.domain.forecast_words import plausible_sentence, range_sentence
from auditblanc.reports import charts

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def overview(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    at = desk(request, organisation, key)
    stands = standing(at, today=localdate())
    criteria = stands.progress.criteria
    context = {
        "desk": at,
        "stands": stands,
        "dates": dates(at, stands),
        "weak": Counter(each.kind for each in proof_checks(at) if not settings.IS_NEUTRAL),
        "radar": Markup(charts.radar(criteria)),  # noqa: S704 -- our own drawing, which escapes its words
        "bars": Markup(charts.bars(criteria)),  # noqa: S704 -- idem
        "figures": charts.rows(criteria),
        "figures_header": charts.HEADER,
        "forecast_title": TITLE,
        "range": range_sentence(stands.forecast),
        "plausible": plausible_sentence(stands.forecast),
        "disclaimer": DISCLAIMER,
    }
    return render(request, "assessments/overview.html", context)
