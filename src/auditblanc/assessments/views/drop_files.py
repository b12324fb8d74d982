"""Files dropped on an indicator: each becomes a proof of it, in one gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_POST

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import refused, reply, stamp
from auditblanc.assessments.forms.files import FilesForm, kept, renamed
from auditblanc.assessments.sheet import Said, sheet
from auditblanc.assessments.writes import pieces as writes
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.file_name import stem_of
from auditblanc.domain.french import counted
from auditblanc.domain.media_kind import media_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.writes.evidence import Change
    from auditblanc.assessments.writes.pieces import Given


@require_POST
def drop_files(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    """The page again, with a sentence that says what became of the files."""
    row = assessment(request, organisation, key)
    sheet(row, indicator)
    form = FilesForm(request.POST, request.FILES)
    words = ""
    if form.is_valid():
        uploads = form.cleaned_data["file"]
        given = kept(organisation, uploads)
        items = [(Evidence(title=_title(each), indicators=(indicator,)), [each]) for each in given]
        changes = writes.note(row.organisation_id, items, stamp(request, form), on=row)
        words = _words(changes) + renamed(uploads)
    said = Said() if form.is_valid() else refused("file", form)
    return reply(request, row, indicator, said=said, parts=(), words=words)


def _title(given: Given) -> str:
    return stem_of(given.name, media_kind(given.content.media_type).suffixes)


def _words(changes: Sequence[Change]) -> str:
    new = [after for before, after in changes if before is None and after]
    known = [after for before, after in changes if before and after]
    said = [counted(len(new), "preuve notée", "preuves notées")] if new or not known else []
    said += [f"« {each.title} » avait déjà ce fichier et sert maintenant aussi ici" for each in known]
    return f"{' ; '.join(said)}."
