"""The list of pieces to hand to the certifier, as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.reads.looks import look
from auditblanc.reports.docx import docx
from auditblanc.reports.pieces import pieces_list

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def pieces(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here, today = desk(request, organisation, key), localdate()
    data = docx(pieces_list(here.snapshot, here.edition, today=today, look=look(here.organisation)))
    return download(data, file_name("pièces à remettre", here.organisation.name, today, ".docx"))
