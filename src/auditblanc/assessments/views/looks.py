"""How an organisation's documents look: name, colour, logo, and the logo itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts import writes
from auditblanc.accounts.access import organisation as organisation_of
from auditblanc.assessments.forms.looks import LooksForm
from auditblanc.assessments.reads.looks import look

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest

MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg"}


@require_http_methods(["GET", "HEAD", "POST"])
def looks(request: SignedInRequest, organisation: str) -> HttpResponse:
    owner = organisation_of(request, organisation)
    now = look(owner)
    form = LooksForm(initial={"name": owner.name, "accent": now.accent})
    if request.method == "POST":
        form = LooksForm(request.POST, request.FILES)
        if form.is_valid():
            given = form.cleaned_data
            writes.change_looks(owner, name=given["name"], accent=given["accent"])
            if given["logo"]:
                media_type = MEDIA_TYPES[given["logo"].kind]
                writes.put_logo(owner, media_type=media_type, data=given["logo"].data)
            messages.success(request, "Vos prochains documents auront cette apparence.")
            return _back(organisation)
    context = {"organisation": owner, "form": form, "look": now}
    return render(request, "assessments/looks.html", context, status=422 if form.is_bound else 200)


@require_POST
def remove_logo(request: SignedInRequest, organisation: str) -> HttpResponse:
    writes.remove_logo(organisation_of(request, organisation))
    messages.success(request, "Le logo est retiré : les documents porteront le nom seul.")
    return _back(organisation)


@require_safe
def logo(request: SignedInRequest, organisation: str) -> HttpResponse:
    """The picture as it was checked when it came in; never anything that a browser would run."""
    found = look(organisation_of(request, organisation)).logo
    if found is None:
        raise Http404("Cet organisme n’a pas de logo.")
    return HttpResponse(
        found.data, content_type=MEDIA_TYPES[found.kind], headers={"Cache-Control": "private, no-cache"}
    )


def _back(organisation: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("assessments:looks", args=[organisation]), status=303)
