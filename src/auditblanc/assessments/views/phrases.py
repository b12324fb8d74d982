"""A person's own phrases: the list, one of them, those of the indicator at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts import access
from auditblanc.assessments import editions
from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import PHRASES
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.phrases import PhraseForm, PhrasesNarrowing
from auditblanc.assessments.models import Phrase
from auditblanc.assessments.reads import phrases as reads
from auditblanc.assessments.row_files import FORMATS, Sheet
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.assessments.writes import phrases as writes
from auditblanc.domain.edition_choice import choose

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def phrases(request: SignedInRequest) -> HttpResponse:
    """Those that the person keeps, found by indicator and words; a new one."""
    indicator, words, page = PhrasesNarrowing(request.GET).said()
    titles = _titles()
    form = PhraseForm(
        request.POST if request.method == "POST" else None, titles.items(), initial={"indicator": indicator}
    )
    if form.is_valid() and _kept(request, form):
        messages.success(request, "Votre phrase est gardée.")
        return see_other(reverse("assessments:phrases", query={"indicateur": form.cleaned_data["indicator"]}))
    found = reads.listed(request.user, indicator, words, page)
    context = {
        "form": form,
        "found": found,
        "words": words,
        "indicator": indicator,
        "titles": titles,
        "choices": [("", "Tous"), *((number, f"{number}. {title}") for number, title in titles.items())],
        "is_narrowed": bool(words or indicator),
        "around": pages_around(request.GET, found.page, found.pages, ("Page précédente", "Page suivante")),
    }
    return render(request, "assessments/phrases.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def phrase(request: SignedInRequest, phrase: str) -> HttpResponse:
    row, titles = _own(request, phrase), _titles()
    known = {row.indicator: titles.get(row.indicator, "")}
    data = {"text": request.POST.get("text", ""), "indicator": row.indicator} if request.method == "POST" else None
    form = PhraseForm(data, known.items(), initial={"text": row.text, "indicator": row.indicator})
    if form.is_valid():
        writes.change(row, form.cleaned_data["text"], timezone.now())
        messages.success(request, "Votre phrase est modifiée.")
        return see_other("assessments:phrases")
    context = {"form": form, "phrase": row, "title": known[row.indicator]}
    return render(request, "assessments/phrase.html", context, status=422 if form.is_bound else 200)


@require_POST
def forget_phrase(request: SignedInRequest, phrase: str) -> HttpResponse:
    writes.forget(_own(request, phrase))
    messages.success(request, "Votre phrase est retirée. Les réponses où elle a servi ne changent pas.")
    return see_other("assessments:phrases")


@require_safe
def phrases_file(request: SignedInRequest, format: str) -> HttpResponse:  # noqa: A002 -- as the address says
    """All that the person keeps."""
    if format not in FORMATS:
        raise Http404(format)
    rows = ((row.indicator, row.text) for row in reads.own(request.user).iterator())
    sheet = Sheet(title="Phrases", headings=("Indicateur", "Phrase"), rows=rows, wide=2)
    return download(FORMATS[format](sheet), file_name("phrases", "", localdate(), f".{format}"))


@require_safe
def phrases_here(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    """Those of one indicator, to be added to its text; without htmx, within its page."""
    assessment(request, organisation, key)
    if not request.htmx:
        to = reverse("assessments:indicator", args=[organisation, key, indicator], query={PHRASES: "1"})
        return see_other(f"{to}#phrases")
    context = {"phrases": reads.own(request.user, indicator), "number": indicator}
    return render(request, "assessments/phrases_here.html", context)


def _kept(request: SignedInRequest, form: PhraseForm) -> bool:
    said = form.cleaned_data
    try:
        writes.keep(request.user, said["indicator"], said["text"], timezone.now())
    except writes.TooManyPhrasesError:
        form.add_error("text", f"Vous gardez déjà {writes.AT_MOST} phrases pour cet indicateur : retirez-en une.")
        return False
    return True


def _own(request: SignedInRequest, key: str) -> Phrase:
    return access.mine(Phrase.objects.filter(person=request.user, key=key))


def _titles() -> dict[int, str]:
    """The indicators of today's text, by their numbers."""
    known = editions.catalogue()
    edition = known.edition(choose(known, localdate()).edition)
    return {each.number: each.title for each in edition.indicators}
