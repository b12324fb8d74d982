"""A file that answers were read from, given back as it came, to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from auditblanc.assessments.access import assessment
from auditblanc.assessments.models import ReceivedFile
from auditblanc.assessments.views.piece_file import given_back

if TYPE_CHECKING:
    from django.http import FileResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def received_file(request: SignedInRequest, organisation: str, key: str, received: str) -> FileResponse:
    row = assessment(request, organisation, key)
    found = get_object_or_404(ReceivedFile.objects.select_related("file"), assessment=row, key=received)
    return given_back(organisation, found.file, found.name)
