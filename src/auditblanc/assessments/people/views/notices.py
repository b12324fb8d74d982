"""The texts that a shared site owes to everybody, and their writing by whoever looks after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from auditblanc.accounts.writes import write_notice as write
from auditblanc.assessments.people.forms import NoticeForm
from auditblanc.assessments.people.notices import NOTICES, Notice, text_of
from auditblanc.assessments.people.views.administration import require_administrator
from auditblanc.assessments.ways import see_other

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
@login_not_required
def notice(request: HttpRequest, name: str) -> HttpResponse:
    found = _notice(name)
    return render(request, "people/notice.html", {"notice": found, "text": text_of(found)})


@require_http_methods(["GET", "HEAD", "POST"])
def write_notice(request: SignedInRequest, name: str) -> HttpResponse:
    require_administrator(request)
    found = _notice(name)
    form = NoticeForm(request.POST if request.method == "POST" else None, initial={"text": text_of(found)})
    if form.is_valid():
        write(name, form.cleaned_data["text"], timezone.now())
        messages.success(request, "Le texte est enregistré.")
        return see_other("people:notice", name)
    return render(
        request, "people/write_notice.html", {"notice": found, "form": form}, status=422 if form.is_bound else 200
    )


def _notice(name: str) -> Notice:
    if name not in NOTICES:
        raise Http404(name)
    return NOTICES[name]
