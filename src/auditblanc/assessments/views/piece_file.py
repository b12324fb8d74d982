"""A file of a proof, given back as it came: downloaded, or shown where a browser shows it and runs nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from auditblanc.assessments.access import piece as piece_of
from auditblanc.assessments.models import Revision
from auditblanc.assessments.reads.pieces import current, state
from auditblanc.assessments.storage import opened
from auditblanc.domain.media_kind import media_kind

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import Piece, StoredFile

# Nothing that the file asks for is loaded or run, whatever it is taken for. The style is the browser's own, around a picture.
_NOTHING = "default-src 'none'; style-src 'unsafe-inline'"
POLICY = f"sandbox; {_NOTHING}"
# Some browsers read a PDF with a script of their own, which a sandbox would keep from starting.
PDF_POLICY = _NOTHING


@require_safe
def piece_file(request: SignedInRequest, organisation: str, piece: str) -> FileResponse:
    """``?voir=1`` shows a PDF or a picture in the browser; ``?etat=2`` is a former state."""
    revision = _state(piece_of(request, organisation, piece), request.GET.get("etat", ""))
    return given_back(organisation, revision.file, revision.name, is_shown="voir" in request.GET)


def given_back(organisation: str, file: StoredFile, name: str, *, is_shown: bool = False) -> FileResponse:
    """The bytes that are kept, under that name. ``is_shown``: in the browser, where it is of a kind that runs nothing.

    Raises:
        Http404: they are not there any more.
    """
    kind = media_kind(file.media_type)
    is_shown = is_shown and kind.is_shown
    try:
        content = opened(organisation, file.sha256)
    except FileNotFoundError as error:
        raise Http404("Ce fichier n’est plus à sa place.") from error
    headers = {
        "Content-Length": str(file.size),
        "Content-Security-Policy": PDF_POLICY if kind.media_type == "application/pdf" else POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-cache",
        # Most are compressed already, and a browser that knows the length shows how far it is.
        "Content-Encoding": "identity",
    }
    # Anything else is bytes: no program of the person's machine opens it by its type alone.
    content_type = kind.media_type if is_shown else "application/octet-stream"
    return FileResponse(content, as_attachment=not is_shown, filename=name, content_type=content_type, headers=headers)


def _state(row: Piece, number: str) -> Revision:
    try:
        return state(row, int(number)) if number else current(row)
    except (ValueError, Revision.DoesNotExist) as error:
        raise Http404 from error
