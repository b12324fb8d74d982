"""Give a filled form: it is read apart, and nothing of it is written before the person confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from auditblanc.accounts import access
from auditblanc.assessments import editions
from auditblanc.assessments.forms.import_file import FileForm
from auditblanc.assessments.reading import read_apart
from auditblanc.assessments.received import kept_as_received
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.intake import receive
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: SignedInRequest, organisation: str) -> HttpResponse:
    owner = access.organisation(request, organisation)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            reading = read_apart(file, editions.catalogue())
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            content = kept_as_received(owner, file, file.name)
            intake = receive(owner, file_name=file.name, reading=reading, stamp=stamp(request), content=content)
            return see_other("assessments:confirm_import", owner.key, intake.key)
    context = {"organisation": owner, "form": form}
    return render(request, "assessments/import_file.html", context, status=422 if form.is_bound else 200)
