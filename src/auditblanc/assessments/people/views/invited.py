"""The page that a link of invitation opens: make an account, or join with the one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.invitations import UsedError, found
from auditblanc.assessments.people.forms import OpenAccountForm
from auditblanc.assessments.people.joining import join

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.models import Invitation


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def invited(request: HttpRequest, secret: str) -> HttpResponse:
    invitation = found(secret, timezone.now())
    try:
        return _answered(request, invitation) if invitation else _gone(request)
    except UsedError:
        return _gone(request)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "people/invited.html", {"invitation": None}, status=410)


def _answered(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    if request.user.is_authenticated:
        return _as_oneself(request, invitation)
    form = OpenAccountForm(request.POST or None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        return _with_a_new_account(request, invitation, form)
    context = {"invitation": invitation, "form": form, "here": request.path}
    return render(request, "people/invited.html", context, status=422 if form.errors else 200)


def _as_oneself(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    person = request.user
    if request.method != "POST":
        return render(request, "people/invited.html", {"invitation": invitation, "person": person})
    join(invitation, lambda: person, timezone.now())  # type: ignore[arg-type, return-value]  # signed in: asked above
    messages.success(request, _welcome(invitation))
    return redirect("assessments:home")


def _with_a_new_account(request: HttpRequest, invitation: Invitation, form: OpenAccountForm) -> HttpResponse:
    from auditblanc.accounts.sign_in.opening import let_in, opened  # noqa: PLC0415 -- only a site for several people has it

    said = {name: form.cleaned_data[name] for name in ("name", "email", "password")}
    person = join(invitation, lambda: opened(**said, person=invitation.person), timezone.now())
    messages.success(request, _welcome(invitation))
    return let_in(request, person, reverse("assessments:home"))


def _welcome(invitation: Invitation) -> str:
    if invitation.organisation is None and invitation.invited_by:
        return "Votre compte est ouvert."
    if invitation.organisation is None:
        return "Votre compte est ouvert : vous administrez ce site."
    return f"Vous avez rejoint « {invitation.organisation} »."
