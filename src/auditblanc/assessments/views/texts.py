"""The texts: which editions there are, which one is in force, and where a word stands in them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments import editions
from auditblanc.domain.edition_choice import choose

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def texts(request: SignedInRequest) -> HttpResponse:
    known = editions.catalogue()
    every = tuple(known.edition(identifier) for identifier in known.ids)
    context = {
        "editions": every,
        "pairs": tuple(pair for pair in combinations(every, 2) if pair[0].referential == pair[1].referential),
        "in_force": choose(known, localdate()).edition,
    }
    return render(request, "assessments/texts.html", context)
