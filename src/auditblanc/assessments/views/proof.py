"""One proof: all that it says, its files, where it came from; and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.assessments import access
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk, laid_out
from auditblanc.assessments.forms.proof import STALE
from auditblanc.assessments.forms.register import EvidenceForm, initial_of
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.reads.register import removed_pieces
from auditblanc.assessments.reads.register_list import choices
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import evidence as writes
from auditblanc.domain.evidence import EvidenceState

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.models import Evidence
    from auditblanc.domain import evidence as frozen

_READ = ["GET", "HEAD", "POST"]


@require_http_methods(_READ)
def new_proof(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold(0))
    start = {"indicators": request.GET.get("indicateur", ""), "state": EvidenceState.READY.value}
    form = EvidenceForm(request.POST or None, numbers=here.edition.numbers, initial=start)
    if not form.is_valid():
        return _page(request, here, form)
    noted = writes.note(here.organisation.pk, [form.evidence()], stamp(request, form))
    messages.success(request, "Preuve notée dans le registre.")
    if noted:
        return see_other("assessments:proof", organisation, key, noted[0].key)
    return see_other("assessments:register", organisation, key)


@require_http_methods(_READ)
def proof(request: SignedInRequest, organisation: str, key: str, evidence: str) -> HttpResponse:
    row = access.assessment(request, organisation, key)
    here, found = laid_out(row, Hold(0)), access.proof(request, organisation, evidence)
    now = writes.one(found)
    # A number that this text does not have may be another text's: it stays.
    numbers = {*access.may_cite(row, here.edition.numbers), *now.indicators}
    form = EvidenceForm(request.POST or None, numbers=numbers, initial=initial_of(now, found.version))
    if form.is_valid():
        try:
            writes.change(found, form.evidence(), stamp(request, form), seen=form.cleaned_data["seen"] or 0)
        except writes.StaleEvidenceError:
            form.add_error("title", STALE)
        else:
            messages.success(request, "Preuve enregistrée.")
            return see_other("assessments:proof", organisation, key, evidence)
    return _page(request, here, form, now, found)


@require_POST
def discard_proof(request: SignedInRequest, organisation: str, key: str, evidence: str) -> HttpResponse:
    access.assessment(request, organisation, key)
    found, form = access.proof(request, organisation, evidence), RequestForm(request.POST)
    if form.is_valid():
        writes.remove(found, stamp(request, form))
    messages.success(request, f"Preuve « {found.title} » retirée du registre.")
    return see_other("assessments:register", organisation, key)


def _page(
    request: SignedInRequest,
    here: Desk,
    form: EvidenceForm,
    item: frozen.Evidence | None = None,
    row: Evidence | None = None,
) -> HttpResponse:
    names: dict[str, Any] = choices(here.organisation)
    sites = (*(site.name for site in here.snapshot.profile.sites), *names["sites"])
    context = {
        "desk": here,
        "form": form,
        "item": item,
        "row": row,
        "removed": removed_pieces(row) if row else (),
        "holders": names["holders"],
        "sites": tuple(dict.fromkeys(sites)),
    }
    return render(request, "assessments/proof.html", context, status=422 if form.is_bound else 200)
