"""One action: planned, changed, closed with its proof, looked at again, thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.accounts.models import User
from auditblanc.accounts.rights import Right
from auditblanc.assessments import access
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk, laid_out
from auditblanc.assessments.forms.action import NOT_A_MEMBER, ActionForm, Offered, initial_of
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.models import Evidence
from auditblanc.assessments.people.reads import doers
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
        return _page(request, here, form, may_change=here.may_write)
    doer = _doer(here, form)
    writes.plan(here.organisation.pk, [form.action()], stamp(request, form), person=doer.person if doer else None)
    messages.success(request, "Action planifiée.")
    return see_other("assessments:actions", organisation, key)


@require_http_methods(_READ)
def action(request: SignedInRequest, organisation: str, key: str, action: str) -> HttpResponse:
    row = access.action(request, organisation, action)
    here = laid_out(access.assessment(request, organisation, key), Hold.PLAN)
    now, is_own = writes.one(row), row.person == request.user
    form = _form(request, here, initial_of(now, row.version, row.person.key if row.person else ""), now.indicators, now)
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            again = writes.change(row, form.action(), stamp(request, form), seen=seen, doer=_doer(here, form))
        except writes.StaleActionError:
            form.add_error("what", _STALE)
        except writes.NotAMemberError:
            form.add_error("person", NOT_A_MEMBER)
        else:
            words = f" Elle revient le {in_french(again.due)}." if again and again.due else ""
            messages.success(request, f"Action enregistrée.{words}")
            return see_other("assessments:actions", organisation, key)
    return _page(request, here, form, now, row, may_change=here.may_write or (here.answers_some and is_own))


@require_POST
def discard_action(request: SignedInRequest, organisation: str, key: str, action: str) -> HttpResponse:
    access.assessment(request, organisation, key)
    row, form = access.action(request, organisation, action, Right.EDIT), RequestForm(request.POST)
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
    form = ActionForm(
        request.POST or None,
        offered=Offered(
            numbers={*here.edition.numbers, *indicators},
            proofs=_proofs(here.organisation.pk, tuple(indicators), now.closing_evidence if now else ""),
            gaps=[*(each.key for each in here.snapshot.findings), now.finding if now else ""],
            people=[(each.key, str(each)) for each in _members(here, initial.get("person", ""))],
            may_give=here.may_write,
        ),
        today=localdate(),
        initial=initial,
    )
    # Whoever may change no more than their own actions keeps them.
    form.fields["owner"].disabled = not here.may_write
    return form


def _members(here: Desk, chosen: str) -> list[User]:
    """On a site for several: to whom an action may be given, by who may; and to whom it is, whatever they may by now."""
    if not settings.IS_SHARED:
        return []
    found = list(doers(here))
    return found + list(User.objects.filter(key=chosen).exclude(pk__in=[each.pk for each in found]))


def _doer(here: Desk, form: ActionForm) -> writes.Doer | None:
    """Whose it is to do as the form says; ``None`` where it does not ask."""
    if "person" not in form.fields:
        return None
    key = form.cleaned_data["person"]
    return writes.Doer(next((each for each in _members(here, key) if each.key == key), None))


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
    *,
    may_change: bool,
) -> HttpResponse:
    """``may_change``: whether what is typed would be saved."""
    owners = sorted({each.owner for each in here.snapshot.actions if each.owner})
    context = {"desk": here, "form": form, "item": item, "row": row, "owners": owners, "may_change": may_change}
    return render(request, "assessments/action.html", context, status=422 if form.is_bound else 200)
