"""From one's texts to the register: each line proposed, one table to confirm; the texts stay as typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.rows import RowForm, StateForm, all_valid, rows
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import evidence as writes
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.french import counted
from auditblanc.domain.proof_lines import Proposal, proposals, read_line

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def propose_proofs(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold.PROOFS)
    # What the register has with all these indicators would change nothing.
    found = [each for each in proposals(here.snapshot) if each.proof not in here.snapshot.evidence]
    sent = request.POST if request.method == "POST" else None
    table = rows(sent, [_start(each) for each in found], here.edition.numbers)
    form = StateForm(sent)
    if sent is not None and all_valid(table) and form.is_valid():
        taken = [_proof(row, EvidenceState(form.cleaned_data["state"])) for row in table if row.is_taken]
        noted = writes.note(here.organisation.pk, taken, stamp(request, form), on=here.assessment) if taken else ()
        messages.success(request, f"{counted(len(noted), 'preuve mise au registre', 'preuves mises au registre')}.")
        return see_other("assessments:register", organisation, key)
    told = {_mark(each): each for each in found}
    context = {
        "desk": here,
        "form": form,
        "rows": [(row, told.get(str(row["mark"].value()))) for row in table],
    }
    return render(request, "assessments/propose_proofs.html", context, status=200 if sent is None else 422)


def _start(found: Proposal) -> dict[str, Any]:
    item = found.proof
    return {
        "take": not found.doubt,
        "title": item.title,
        "indicators": ", ".join(map(str, item.indicators)),
        "content_date": item.content_date,
        "place": item.place,
        "mark": _mark(found),
    }


def _mark(found: Proposal) -> str:
    """The line that it comes from, and the key of the proof that is there already."""
    return f"{found.proof.key}|{found.lines[0][1]}"[:4000]


def _proof(row: RowForm, state: EvidenceState) -> Evidence:
    """As it was confirmed; the holder and the period are those of the line."""
    said = row.cleaned_data
    key, _, line = said["mark"].partition("|")
    read, _doubt = read_line(line or said["title"], 1)
    return replace(
        read,
        key=key,
        state=state,
        **{name: said[name] for name in ("title", "indicators", "content_date", "place")},
    )
