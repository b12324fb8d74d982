"""One edition, whole or by the words looked for, and one of its indicators with each rule and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.assessments import editions
from auditblanc.domain.indicator_words import rules
from auditblanc.domain.search import search

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.domain.referential import Edition


@require_safe
def text(request: SignedInRequest, edition: str) -> HttpResponse:
    shown = found(edition)
    words = request.GET.get("q", "").strip()
    matching = {each.number for each in search(shown, words)}
    criteria = [
        (criterion, [each for each in shown.of_criterion(criterion.number) if each.number in matching])
        for criterion in shown.criteria
    ]
    context = {
        "edition": shown,
        "words": words,
        "criteria": [(criterion, kept) for criterion, kept in criteria if kept],
        "count": len(matching),
    }
    return render(request, "assessments/text.html", context)


@require_safe
def text_indicator(request: SignedInRequest, edition: str, indicator: int) -> HttpResponse:
    shown = found(edition)
    if indicator not in shown.numbers:
        raise Http404("Cet indicateur n’existe pas dans ce texte.")
    told = shown.indicator(indicator)
    place = shown.numbers.index(indicator)
    context = {
        "edition": shown,
        "indicator": told,
        "rules": rules(shown, told),
        "sources": [shown.source(key) for key in told.sources],
        "previous": shown.indicators[place - 1] if place else None,
        "next": shown.indicators[place + 1] if place + 1 < len(shown.indicators) else None,
    }
    return render(request, "assessments/text_indicator.html", context)


def found(identifier: str) -> Edition:
    """The edition of that identifier. Raises: Http404."""
    known = editions.catalogue()
    if identifier not in known.ids:
        raise Http404("Ce texte n’est pas installé.")
    return known.edition(identifier)
