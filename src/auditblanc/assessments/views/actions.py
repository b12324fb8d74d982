"""The action plan: as a list or as a board, one change for many, and as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import Desk, desk, laid_out
from auditblanc.assessments.forms.action import PRIORITIES, STATES, ManyActionsForm, Narrowing, Wanted
from auditblanc.assessments.models import Action
from auditblanc.assessments.papers import paper
from auditblanc.assessments.people.reads import doers
from auditblanc.assessments.reads.looks import look
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import actions as writes
from auditblanc.domain.action import ActionState
from auditblanc.domain.french import counted
from auditblanc.domain.plan import in_order, is_overdue, is_to_check
from auditblanc.reports.action_plan import action_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import User

BOARD = "tableau"


@require_safe
def actions(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    return _page(request, desk(request, organisation, key, Hold.PLAN))


@require_POST
def set_actions(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """One change for the actions that are ticked; those of another organisation are not found."""
    row = assessment(request, organisation, key)
    here = laid_out(row, Hold.PLAN)
    people = {each.key: each for each in doers(here)}
    form = ManyActionsForm(request.POST, people=_named(people.values()), today=localdate())
    if not form.is_valid():
        return _page(request, here, form)
    own = Action.objects.filter(organisation=row.organisation, removed_at=None)
    chosen = tuple(own.filter(key__in=form.cleaned_data["chosen"]).order_by("pk"))
    person = people.get(form.cleaned_data["person"])
    doer = writes.Doer(person) if person else None
    changed = writes.change_many(chosen, form.changed, stamp(request, form), doer=doer)
    messages.success(request, f"{counted(changed, 'action modifiée', 'actions modifiées')}.")
    query = request.GET.urlencode()
    address = reverse("assessments:actions", args=[organisation, key])
    return see_other(f"{address}?{query}" if query else address)


@require_safe
def actions_file(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    here, today = desk(request, organisation, key, Hold.PLAN | Hold.PROOFS), localdate()
    made = action_plan(here.snapshot, here.edition, today=today, look=look(here.organisation))
    return paper(request, made, "plan d’actions", here.organisation.name, format)


def _named(people: Iterable[User]) -> list[tuple[str, str]]:
    return [(each.key, str(each)) for each in people]


def _page(request: SignedInRequest, here: Desk, form: ManyActionsForm | None = None) -> HttpResponse:
    wanted = Narrowing(request.GET).wanted() if request.GET else Wanted()
    today, every = localdate(), here.snapshot.actions
    late = {each.key for each in every if is_overdue(each, today)}
    found = in_order(each for each in every if wanted.keeps(each, is_late=each.key in late))
    query = request.GET.urlencode()
    is_board = request.GET.get("vue") == BOARD
    context: dict[str, Any] = {
        "desk": here,
        "total": len(every),
        "found": found,
        "columns": [(state, [each for each in found if each.state is state]) for state in ActionState],
        "late": late,
        "to_check": {each.key for each in every if is_to_check(each, today)},
        "wanted": wanted,
        "is_narrowed": wanted != Wanted(),
        "is_board": is_board,
        "query": f"?{query}" if query else "",
        "owners": [
            ("", "Tout le monde"),
            *((name, name) for name in sorted({each.owner for each in every if each.owner})),
        ],
        "states": STATES,
        "priorities": PRIORITIES,
        "indicators": [
            ("", "Tous"),
            *((each.number, f"{each.number}. {each.title}") for each in here.edition.indicators),
        ],
        "people": _named(doers(here)),
        "form": form,
        "ticked": frozenset(request.POST.getlist("chosen")) if form else frozenset(),
    }
    return render(request, "assessments/actions.html", context, status=422 if form else 200)
