"""The door to an assessment, through its organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.access import reach
from auditblanc.assessments.models import Assessment

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest


def assessment(request: SignedInRequest, organisation: str, key: str) -> Assessment:
    """The assessment of that key, with its organisation, in one query.

    Raises:
        Http404: there is none, or it is not the person's.
        PermissionDenied: the person may only read, and the request changes something.
    """
    return reach(request, Assessment.objects.all(), organisation, key=key)
