"""What a request carries once its sender is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from auditblanc.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request of a person who is signed in; views that others may ask for take ``HttpRequest``."""

    user: User
    htmx: HtmxDetails
