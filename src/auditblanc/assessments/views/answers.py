"""Answers on one indicator, each saved by itself: level, text, applicability, ticks, effort, and looking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_POST

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import outcome, refused, reply, stamp
from auditblanc.assessments.forms.answers import (
    DecideForm,
    EstimateForm,
    PresentForm,
    RateForm,
    SplitRateForm,
    TickForm,
)
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.reads.phrases import added
from auditblanc.assessments.sheet import Said, existing, sheet
from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.ticks import tick as tick_kinds

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import Assessment

    Answer = RateForm | SplitRateForm | PresentForm | DecideForm | EstimateForm


@require_POST
def rate(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    laid = sheet(row, indicator)
    form = (
        SplitRateForm(request.POST, categories=laid.categories) if "split" in request.POST else RateForm(request.POST)
    )
    said = _answered(request, row, indicator, "level", form)
    return reply(request, row, indicator, said=said, parts=("level", "review", "lacks"), words="Niveau enregistré.")


@require_POST
def present(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    form = PresentForm(added(request.user, request.POST))
    said = _answered(request, row, indicator, "presentation", form)
    return reply(request, row, indicator, said=said, parts=("presentation", "lacks"), words="Texte enregistré.")


@require_POST
def decide(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    said = _answered(request, row, indicator, "applicable", DecideForm(request.POST))
    return reply(request, row, indicator, said=said, parts=(), words="Décision enregistrée.")


@require_POST
def estimate(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    said = _answered(request, row, indicator, "effort", EstimateForm(request.POST))
    return reply(request, row, indicator, said=said, parts=("effort",), words="Temps enregistré.")


@require_POST
def tick(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    laid = sheet(row, indicator)
    form = TickForm(request.POST, kinds=(*laid.indicator.evidence_kinds, *laid.rating.ticked))
    if form.is_valid():
        seen, chosen = form.cleaned_data["seen"], form.cleaned_data["kinds"]
        saved = tick_kinds(row, indicator, seen=seen, chosen=chosen, stamp=stamp(request, form))
    said = outcome(request, "ticked", saved) if form.is_valid() else refused("ticked", form)
    return reply(request, row, indicator, said=said, parts=("ticked",), words="Preuves cochées enregistrées.")


@require_POST
def look_again_done(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    form = RequestForm(request.POST)
    if form.is_valid():
        with existing():
            ratings.reviewed(row, indicator, stamp(request, form))
    said = Said() if form.is_valid() else refused("review", form)
    return reply(request, row, indicator, said=said, parts=("review",), words="Cet indicateur est marqué comme revu.")


def _answered(request: SignedInRequest, row: Assessment, indicator: int, field: str, form: Answer) -> Said:
    """Save a field; what its part of the page then says."""
    if not form.is_valid():
        return refused(field, form)
    version, signed = form.cleaned_data.get("version", 0), stamp(request, form)
    with existing():
        saved = ratings.answer(row, form.rating(indicator), field=field, started_from=version, stamp=signed)
    return outcome(request, field, saved)
