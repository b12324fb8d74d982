"""An organisation as one file: out for whoever reads it, in as a new one or into one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from auditblanc.accounts import access
from auditblanc.assessments.downloads import archive, file_name
from auditblanc.assessments.forms.organisation_file import NEW, OrganisationFileForm
from auditblanc.assessments.forms.portfolio import Narrowing
from auditblanc.assessments.models import StoredFile
from auditblanc.assessments.organisation_file.read import BroughtIn, bring_in, bring_into
from auditblanc.assessments.organisation_file.written import stream
from auditblanc.assessments.reads.own import OwnPage, own_page
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.storage import missing
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.domain.french import counted
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.http.response import HttpResponseBase

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_files(request: SignedInRequest) -> HttpResponse:
    wanted, chosen = Narrowing(request.GET).wanted(), request.POST.get("into", "")
    own = own_page(request.user, wanted.words, wanted.page, "" if chosen == NEW else chosen)
    if request.method != "POST":
        return _page(request, own, OrganisationFileForm(own.organisations))
    form = OrganisationFileForm(own.organisations, request.POST, request.FILES)
    if form.is_valid():
        try:
            found = _brought_in(request, form)
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, found.words)
            return see_other("assessments:home")
    return _page(request, own, form, status=422)


def _brought_in(request: SignedInRequest, form: OrganisationFileForm) -> BroughtIn:
    file, now = form.cleaned_data["file"], stamp(request)
    return bring_into(form.chosen, file, now) if form.chosen else bring_in(file, now)


@require_safe
def organisation_file(request: SignedInRequest, organisation: str) -> HttpResponseBase:
    """The file. A content that is gone is told before: once it goes out, it can only be cut short."""
    row = access.organisation(request, organisation)
    hashes = StoredFile.objects.filter(organisation=row).values_list("sha256", flat=True)
    gone = missing(row.key, hashes)
    if gone:
        lost = counted(len(gone), "fichier de preuve manque", "fichiers de preuves manquent")
        messages.warning(
            request, f"« {row.name} » ne peut pas être enregistré : {lost}. Restaurez une copie de vos données."
        )
        return see_other("assessments:organisation_files")
    name = file_name("organisme", row.name, timezone.localdate(), ".zip")
    return archive(stream(row, timezone.localtime()), name)


def _page(request: SignedInRequest, own: OwnPage, form: OrganisationFileForm, status: int = 200) -> HttpResponse:
    around = pages_around(request.GET, own.page, own.pages, ("Page précédente", "Page suivante"))
    context = {"own": own, "words": request.GET.get("mots", ""), "around": around, "form": form}
    return render(request, "assessments/organisation_files.html", context, status=status)
