"""The profile: every answer, and what follows from them, indicator by indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.profile.sections import SECTIONS
from auditblanc.assessments.profile_answers import other_text
from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.applicability_summary import summary
from auditblanc.domain.profile_coherence import contradictions
from auditblanc.domain.verdict import Answer

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

# What asks for an answer first.
_ORDER = (Answer.UNKNOWN, Answer.DISPUTED, Answer.YES, Answer.NO)


@require_safe
def profile(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key)
    found = applicabilities(here.edition, here.snapshot)
    context = {
        "desk": here,
        "sections": [(section, section.facts(here.snapshot.profile)) for section in SECTIONS],
        "summary": summary(found),
        "answers": [(answer, [each for each in found if each.answer is answer]) for answer in _ORDER],
        "other_text": other_text(here, localdate()),
        "contradictions": contradictions(here.edition, here.snapshot.profile),
    }
    return render(request, "assessments/profile.html", context)
