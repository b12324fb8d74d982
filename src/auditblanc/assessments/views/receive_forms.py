"""Many filled forms given at once: their archive is kept, and they are read and attached while the person does something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.keys import new_key
from auditblanc.accounts.writing import writing
from auditblanc.assessments.background import later
from auditblanc.assessments.forms.reception import ReceptionForm
from auditblanc.assessments.mass_intake import parcels
from auditblanc.assessments.mass_intake.task import receive
from auditblanc.assessments.reads.mass_intake import PAGE, of_person
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import mass_intake as writes

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import MassIntake


@require_http_methods(["GET", "HEAD", "POST"])
def receive_forms(request: SignedInRequest) -> HttpResponse:
    form = ReceptionForm(request.POST, request.FILES) if request.method == "POST" else ReceptionForm()
    if form.is_valid():
        made = _received(request, form)
        messages.success(request, f"« {made.name} » est arrivé : vous pouvez fermer cette page, la lecture continue.")
        return see_other("assessments:reception", made.key)
    context = {"form": form, "receptions": of_person(request.user)[:PAGE]}
    return render(request, "assessments/receive_forms.html", context, status=422 if form.is_bound else 200)


def _received(request: SignedInRequest, form: ReceptionForm) -> MassIntake:
    """The files are in their place before the row that tells of them."""
    key, archive, index = new_key(), form.cleaned_data["archive"], form.cleaned_data["index"]
    parcels.keep(key, archive, index)
    try:
        with writing():
            made = writes.open_intake(
                request.user, name=archive.name, creates=form.cleaned_data["creates"], at=timezone.now(), key=key
            )
            writes.count_files(made, form.total)
            later(receive, made.pk)
    except Exception:
        # Without its row nobody would ever find it.
        parcels.discard([key])
        raise
    return made
