"""What every page and letter of a site for several people is given besides its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.web.server.copy_plan import copies_told
from auditblanc.web.server.settings import SITE

if TYPE_CHECKING:
    from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """How the site is reached, whether anybody may sign up, whether letters go out; asked by one page, where its copies stand."""
    return {
        "address": SITE.address,
        "may_sign_up": SITE.is_open,
        "has_mail": SITE.has_mail,
        "request": request,
        "copy_reminder": lambda: None,
        "copies_told": copies_told,
    }
