"""What weakens the proofs, kind by kind, each with the one click that mends it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django import forms
from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.assessments.applicable import applicable
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.fields import DayField
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.domain.evidence_checks import checks

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.domain.evidence_checks import Check


class Period(forms.Form):
    """A part of the address: what it does not understand is the last audit's day."""

    depuis = DayField(label="Période auditée depuis le")

    def since(self) -> date | None:
        self.is_valid()
        found: date | None = self.cleaned_data.get("depuis")
        return found


@require_safe
def quality(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold.PROOFS | Hold.PIECES)
    form = Period(request.GET)
    since, last = form.since(), here.snapshot.profile.last_audit
    found = proof_checks(here, since)
    context = {
        "desk": here,
        "form": form,
        "since": since or (last.held_on if last else None),
        "groups": [(kind, list(group)) for kind, group in groupby(found, lambda each: each.kind)],
        "total": len(found),
    }
    return render(request, "assessments/quality.html", context)


def proof_checks(here: Desk, since: date | None = None) -> tuple[Check, ...]:
    """The checks of an assessment that is laid out with its proofs, without a query."""
    numbers = [each.indicator for each in applicable(here.snapshot) if each.counts is not False]
    return checks(here.snapshot, numbers, rules=here.edition.rules, since=since)
