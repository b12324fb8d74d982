"""After the real audit: the gaps of its report, entered at once, followed, answered in one document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.finding import ReportForm
from auditblanc.assessments.papers import paper
from auditblanc.assessments.reads.looks import look
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import findings as writes
from auditblanc.domain.finding_deadline import minors_as_major, standing
from auditblanc.domain.french import counted
from auditblanc.reports.findings_answer import findings_answer

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.domain.finding import AuditFinding
    from auditblanc.domain.finding_deadline import Standing

Rows = list[tuple["AuditFinding", "Standing"]]


@require_safe
def findings(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here, today = desk(request, organisation, key, Hold.PLAN), localdate()
    context = {
        "desk": here,
        "audits": _by_audit(here, today),
        "together": minors_as_major(here.snapshot.findings),
        "deadlines": here.edition.rules.deadlines,
    }
    return render(request, "assessments/findings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_findings(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold(0))
    known = here.catalogue
    form = ReportForm(
        request.POST or None,
        editions=[(heading.id, heading.title) for heading in known.headings],
        numbers={heading.id: frozenset(known.edition(heading.id).numbers) for heading in known.headings},
        initial={"edition": here.edition.id, "audit_day": here.snapshot.profile.audit.first_day},
    )
    if form.is_valid():
        entered = writes.enter(here.assessment, form.findings(), stamp(request, form))
        messages.success(request, f"{counted(len(entered), 'écart entré', 'écarts entrés')}.")
        return see_other("assessments:findings", organisation, key)
    context = {"desk": here, "form": form}
    return render(request, "assessments/new_findings.html", context, status=422 if form.is_bound else 200)


@require_safe
def findings_file(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    """The answer to the gaps that are open, ready to be sent."""
    here, today = desk(request, organisation, key, Hold.PLAN | Hold.PROOFS), localdate()
    made = findings_answer(here.snapshot, here.edition, today=today, look=look(here.organisation))
    return paper(request, made, "réponse aux écarts", here.organisation.name, format)


def _by_audit(here: Desk, today: date) -> list[tuple[date | None, Rows]]:
    """The gaps of each audit, the last audit first; those whose day is not told come last."""
    rules = here.edition.rules.deadlines
    ordered = sorted(
        here.snapshot.findings, key=lambda each: (each.audit_day is not None, each.audit_day or today), reverse=True
    )
    return [
        (day, sorted(((each, standing(rules, each, today)) for each in group), key=_urgency))
        for day, group in groupby(ordered, lambda each: each.audit_day)
    ]


def _urgency(row: tuple[AuditFinding, Standing]) -> tuple[bool, int, int]:
    found, where = row
    return not found.is_open, where.days_left if where.days_left is not None else 10_000, found.finding.indicator
