"""The assessment in any format that is written, as a file to download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.mention import mention
from auditblanc.domain.applicability import applicabilities
from auditblanc.interchange import form_docx
from auditblanc.interchange.form_docx import FormOptions
from auditblanc.interchange.formats import WRITTEN

if TYPE_CHECKING:
    from django.http import HttpResponse, QueryDict

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.interchange.formats import Format


@require_safe
def export(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    """``vierge``, ``preuves`` and ``concernes`` in the query are options of the Word form."""
    here = desk(request, organisation, key)
    entry = next((entry for entry in WRITTEN if entry.name == format), None)
    if entry is None:
        raise Http404("Ce format n’existe pas.")
    data, what = _written(entry, here, request.GET)
    return download(data, file_name(what, here.organisation.name, localdate(), entry.suffix))


def _written(entry: Format, here: Desk, asked: QueryDict) -> tuple[bytes, str]:
    """The file, and what its name begins with."""
    if entry.name != "docx":
        return entry.write(here.snapshot, here.edition, mention=mention()), entry.label
    options = FormOptions(
        rows=_concerned(here) if "concernes" in asked else None,
        blank="vierge" in asked,
        with_proofs="preuves" in asked,
        mention=mention(),
        organisation=here.organisation.key,
    )
    what = f"{entry.label} vierge" if options.blank else entry.label
    return form_docx.write(here.snapshot, here.edition, options), what


def _concerned(here: Desk) -> tuple[int, ...] | None:
    """What applies or may apply; everything where nothing does."""
    found = applicabilities(here.edition, here.snapshot)
    return tuple(each.indicator for each in found if each.counts is not False) or None
