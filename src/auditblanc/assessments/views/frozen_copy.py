"""One frozen copy: what it holds, its fingerprint, and the file that the fingerprint is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from auditblanc.assessments import editions
from auditblanc.assessments.access import assessment
from auditblanc.assessments.models import FrozenCopy
from auditblanc.assessments.reads.copies import content, is_intact

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest


@require_safe
def frozen_copy(request: SignedInRequest, organisation: str, key: str, copy: str) -> HttpResponse:
    kept = _copy(request, organisation, key, copy)
    known = editions.catalogue()
    held = content(kept, known)
    context = {"copy": kept, "is_intact": is_intact(kept), "snapshot": held, "edition": known.edition(held.edition)}
    return render(request, "assessments/frozen_copy.html", context)


@require_safe
def copy_file(request: SignedInRequest, organisation: str, key: str, copy: str) -> HttpResponse:
    """The JSON file itself: ``sha256sum`` gives the fingerprint again."""
    kept = _copy(request, organisation, key, copy)
    name = f'attachment; filename="copie-{kept.made_at:%Y-%m-%d}-{kept.key}.json"'
    return HttpResponse(
        kept.document, content_type="application/json; charset=utf-8", headers={"Content-Disposition": name}
    )


def _copy(request: SignedInRequest, organisation: str, key: str, copy: str) -> FrozenCopy:
    row = assessment(request, organisation, key)
    return get_object_or_404(
        FrozenCopy.objects.select_related("made_by", "assessment__organisation"), assessment=row, key=copy
    )
