"""A part comes back: it is read apart, and its differences wait on a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.import_file import FileForm
from auditblanc.assessments.reading import read_apart
from auditblanc.assessments.received import kept_as_received
from auditblanc.assessments.returned import carried
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.writes.intake import receive
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.edition_path import PathError
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def return_part(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            reading = read_apart(file, here.catalogue)
            carried(here, reading.snapshot)
        except (UnreadableFileError, EditionError, PathError) as error:
            form.add_error("file", str(error))
        else:
            waiting = receive(
                here.organisation,
                into=here.assessment,
                file_name=file.name,
                reading=reading,
                stamp=stamp(request),
                content=kept_as_received(here.organisation, file, file.name),
            )
            address = reverse("assessments:merge_part", args=[*here.path, waiting.key])
            return HttpResponseRedirect(address, status=303)
    context = {"desk": here, "form": form}
    return render(request, "assessments/return_part.html", context, status=422 if form.is_bound else 200)
