"""One part of the profile, asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from auditblanc.assessments import profile_answers as answers
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.profile.sections import BY_KEY
from auditblanc.assessments.ways import see_other

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def profile_section(request: SignedInRequest, organisation: str, key: str, section: str) -> HttpResponse:
    here = desk(request, organisation, key)
    if section not in BY_KEY:
        raise Http404
    part = BY_KEY[section]
    form = part.form(request.POST if request.method == "POST" else None, answers.basis(here))
    conflict = None
    if form.is_valid():
        conflict = answers.save(request, here, form)
        if conflict is None:
            messages.success(request, f"« {part.title} » : c’est enregistré.")
            asked = answers.follow_date(request, here, form.after.audit) if section == "audit" else ""
            same_page = request.path if "another" in request.POST else ""
            return see_other(asked or same_page or reverse("assessments:profile", args=here.path))
    context = {
        "desk": here,
        "section": part,
        "form": form,
        "conflict": conflict,
    }
    return render(request, "assessments/profile_section.html", context, status=answers.status(form, conflict))
