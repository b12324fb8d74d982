"""What became of forms received at once: how far it is, what waits, what is doubtful; one form given to an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts import access
from auditblanc.assessments import editions
from auditblanc.assessments.background import later
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.reception import AttachForm, ReceivedForm
from auditblanc.assessments.mass_intake import parcels
from auditblanc.assessments.mass_intake.deciding import doubts_of, waiting_reading
from auditblanc.assessments.mass_intake.report import workbook
from auditblanc.assessments.mass_intake.task import receive
from auditblanc.assessments.models import MassIntake, Outcome
from auditblanc.assessments.models import ReceivedForm as Received
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads import mass_intake as reads
from auditblanc.assessments.reads.own import own_page
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.assessments.writes import mass_intake as writes

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import Organisation

_PAGE_WORDS = ("Page précédente", "Page suivante")
_DOUBTFUL = "doubtful"


@require_safe
def reception(request: SignedInRequest, reception: str) -> HttpResponse:
    row = _own(request, reception)
    counts = reads.counts(row)
    if request.htmx:
        answer = render(request, "assessments/reception_progress.html", {"reception": row, "counts": counts})
        if row.ended_at:
            answer.headers["HX-Refresh"] = "true"
        return answer
    wanted, page = ReceivedForm(request.GET).said()
    found = reads.forms(row, Outcome(wanted) if wanted and wanted != _DOUBTFUL else None, doubtful=wanted == _DOUBTFUL)
    count = found.count()
    page, pages, rows = cut(count, page, reads.PAGE)
    context = {
        "reception": row,
        "counts": counts,
        "wanted": wanted,
        "outcomes": [("", "Toutes"), *Outcome.choices, (_DOUBTFUL, "avec des doutes")],
        "lines": found[rows],
        "count": count,
        "remarks": row.remarks.splitlines(),
        "around": pages_around(request.GET, page, pages, _PAGE_WORDS) if pages > 1 else None,
        "place": f"page {page} sur {pages}",
    }
    return render(request, "assessments/reception.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def received(request: SignedInRequest, reception: str, waiting: int) -> HttpResponse:
    """One form: its doubts, and whose it is where nobody said so yet."""
    forms = Received.objects.filter(intake=_own(request, reception), pk=waiting)
    row = access.mine(forms.select_related("organisation"))
    form = AttachForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _attached(request, row, form)
    words = request.GET.get("mots", "")
    context = {
        "form": row,
        "reception": row.intake,
        "choice": form,
        "words": words,
        "own": own_page(request.user, words),
        "doubts": doubts_of(row),
    }
    return render(request, "assessments/received.html", context, status=422 if form.is_bound else 200)


@require_POST
def resume_reception(request: SignedInRequest, reception: str) -> HttpResponse:
    """Asked for again, where a machine stopped: what is settled stays settled."""
    row = _own(request, reception)
    if not row.ended_at:
        later(receive, row.pk)
        messages.info(request, "La lecture reprend.")
    return see_other("assessments:reception", row.key)


@require_http_methods(["GET", "HEAD", "POST"])
def forget_reception(request: SignedInRequest, reception: str) -> HttpResponse:
    """The list goes; what was attached stays with its organisations."""
    row = _own(request, reception)
    if request.method == "POST":
        writes.forget(row)
        parcels.discard([row.key])
        messages.success(request, f"La réception « {row.name} » est oubliée. Les évaluations restent.")
        return see_other("assessments:receive_forms")
    return render(request, "assessments/forget_reception.html", {"reception": row, "counts": reads.counts(row)})


@require_safe
def reception_file(request: SignedInRequest, reception: str) -> HttpResponse:
    """What became of each form, and each doubt."""
    row = _own(request, reception)
    return download(workbook(row), file_name("réception", row.name, localdate(), ".xlsx"))


def _own(request: SignedInRequest, key: str) -> MassIntake:
    return access.mine(MassIntake.objects.filter(received_by=request.user, key=key).select_related("received_by"))


def _attached(request: SignedInRequest, row: Received, form: AttachForm) -> HttpResponse:
    chosen = form.cleaned_data["organisation"]
    to: Organisation | str = access.organisation(request, chosen) if chosen else form.cleaned_data["name"]
    catalogue = editions.catalogue()
    if row.outcome == Outcome.WAITING:
        snapshot = waiting_reading(row, catalogue).snapshot
        numbers = catalogue.edition(snapshot.edition).numbers
        if writes.attach_by_hand(row, snapshot=snapshot, numbers=numbers, to=to, stamp=stamp(request)):
            messages.success(request, f"« {row.name} » est rattachée à {to}.")
    waiting = reverse("assessments:reception", args=[row.intake.key])
    return see_other(f"{waiting}?suite={Outcome.WAITING.value}")
