"""Proofs noted on one indicator: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.views.decorators.http import require_POST

from auditblanc.assessments.access import assessment, may_cite
from auditblanc.assessments.answering import refused, reply, stamp
from auditblanc.assessments.forms.proof import STALE, ChangedProofForm, ProofForm
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.models import Evidence
from auditblanc.assessments.sheet import Said, sheet
from auditblanc.assessments.writes import evidence as writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import evidence as frozen

PARTS = ("proofs",)


@require_POST
def note_proof(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    form = ProofForm(request.POST, numbers=may_cite(row, sheet(row, indicator).edition.numbers))
    if form.is_valid():
        writes.note(row.organisation_id, [form.evidence(indicator)], stamp(request, form), on=row)
    said = Said() if form.is_valid() else refused("proofs", form)
    return reply(request, row, indicator, said=said, parts=PARTS, words="Preuve notée.")


@require_POST
def change_proof(request: SignedInRequest, organisation: str, key: str, indicator: int, evidence: str) -> HttpResponse:
    row = assessment(request, organisation, key)
    form = ChangedProofForm(request.POST, numbers=may_cite(row, sheet(row, indicator).edition.numbers))
    found = _proof(row, indicator, evidence)
    if form.is_valid():
        _change(form, found, form.evidence(indicator, writes.one(found)), stamp(request, form), row)
    said = Said() if form.is_valid() else refused("proofs", form, key=evidence)
    return reply(request, row, indicator, said=said, parts=PARTS, words="Preuve modifiée.")


@require_POST
def remove_proof(request: SignedInRequest, organisation: str, key: str, indicator: int, evidence: str) -> HttpResponse:
    def removed(found: Evidence, at: Stamp, row: Assessment) -> None:
        writes.remove(found, at, on=row)

    row = assessment(request, organisation, key)
    return _let_go(request, row, indicator, evidence, removed, "retirée")


@require_POST
def detach_proof(request: SignedInRequest, organisation: str, key: str, indicator: int, evidence: str) -> HttpResponse:
    def detached(found: Evidence, at: Stamp, row: Assessment) -> None:
        writes.detach(found, indicator, at, on=row)

    row = assessment(request, organisation, key)
    return _let_go(request, row, indicator, evidence, detached, "détachée")


def _let_go(
    request: SignedInRequest,
    row: Assessment,
    indicator: int,
    key: str,
    write: Callable[[Evidence, Stamp, Assessment], None],
    done: str,
) -> HttpResponse:
    sheet(row, indicator)
    form = RequestForm(request.POST)
    found = _proof(row, indicator, key)
    if form.is_valid():
        write(found, stamp(request, form), row)
    said = Said() if form.is_valid() else refused("proofs", form, key=key)
    return reply(request, row, indicator, said=said, parts=PARTS, words=f"Preuve « {found.title} » {done}.")


def _change(form: ChangedProofForm, found: Evidence, item: frozen.Evidence, at: Stamp, row: Assessment) -> None:
    try:
        writes.change(found, item, at, seen=form.cleaned_data["seen"], on=row)
    except writes.StaleEvidenceError:
        form.add_error("title", STALE)


def _proof(row: Assessment, indicator: int, key: str) -> Evidence:
    found = Evidence.objects.filter(
        organisation=row.organisation_id, removed_at=None, key=key, links__indicator=indicator
    )
    proof = found.first()
    if proof is None:
        raise Http404
    return proof
