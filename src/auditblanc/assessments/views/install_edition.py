"""Install an edition from a file: what it re-opens is shown first, and nothing is installed before the person confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.assessments import editions
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.edition import EditionForm
from auditblanc.assessments.reads.reopened import PAGE, reopened, sheet
from auditblanc.assessments.row_files import FORMATS
from auditblanc.domain.edition_file import EditionError

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def install_edition(request: SignedInRequest) -> HttpResponse:
    form = EditionForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return render(request, "assessments/install_edition.html", {"form": EditionForm()})
    if not form.is_valid():
        return render(request, "assessments/install_edition.html", {"form": form}, status=422)
    found = form.candidate
    context = {
        "candidate": found,
        "name": form.cleaned_data["file"],
        "reopened": reopened(request.user, found.catalogue, found.edition.id),
        "titles": {each.number: each.title for each in found.edition.indicators},
        "shown": PAGE,
    }
    return render(request, "assessments/confirm_edition.html", context)


@require_POST
def confirm_edition(request: SignedInRequest) -> HttpResponse:
    """The text of the file comes back from the page that showed it, and is checked again."""
    try:
        found = _sent_back(request)
    except EditionError as error:
        return _refused(request, error)
    editions.install(found)
    messages.success(request, f"Le texte « {found.edition.title} » est installé.")
    return HttpResponseRedirect(reverse("assessments:texts"), status=303)


@require_POST
def candidate_file(request: SignedInRequest, format: str) -> HttpResponse:  # noqa: A002 -- as the address says
    """All that a text would re-open, before it is installed."""
    if format not in FORMATS:
        raise Http404(format)
    try:
        found = _sent_back(request)
    except EditionError as error:
        return _refused(request, error)
    told = reopened(request.user, found.catalogue, found.edition.id)
    name = file_name("a-revoir", found.edition.id, localdate(), f".{format}")
    return download(FORMATS[format](sheet(told.lines)), name)


def _sent_back(request: SignedInRequest) -> editions.Candidate:
    """Raises: EditionError."""
    return editions.candidate(request.POST.get("text", ""), request.POST.get("name", "fichier"))


def _refused(request: SignedInRequest, error: EditionError) -> HttpResponse:
    form = EditionForm(request.POST, request.FILES)
    form.add_error("file", str(error))
    return render(request, "assessments/install_edition.html", {"form": form}, status=422)
