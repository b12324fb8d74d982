"""Stop the weekly digest, from the link of a letter: a page, and its button. Looking stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from auditblanc.assessments import letter
from auditblanc.assessments.models import Digest
from auditblanc.assessments.writes import calendar as writes

if TYPE_CHECKING:
    from auditblanc.accounts.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def stop_digest(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the link of a letter may stop it, or have it again: it says nothing else of the person."""
    person = letter.whose(token)
    if person is None:
        raise Http404("Cette page n’existe pas.")
    if request.method == "POST" and request.POST.get("again"):
        writes.resume_digest(person)
    elif request.method == "POST":
        writes.stop_digest(person, timezone.now())
    return render(request, "assessments/stop_digest.html", {"is_stopped": _is_stopped(person)})


def _is_stopped(person: User) -> bool:
    return Digest.objects.filter(user=person, stopped_at__isnull=False).exists()
