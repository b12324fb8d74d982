"""The short questions, one step a page. Each is saved by itself, may be skipped, and is changed later in the profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from auditblanc.assessments import profile_answers as answers
from auditblanc.assessments.desk import Desk, desk
from auditblanc.assessments.forms.profile.steps import STEPS
from auditblanc.assessments.ways import first_page, see_other

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.domain.profile import Profile


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: SignedInRequest, organisation: str, key: str, step: int) -> HttpResponse:
    here = desk(request, organisation, key)
    if step not in range(1, len(STEPS) + 1):
        raise Http404
    form = STEPS[step - 1].form(request.POST if request.method == "POST" else None, answers.basis(here))
    conflict = None
    if form.is_valid():
        conflict = answers.save(request, here, form)
        if conflict is None:
            asked = answers.follow_date(request, here, form.after.audit) if step == 1 else ""
            return see_other(f"{asked}?suite=questions" if asked else following(here, form.after, step))
    context = {
        "desk": here,
        "step": step,
        "steps": STEPS,
        "form": form,
        "conflict": conflict,
        "skip": following(here, here.snapshot.profile, step),
    }
    return render(request, "assessments/questions.html", context, status=answers.status(form, conflict))


def following(here: Desk, profile: Profile, step: int) -> str:
    """The next step; after the last one, and where it would ask nothing, the first indicator to rate."""
    is_last = step == len(STEPS) or (step == len(STEPS) - 1 and not profile.categories)
    if is_last:
        return first_page(here.path, here.edition, replace(here.snapshot, profile=profile))
    return reverse("assessments:questions", args=[*here.path, step + 1])
