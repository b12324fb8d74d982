"""The verifiable dossier: what it holds is chosen, then it goes out as it is made."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.downloads import archive, file_name
from auditblanc.assessments.forms.dossier import DossierForm
from auditblanc.assessments.reads.journal import head
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.storage import missing, opened
from auditblanc.interchange.dossier import chosen, stream
from auditblanc.interchange.dossier.data import About
from auditblanc.interchange.dossier.readme import NOT_PROVEN, PROVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from django.http.response import HttpResponseBase

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.interchange.dossier import Scope

_PROOFS = Hold.PROOFS | Hold.PIECES


@require_safe
def dossier(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, _PROOFS)
    return _page(request, here, DossierForm(request.GET or None, edition=here.edition))


@require_safe
def dossier_file(request: SignedInRequest, organisation: str, key: str) -> HttpResponseBase:
    """The archive. What is missing is told before: once it goes out, it can only be cut short."""
    here = desk(request, organisation, key, _PROOFS)
    form = DossierForm(request.GET, edition=here.edition)
    if not form.is_valid():
        return _page(request, here, form, status=422)
    picked = chosen(here.edition, here.snapshot, form.scope)
    names = {piece.current.sha256: piece.current.name for proof in picked.evidence for piece in proof.pieces}
    gone = missing(organisation, names)
    if gone:
        return _page(request, here, form, gone=sorted(names[each] for each in gone), status=409)
    name = file_name("dossier-de-preuves", here.organisation.name, timezone.localdate(), ".zip")
    return archive(_made(here, form.scope), name)


def _made(here: Desk, scope: Scope) -> Iterator[bytes]:
    organisation = here.organisation

    def source(sha256: str) -> IO[bytes]:
        return opened(organisation.key, sha256)

    about = About(
        organisation=organisation.name,
        edition=here.edition.id,
        edition_label=here.edition.title,
        made_at=timezone.localtime(),
        journal_head=head(organisation),
    )
    return stream(here.edition, here.snapshot, scope, source, about)


def _page(
    request: SignedInRequest, here: Desk, form: DossierForm, gone: list[str] | None = None, status: int = 200
) -> HttpResponse:
    context = {"desk": here, "form": form, "gone": gone or [], "proves": PROVES, "not_proven": NOT_PROVEN}
    return render(request, "assessments/dossier.html", context, status=status)
