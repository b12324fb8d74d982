"""What whoever looks after the site does: accounts opened and closed, links for who is locked out, a letter to try."""

from __future__ import annotations

import smtplib
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.accounts import invitations
from auditblanc.accounts.models import User
from auditblanc.accounts.writes import set_active
from auditblanc.assessments.forms.portfolio import Narrowing
from auditblanc.assessments.people import reads
from auditblanc.assessments.people.forms import AccountForm
from auditblanc.assessments.people.links import again, invitation_link, new_password_link
from auditblanc.assessments.people.notices import NOTICES
from auditblanc.assessments.ways import pages_around, see_other

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

_TRIAL = "Bonjour,\n\nCe courriel d’essai vient d’Auditblanc : l’envoi est bien réglé.\n"


@require_http_methods(["GET", "HEAD", "POST"])
def administration(request: SignedInRequest) -> HttpResponse:
    """Every account; an invitation to open one shows its link once, here."""
    require_administrator(request)
    form, link = AccountForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        secret = invitations.invite(by=request.user, at=timezone.now(), email=email)
        link, form = invitation_link(request, secret, email), AccountForm()
    return _page(request, form, link=link)


@require_POST
def try_mail(request: SignedInRequest) -> HttpResponse:
    """A letter to oneself, and what became of it."""
    require_administrator(request)
    email = request.user.email or ""
    try:
        send_mail("Essai d’envoi", _TRIAL, None, [email])
    except (OSError, smtplib.SMTPException) as error:
        messages.error(request, f"Le serveur d’envoi a refusé ou n’a pas répondu ({error}) : vérifiez AUDITBLANC_MAIL.")
    else:
        messages.success(request, f"L’essai est parti à {email} : s’il n’arrive pas, regardez parmi les indésirables.")
    return see_other("people:administration")


@require_POST
def close_account(request: SignedInRequest, person: str) -> HttpResponse:
    """Close an account, or open it again."""
    require_administrator(request)
    again(request)
    found = _person(person)
    if found == request.user:
        messages.error(request, "Vous ne pouvez pas fermer votre propre compte.")
    else:
        set_active(found, is_active=not found.is_active)
        messages.success(request, f"Le compte de {found} est {'fermé' if found.is_active else 'rouvert'}.")
    return see_other("people:administration")


@require_POST
def account_password(request: SignedInRequest, person: str) -> HttpResponse:
    require_administrator(request)
    again(request)
    found = _person(person)
    return _page(request, AccountForm(), password_link=new_password_link(request, found), of=found)


def require_administrator(request: SignedInRequest) -> None:
    if not request.user.is_administrator:
        raise Http404(request.path)


def _person(key: str) -> User:
    found = User.objects.filter(key=key).exclude(email=None).first()
    if found is None:
        raise PermissionDenied("Ce compte n’existe plus : rechargez la page.")
    return found


def _page(request: SignedInRequest, form: AccountForm, **more: object) -> HttpResponse:
    wanted = Narrowing(request.GET).wanted()
    found = reads.accounts(wanted.words, wanted.page)
    context = {
        "found": found,
        "words": wanted.words,
        "around": pages_around(request.GET, found.page, found.pages, ("Page précédente", "Page suivante")),
        "form": form,
        "notices": NOTICES.values(),
        "site": settings.SITE,  # type: ignore[misc]  # of a site for several people
        "link": "",
        "password_link": "",
        "of": None,
        **more,
    }
    return render(request, "people/administration.html", context, status=422 if form.errors else 200)
