"""What a page cannot do without: the same queries for the same rows, through the same middlewares, and an empty template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment, CategoryLevel, Evidence, EvidenceIndicator, Rating

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

EMPTY = "bench/empty.html"


@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    list(Organisation.objects.filter(memberships__user=request.user).prefetch_related("assessments"))
    return render(request, EMPTY)


@require_safe
def assessment(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    _rows(request, organisation, key)
    return render(request, EMPTY)


@require_safe
def indicator(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = _rows(request, organisation, key)
    list(
        Evidence.objects.filter(
            organisation=row.organisation_id, removed_at=None, links__indicator=indicator
        ).prefetch_related("links")
    )
    return render(request, EMPTY)


@require_POST
def save(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    _door(request, organisation, key)
    with writing(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_line (text) VALUES (%s)", [request.POST["presentation"]])
    return render(request, EMPTY)


def _rows(request: SignedInRequest, organisation: str, key: str) -> Assessment:
    """The assessment and all it holds."""
    row = _door(request, organisation, key)
    list(Rating.objects.filter(assessment=row))
    list(CategoryLevel.objects.filter(rating__assessment=row))
    list(Evidence.objects.filter(organisation=row.organisation_id, removed_at=None))
    list(EvidenceIndicator.objects.filter(evidence__organisation=row.organisation_id))
    return row


def _door(request: SignedInRequest, organisation: str, key: str) -> Assessment:
    """The assessment, if it is the person's."""
    mine = Assessment.objects.filter(organisation__key=organisation, organisation__memberships__user=request.user)
    known = mine.select_related("organisation").annotate(role_here=F("organisation__memberships__role"))
    return get_object_or_404(known, key=key)
