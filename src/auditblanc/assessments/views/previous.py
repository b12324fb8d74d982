"""A new assessment that starts from a former one: every answer is kept, on the text of the next audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.keys import new_key
from auditblanc.assessments import profile_answers as answers
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.previous import PreviousForm
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.create import begin

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def previous(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key)
    form = PreviousForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        carried = form.applied(here.snapshot)
        choice = answers.text_choice_of(here, carried.profile.audit, localdate())
        if choice.edition != here.edition.id:
            said = {name: form[name].value() or "" for name in form.fields}
            return see_other(reverse("assessments:bridge", args=[*here.path, choice.edition], query=said))
        made = begin(
            here.organisation,
            snapshot=carried,
            numbers=here.edition.numbers,
            stamp=stamp(request),
            start=here.assessment,
        )
        messages.success(
            request, "La nouvelle évaluation reprend toutes vos réponses. L’ancienne reste telle qu’elle est."
        )
        return see_other("assessments:overview", organisation, made.key)
    context = {"desk": here, "form": form, "request_id": new_key()}
    return render(request, "assessments/previous.html", context, status=422 if form.is_bound else 200)
