"""Which text: what the audit's date chooses, why, the others that are possible, and the person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.assessments import profile_answers as answers
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.text_choice import TextChoiceForm
from auditblanc.assessments.ways import see_other

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def text_choice(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key)
    audit = here.snapshot.profile.audit
    choice = answers.text_choice_of(here, audit, localdate())
    referential = here.catalogue.referential(here.edition.id)
    form = TextChoiceForm(
        request.POST if request.method == "POST" else None,
        headings=[each for each in here.catalogue.headings if here.catalogue.referential(each.id) == referential],
        chosen=choice.edition,
    )
    in_questions = "suite" in request.GET
    if form.is_valid():
        after = reverse("assessments:questions", args=[*here.path, 2]) if in_questions else ""
        asked = answers.put_on(request, here, form.cleaned_data["edition"])
        return see_other(asked or after or reverse("assessments:profile", args=here.path))
    context = {"desk": here, "form": form, "choice": choice, "audit": audit, "in_questions": in_questions}
    return render(request, "assessments/text_choice.html", context, status=422 if form.is_bound else 200)
