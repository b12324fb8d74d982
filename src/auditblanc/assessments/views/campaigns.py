"""A person's campaigns; a new one, shown before it is written; how far its organisations are; what waits, asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts import access
from auditblanc.assessments import editions
from auditblanc.assessments.background import later
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.campaign import DAYS, FollowForm
from auditblanc.assessments.models import Campaign
from auditblanc.assessments.paging import cut
from auditblanc.assessments.portfolio_file import portfolio_sheet
from auditblanc.assessments.pushing import push_campaign
from auditblanc.assessments.reads import campaign as reads
from auditblanc.assessments.row_files import FORMATS
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.assessments.writes import campaign as writes

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

_PAGE_WORDS = ("Page précédente", "Page suivante")


@require_safe
def campaigns(request: SignedInRequest) -> HttpResponse:
    found = reads.campaigns(request.user)
    count = found.count()
    page, pages, rows = cut(count, FollowForm(request.GET).said()[2], reads.PAGE)
    context = {
        "found": found[rows],
        "count": count,
        "around": pages_around(request.GET, page, pages, _PAGE_WORDS) if pages > 1 else None,
        "place": f"page {page} sur {pages}",
    }
    return render(request, "assessments/campaigns.html", context)


@require_safe
def campaign(request: SignedInRequest, campaign: str) -> HttpResponse:
    row, now = _own(request, campaign), timezone.now()
    where, days, page = FollowForm(request.GET).said()
    standing = reads.standing(row, now, days)
    if request.htmx:
        answer = render(request, "assessments/campaign_progress.html", {"campaign": row, "standing": standing})
        if not standing.waiting:
            answer.headers["HX-Refresh"] = "true"
        return answer
    count = standing.all if where is reads.Where.ALL else getattr(standing, where.value)
    page, pages, rows = cut(count, page, reads.PAGE)
    context = {
        "campaign": row,
        "standing": standing,
        "edition": _title(row.edition),
        "lines": reads.at(row, where, now, days)[rows],
        "count": count,
        "where": where,
        "days": days,
        "all_days": [(each, f"{each} jours") for each in DAYS],
        "refusals": {each.value: each.label for each in reads.Refusal},
        "around": pages_around(request.GET, page, pages, _PAGE_WORDS) if pages > 1 else None,
        "place": f"page {page} sur {pages}",
    }
    return render(request, "assessments/campaign.html", context)


@require_POST
def continue_campaign(request: SignedInRequest, campaign: str) -> HttpResponse:
    """Asked for again, where a machine stopped: what is begun stays begun."""
    row = _own(request, campaign)
    later(push_campaign, row.pk)
    messages.info(request, f"La campagne « {row.name} » continue.")
    return see_other("assessments:campaign", row.key)


@require_http_methods(["GET", "HEAD", "POST"])
def forget_campaign(request: SignedInRequest, campaign: str) -> HttpResponse:
    """The list goes; what was begun stays with its organisations."""
    row = _own(request, campaign)
    if request.method == "POST":
        writes.forget(row)
        messages.success(request, f"La campagne « {row.name} » est oubliée. Ses évaluations restent.")
        return see_other("assessments:campaigns")
    return render(request, "assessments/forget_campaign.html", {"campaign": row})


@require_safe
def campaign_file(request: SignedInRequest, campaign: str, format: str) -> HttpResponse:  # noqa: A002 -- as the address says
    """Every assessment of the campaign, as the page narrows it."""
    row = _own(request, campaign)
    if format not in FORMATS:
        raise Http404(format)
    where, days, _ = FollowForm(request.GET).said()
    found = reads.begun(row, where, timezone.now(), days)
    data = FORMATS[format](portfolio_sheet(found.iterator(chunk_size=2000)))
    return download(data, file_name("campagne", row.name, localdate(), f".{format}"))


def _own(request: SignedInRequest, key: str) -> Campaign:
    return access.mine(Campaign.objects.filter(person=request.user, key=key))


def _title(edition: str) -> str:
    return next((each.title for each in editions.catalogue().headings if each.id == edition), edition)
