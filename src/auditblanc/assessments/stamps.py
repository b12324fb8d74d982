"""Who writes, when, and under which request, taken from the request itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from auditblanc.assessments.writes.stamp import Stamp

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest


def stamp(request: SignedInRequest, request_id: str = "") -> Stamp:
    """Now, by the person who asks; ``request_id`` makes the same request again find what it made."""
    return Stamp(by=request.user, at=timezone.now(), request_id=request_id or request.POST.get("request_id", "")[:64])
