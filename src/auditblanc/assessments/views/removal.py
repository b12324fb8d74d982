"""Throw away with one's eyes open, and take out of the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts import access
from auditblanc.accounts.models import Organisation
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.portfolio import Narrowing
from auditblanc.assessments.models import Assessment, Evidence, FrozenCopy
from auditblanc.assessments.reads.removed import of_organisation, one_removed, removed
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.assessments.writes import evidence, removal

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

_READ = ["GET", "HEAD", "POST"]


@require_http_methods(_READ)
def remove_assessment(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold(0))
    if request.method == "POST":
        removal.remove_assessment(here.assessment, stamp(request))
        removal.purge(timezone.now())
        messages.success(request, f"« {here.assessment} » est à la corbeille pour trente jours.")
        return see_other("assessments:home")
    copies = FrozenCopy.objects.filter(assessment=here.assessment).count()
    context = {"desk": here, "ratings": len(here.snapshot.ratings), "copies": copies}
    return render(request, "assessments/remove_assessment.html", context)


@require_http_methods(_READ)
def remove_organisation(request: SignedInRequest, organisation: str) -> HttpResponse:
    """Typing its name is the confirmation: everything goes."""
    row = access.organisation(request, organisation, Right.MANAGE)
    wrong = ""
    if request.method == "POST" and request.POST.get("name", "").strip() == row.name:
        removal.remove_organisation(row, stamp(request))
        removal.purge(timezone.now())
        messages.success(request, f"« {row.name} » est à la corbeille pour trente jours.")
        return see_other("assessments:home")
    if request.method == "POST":
        wrong = "Ce n’est pas le nom de l’organisme : recopiez-le exactement pour confirmer."
    context = {"organisation": row, "goes": of_organisation(row), "wrong": wrong}
    return render(request, "assessments/remove_organisation.html", context, status=422 if wrong else 200)


@require_safe
def bin(request: SignedInRequest) -> HttpResponse:  # noqa: A001 -- named as its address and its page
    found = removed(request.user, Narrowing(request.GET).wanted().page)
    around = pages_around(request.GET, found.page, found.pages, ("Page précédente", "Page suivante"))
    return render(request, "assessments/bin.html", {"removed": found, "around": around})


@require_POST
def put_back(request: SignedInRequest) -> HttpResponse:
    """One thing of one's own out of the bin; what is not one's own is not there."""
    kind, key, at = request.POST.get("kind", ""), request.POST.get("key", ""), stamp(request)
    found = one_removed(request.user, kind, key)
    if found is None:
        raise Http404("Ce n’est plus à la corbeille.")
    if kind == "organisation":
        mine = Organisation.objects.filter(memberships__user=request.user, memberships__role__in=having(Right.MANAGE))
        removal.put_back_organisation(mine.get(key=key), at)
    elif kind == "assessment":
        removal.put_back_assessment(Assessment.objects.get(key=key), at)
    else:
        evidence.put_back(Evidence.objects.get(key=key), at)
    messages.success(request, f"« {found.title} » est remis à sa place.")
    return see_other("assessments:bin")
