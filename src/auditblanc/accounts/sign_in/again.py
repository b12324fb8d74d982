"""Before anything that opens somebody's account or closes it: who asks says again who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.decorators import reauthentication_required

if TYPE_CHECKING:
    from django.http import HttpRequest


def require_again(request: HttpRequest) -> None:
    """Nothing, where the person said so in the last ten minutes.

    Raises:
        ReauthenticationRequired: the library asks for the password or the code, then goes on with this very request.
    """
    reauthentication_required(lambda _request: None)(request)
