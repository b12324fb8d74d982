"""A file of a proof looked at without another program: large, alone on its page, one step from where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from auditblanc.assessments.access import piece as piece_of
from auditblanc.assessments.models import Evidence
from auditblanc.assessments.preview.shown import seen
from auditblanc.assessments.reads.pieces import current
from auditblanc.assessments.reads.register import frozen
from auditblanc.domain.media_kind import media_kind

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import Piece
    from auditblanc.assessments.preview.shown import Seen

# Beyond, one opens the file itself.
PAGES = 60
_GONE = "Ce fichier n’est plus à sa place."


@require_safe
def piece_preview(request: SignedInRequest, organisation: str, piece: str) -> HttpResponse:
    """``?retour=`` is the page of ours to go back to, within the same organisation."""
    row = piece_of(request, organisation, piece)
    (proof,) = frozen(Evidence.objects.filter(pk=row.evidence_id))
    revision = current(row)
    look = _seen(row, 1).look
    keys = [each.key for each in proof.pieces]
    context = {
        "organisation": row.evidence.organisation,
        "proof": proof,
        "piece": row,
        "name": revision.name,
        "file": revision.file,
        "kind": media_kind(revision.file.media_type),
        "look": look,
        "pages": range(1, min(look.pages, PAGES) + 1),
        "place": keys.index(row.key) if row.key in keys else None,
        "back": _back(request.GET.get("retour", ""), organisation),
    }
    return render(request, "assessments/piece_preview.html", context)


@require_safe
def preview_picture(request: SignedInRequest, organisation: str, piece: str, page: int) -> HttpResponse:
    row = piece_of(request, organisation, piece)
    if not 1 <= page <= min(_seen(row, 1).look.pages, PAGES):
        raise Http404
    found = _seen(row, page)
    headers = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(found.picture, content_type="image/webp", headers=headers)


def _seen(row: Piece, page: int) -> Seen:
    try:
        return seen(row.evidence.organisation.key, current(row).file, page)
    except FileNotFoundError as error:
        raise Http404(_GONE) from error


def _back(asked: str, organisation: str) -> str:
    """An address of this organisation, never another site's."""
    own = reverse("assessments:piece_preview", args=[organisation, "x"]).partition("pieces/")[0]
    return asked if asked.startswith(own) and "\\" not in asked else ""
