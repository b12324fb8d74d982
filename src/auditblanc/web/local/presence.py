"""The page by which a second start knows this server: nothing in it is anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from auditblanc.accounts.sign_in.local import TOKEN_VARIABLE
from auditblanc.web.environment import text
from auditblanc.web.local.running import proof

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
@never_cache
@login_not_required
def presence(_request: HttpRequest, challenge: str) -> HttpResponse:
    """The proof that this server holds the token, for whoever holds it too."""
    token = text(TOKEN_VARIABLE)
    if not token:
        raise Http404(challenge)
    return HttpResponse(proof(token, challenge), content_type="text/plain; charset=utf-8")
