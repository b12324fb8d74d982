"""All the indicators of an assessment as one table, whose levels are changed in place, one or many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST, require_safe

from auditblanc.assessments import editions, level_words
from auditblanc.assessments.access import assessment
from auditblanc.assessments.desk import Desk, desk
from auditblanc.assessments.forms.ratings import LEVELS, PICKS, LevelForm, LevelsForm, Narrowing
from auditblanc.assessments.models import Rating
from auditblanc.assessments.table import Concern, Wanted, rating_table
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.one_level import choose_level
from auditblanc.assessments.writes.ratings import Conflict
from auditblanc.assessments.writes.ratings import set_levels as many_levels
from auditblanc.assessments.writes.stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def ratings(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    return _shown(request, desk(request, organisation, key))


@require_POST
def rate_row(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    """One level, from one row."""
    row = assessment(request, organisation, key)
    form = LevelForm(request.POST)
    if not form.is_valid():
        return _shown(
            request,
            desk(request, organisation, key),
            errors={"row": [form.sentence()]},
            status=422,
        )
    try:
        told = choose_level(
            row, indicator, form.asked(), started_from=form.cleaned_data["version"], stamp=_stamp(request)
        )
    except Rating.DoesNotExist:
        raise Http404("Cet indicateur n’existe pas dans cette évaluation.") from None
    if isinstance(told, Conflict):
        messages.warning(request, level_words.refused(told))
    return _answer(request, organisation, key, ticked=request.POST.getlist("chosen"))


@require_POST
def set_levels(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """One level for the indicators that are ticked."""
    row = assessment(request, organisation, key)
    form = LevelsForm(request.POST, edition=editions.catalogue().edition(row.edition))
    if not form.is_valid():
        ticked = request.POST.getlist("chosen")
        return _shown(request, desk(request, organisation, key), errors=form.errors, ticked=ticked, status=422)
    told = many_levels(row, form.cleaned_data["chosen"], form.asked(), _stamp(request))
    messages.success(request, level_words.changed(told, form.asked()))
    return _answer(request, organisation, key)


def _stamp(request: SignedInRequest) -> Stamp:
    return Stamp(by=request.user, at=timezone.now())


def _is_part(request: SignedInRequest) -> bool:
    """Whether htmx asks for the table alone, and not for the whole page when it goes back in time."""
    return request.headers.get("HX-Request-Type") == "partial"


def _answer(request: SignedInRequest, organisation: str, key: str, *, ticked: Sequence[str] = ()) -> HttpResponse:
    """After a change: the table again, narrowed as it was, with the boxes that the person had ticked for later."""
    if _is_part(request):
        return _shown(request, desk(request, organisation, key), ticked=ticked)
    query = request.GET.urlencode()
    address = reverse("assessments:ratings", args=[organisation, key])
    return see_other(f"{address}?{query}" if query else address)


def _shown(
    request: SignedInRequest,
    at: Desk,
    *,
    errors: Mapping[str, Any] | None = None,
    ticked: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    wanted = Narrowing(request.GET).wanted() if request.GET else Wanted()
    query = request.GET.urlencode()
    context: dict[str, Any] = {
        "desk": at,
        "table": rating_table(at, wanted),
        "wanted": wanted,
        "is_narrowed": wanted != Wanted(),
        "query": f"?{query}" if query else "",
        "concerns": [(each.value, each.label) for each in Concern],
        "criteria": [
            ("", "Tous les critères"),
            *((each.number, f"Critère {each.number}") for each in at.edition.criteria),
        ],
        "levels": LEVELS,
        "picks": PICKS,
        "is_part": _is_part(request),
        "errors": errors or {},
        "ticked": frozenset(ticked),
    }
    name = "assessments/ratings_rows.html" if _is_part(request) else "assessments/ratings.html"
    answer = render(request, name, context, status=status)
    # One address gives the page or its part: a browser that goes back must not take the one for the other.
    patch_vary_headers(answer, ["HX-Request-Type"])
    return answer
