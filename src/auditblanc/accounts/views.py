"""Coming in, on one's own machine."""

from __future__ import annotations

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from auditblanc.accounts.models import User
from auditblanc.accounts.sign_in import local


@require_safe
@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """What somebody reads who is not known: the address to open is the one that the program printed."""
    return render(request, "accounts/sign_in.html", status=401)


@require_safe
@never_cache
@login_not_required
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the token of the address for a session, and take it out of the address."""
    if not local.is_token(token):
        return render(request, "accounts/sign_in.html", status=401)
    person = User.objects.filter(email=None).order_by("pk").first()
    if person is None:
        raise Http404
    login(request, person)
    return redirect("assessments:home")
