"""The register of proofs: the list, narrowed and sorted, and one change for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import Desk, desk, laid_out
from auditblanc.assessments.forms.register import STATES, ManyForm, Narrowing
from auditblanc.assessments.models import Dossier, Evidence
from auditblanc.assessments.papers import paper
from auditblanc.assessments.reads.looks import look
from auditblanc.assessments.reads.register_list import Lack, Sort, Wanted, choices, dossiers, listed
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.assessments.writes import evidence as writes
from auditblanc.domain.evidence import DossierKind
from auditblanc.domain.evidence_checks import checks_of_proofs
from auditblanc.domain.french import counted
from auditblanc.reports.evidence_list import evidence_list

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def register(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    return _page(request, desk(request, organisation, key, Hold(0)))


@require_safe
def register_file(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    here = desk(request, organisation, key, Hold.PROOFS | Hold.PIECES)
    made = evidence_list(here.snapshot, here.edition, today=localdate(), look=look(here.organisation))
    return paper(request, made, "liste des preuves", here.organisation.name, format)


@require_POST
def set_proofs(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """One change for the proofs that are ticked; those of another organisation are not found."""
    row = assessment(request, organisation, key)
    here = laid_out(row, Hold(0))
    form = ManyForm(request.POST, numbers=here.edition.numbers)
    if not form.is_valid():
        return _page(request, here, form)
    chosen = tuple(
        Evidence.objects.filter(
            organisation=row.organisation, removed_at=None, key__in=form.cleaned_data["chosen"]
        ).order_by("pk")
    )
    if form.cleaned_data["remove"]:
        writes.remove_many(chosen, stamp(request, form))
        done = f"{counted(len(chosen), 'preuve retirée', 'preuves retirées')} du registre."
    else:
        changed = writes.change_many(chosen, form.changed, stamp(request, form))
        done = f"{counted(changed, 'preuve modifiée', 'preuves modifiées')}."
    messages.success(request, done)
    return see_other(_back(request, organisation, key))


def _back(request: SignedInRequest, organisation: str, key: str) -> str:
    """The list, narrowed as it was; or the page of this assessment that the address names (``retour``)."""
    asked, own = request.GET.get("retour", ""), reverse("assessments:overview", args=[organisation, key])
    if asked.startswith(own) and "\\" not in asked:
        return asked
    query = request.GET.urlencode()
    address = reverse("assessments:register", args=[organisation, key])
    return f"{address}?{query}" if query else address


def _page(request: SignedInRequest, here: Desk, form: ManyForm | None = None) -> HttpResponse:
    wanted = Narrowing(request.GET).wanted() if request.GET else Wanted()
    found = listed(here.organisation, wanted)
    query, there = request.GET.copy(), dossiers(here.organisation)
    checked = () if settings.IS_NEUTRAL else (each.evidence for each in found.lines)
    context: dict[str, Any] = {
        "desk": here,
        "found": found,
        "weak": checks_of_proofs(checked, here.snapshot.profile, here.edition.rules),
        "wanted": wanted,
        "is_narrowed": bool(set(request.GET) - {"page", "tri"}),
        "query": f"?{query.urlencode()}" if query else "",
        "around": pages_around(query, found.page, found.pages, ("Précédentes", "Suivantes")),
        "states": STATES,
        "lacks": [("", "Toutes"), *((each.value, each.label) for each in Lack)],
        "sorts": [(each.value, each.label) for each in Sort],
        "titles": {each.number: each.title for each in here.edition.indicators},
        "indicators": [
            ("", "Tous"),
            *((each.number, f"{each.number}. {each.title}") for each in here.edition.indicators),
        ],
        "dossiers": there,
        "dossier_choices": _dossier_choices(there),
        "choices": choices(here.organisation),
        "form": form,
        "ticked": frozenset(request.POST.getlist("chosen")) if form else frozenset(),
    }
    return render(request, "assessments/register.html", context, status=422 if form else 200)


def _dossier_choices(there: tuple[Dossier, ...]) -> list[tuple[str, Any]]:
    """Grouped by kind, each with how many proofs it has."""
    groups = [
        (kind.label, [(each.key, f"{each.name} ({each.count})") for each in there if each.kind == kind.value])  # type: ignore[attr-defined]  # annotated by the read
        for kind in DossierKind
    ]
    return [("", "Tous"), *((label, options) for label, options in groups if options)]
