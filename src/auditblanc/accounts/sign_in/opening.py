"""Open an account for whoever holds an invitation: the link vouches for the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import perform_login, user_pk_to_url_str
from django.urls import reverse

from auditblanc.accounts.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def opened(*, name: str, email: str, password: str, person: User | None = None) -> User:
    """A person who can sign in: a new one, or the one who worked here without an account. Within a transaction."""
    user = person or User()
    user.name, user.email, user.is_active = name, email, True
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def let_in(request: HttpRequest, user: User, redirect_url: str) -> HttpResponse:
    """Sign the person in, with all that the library asks on the way, then lead there."""
    answer: HttpResponse = perform_login(request, user, email_verification="none", redirect_url=redirect_url)
    return answer


def new_password_path(user: User) -> str:
    """The address where the person chooses another password, once, within three days: the one that a letter would hold."""
    said = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=said)
