"""Many organisations on one page; what they show together; the same as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from auditblanc.accounts.access import organisation as organisation_of
from auditblanc.accounts.rights import Right
from auditblanc.accounts.writes import set_tags
from auditblanc.assessments import editions
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.portfolio import Narrowing, TagsForm, sorts, states
from auditblanc.assessments.portfolio_file import portfolio_sheet
from auditblanc.assessments.reads import portfolio as reads
from auditblanc.assessments.reads.concatenated import by_indicator
from auditblanc.assessments.row_files import FORMATS
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.forecast import DISCLAIMER
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.domain.referential import Indicator


@require_safe
def portfolio(request: SignedInRequest) -> HttpResponse:
    wanted = Narrowing(request.GET).wanted()
    found = reads.listed(request.user, wanted, timezone.now())
    context = {
        **_narrowing(request, wanted),
        "found": found,
        "around": pages_around(request.GET, found.page, found.pages, ("Page précédente", "Page suivante")),
        "ranked": reads.RANKED,
        "sorts": [(each.value, each.label) for each in sorts()],
        "without": reads.bare(request.user).count(),
        "today": localdate(),
        "disclaimer": DISCLAIMER,
    }
    return render(request, "assessments/portfolio.html", context)


@require_safe
def portfolio_statistics(request: SignedInRequest) -> HttpResponse:
    """Levels indicator by indicator, the weakest first where it is asked."""
    wanted = Narrowing(request.GET).wanted()
    known = editions.catalogue()
    lengths = sorted({max(known.edition(each).numbers) for each in known.ids})
    rows = reads.narrowed(request.user, wanted, timezone.now())
    counts = by_indicator(rows, lengths)
    edition = known.edition(choose(known, localdate()).edition)
    lines = [(each, counts[each.number]) for each in edition.indicators if each.number in counts]
    context = {
        **_narrowing(request, wanted),
        "lines": sorted(lines, key=_weakest) if "faibles" in request.GET else lines,
        "is_weakest": "faibles" in request.GET,
        "total": sum(counts[1].values()) if counts else 0,
        "levels": Level,
    }
    return render(request, "assessments/portfolio_statistics.html", context)


@require_safe
def portfolio_file(request: SignedInRequest, format: str) -> HttpResponse:  # noqa: A002 -- as the address says
    """Every line of the list as it is narrowed."""
    if format not in FORMATS:
        raise Http404(format)
    every = reads.every(request.user, Narrowing(request.GET).wanted(), timezone.now())
    data = FORMATS[format](portfolio_sheet(every, with_levels=not settings.IS_NEUTRAL))
    return download(data, file_name("portefeuille", "", localdate(), f".{format}"))


@require_http_methods(["GET", "HEAD", "POST"])
def tags(request: SignedInRequest, organisation: str) -> HttpResponse:
    """The words of the person alone: whoever may read the organisation may put some."""
    row = organisation_of(request, organisation, Right.READ)
    now = row.tags.filter(person=request.user).values_list("word", flat=True)
    form = TagsForm(request.POST if request.method == "POST" else None, initial={"words": ", ".join(now)})
    if form.is_valid():
        set_tags(request.user, row, form.cleaned_data["words"])
        return see_other("assessments:portfolio")
    context = {"organisation": row, "form": form}
    return render(request, "assessments/tags.html", context, status=422 if form.is_bound else 200)


def _weakest(line: tuple[Indicator, dict[Level | None, int]]) -> tuple[float, int]:
    """By the share, of those who said, of who is missing something: a missing one weighs as two partial ones."""
    indicator, counts = line
    said = sum(counts[level] for level in Level) or 1
    return -(2 * counts[Level.MISSING] + counts[Level.PARTIAL]) / said, indicator.number


def _narrowing(request: SignedInRequest, wanted: reads.Wanted) -> dict[str, object]:
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "wanted": wanted,
        "is_narrowed": bool(wanted.words or wanted.tag or wanted.state),
        "query": f"?{query.urlencode()}" if query else "",
        "tags": [("", "Toutes"), *((each, each) for each in reads.tags(request.user))],
        "states": [("", "Tous"), *((each.value, each.label) for each in states())],
    }
