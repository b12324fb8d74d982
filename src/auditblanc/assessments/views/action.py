"""One action: planned, changed, closed with its proof, looked at again, thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.assessments import access
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk, laid_out
from auditblanc.assessments.forms.action import ActionForm, initial_of
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.models import Evidence
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import actions as writes
from auditblanc.domain.action import ActionState, Origin, Priority
from auditblanc.domain.dates import in_french

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.models import Action
    from auditblanc.domain import action as frozen

_READ = ["GET", "HEAD", "POST"]
_STALE = "Cette action vient d’être modifiée ailleurs : rechargez la page pour voir ce qu’elle dit, puis refaites votre changement."
# A list to choose from, not to search in: those of the indicators come first.
_PROOFS = 200


@require_http_methods(_READ)
def new_action(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """The address may say what it is planned from: ``indicateur``, ``origine``, ``ecart``, ``quoi``."""
    here = desk(request, organisation, key, Hold.PLAN)
    origin = request.GET.get("origine", "")
    start = {
        "what": request.GET.get("quoi", "")[:500],
        "indicators": request.GET.get("indicateur", ""),
        "finding": request.GET.get("ecart", ""),
        "origin": origin if origin in list(Origin) else Origin.HAND.value,
        "state": ActionState.TO_DO.value,
        "priority": Priority.NORMAL.value,
    }
    form = _form(
        request,
        here,
        start,
        [int(number) for number in [start["indicators"]] if number.isdecimal() and len(number) < len("9999")],
    )
    if not form.is_valid():
        return _page(request, here, form)
    writes.plan(here.organisation.pk, [form.action()], stamp(request, form))
    messages.success(request, "Action planifiée.")
    return see_other("assessments:actions", organisation, key)


@require_http_methods(_READ)
def action(request: SignedInRequest, organisation: str, key: str, action: str) -> HttpResponse:
    row = access.action(request, organisation, action)
    here = laid_out(access.assessment(request, organisation, key), Hold.PLAN)
    now = writes.one(row)
    form = _form(request, here, initial_of(now, row.version), now.indicators, now)
    if form.is_valid():
        try:
            again = writes.change(row, form.action(), stamp(request, form), seen=form.cleaned_data["seen"] or 0)
        except writes.StaleActionError:
            form.add_error("what", _STALE)
        else:
            words = f" Elle revient le {in_french(again.due)}." if again and again.due else ""
            messages.success(request, f"Action enregistrée.{words}")
            return see_other("assessments:actions", organisation, key)
    return _page(request, here, form, now, row)


@require_POST
def discard_action(request: SignedInRequest, organisation: str, key: str, action: str) -> HttpResponse:
    access.assessment(request, organisation, key)
    row, form = access.action(request, organisation, action), RequestForm(request.POST)
    if form.is_valid():
        writes.remove(row, stamp(request, form))
    messages.success(request, f"Action « {row.what} » retirée du plan.")
    return see_other("assessments:actions", organisation, key)


def _form(
    request: SignedInRequest,
    here: Desk,
    initial: dict[str, Any],
    indicators: Iterable[int],
    now: frozen.Action | None = None,
) -> ActionForm:
    """``now``: what the action says; what it cites already stays, thrown away or not."""
    return ActionForm(
        request.POST or None,
        numbers={*here.edition.numbers, *indicators},
        proofs=_proofs(here.organisation.pk, tuple(indicators), now.closing_evidence if now else ""),
        gaps=[*(each.key for each in here.snapshot.findings), now.finding if now else ""],
        today=localdate(),
        initial=initial,
    )


def _proofs(organisation: int, indicators: tuple[int, ...], chosen: str) -> list[tuple[str, str]]:
    """Those that may close it: of its indicators, or all; the newest, and the one that does already."""
    own = Evidence.objects.filter(organisation=organisation, removed_at=None)
    near = own.filter(links__indicator__in=indicators).distinct() if indicators else own
    found = list(near.order_by("-pk").values_list("key", "title")[:_PROOFS])
    if chosen and chosen not in dict(found):
        found += Evidence.objects.filter(organisation=organisation, key=chosen).values_list("key", "title")
    return found


def _page(
    request: SignedInRequest,
    here: Desk,
    form: ActionForm,
    item: frozen.Action | None = None,
    row: Action | None = None,
) -> HttpResponse:
    owners = sorted({each.owner for each in here.snapshot.actions if each.owner})
    context = {"desk": here, "form": form, "item": item, "row": row, "owners": owners}
    return render(request, "assessments/action.html", context, status=422 if form.is_bound else 200)
