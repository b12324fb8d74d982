"""The page of one indicator: what it asks, how far one is, what one will show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from auditblanc.assessments.answering import page
from auditblanc.assessments.desk import desk
from auditblanc.assessments.reads.snapshot import Hold

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def indicator(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    return page(request, desk(request, organisation, key, Hold(0)), indicator)
