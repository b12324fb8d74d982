"""Any two assessments or frozen copies of an organisation, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from auditblanc.accounts.access import organisation as organisation_of
from auditblanc.assessments import editions
from auditblanc.assessments.reads.copies import comparables, compared
from auditblanc.domain import comparison
from auditblanc.domain.text_difference import text_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import Organisation
    from auditblanc.domain.difference import Difference


@require_safe
def compare(request: SignedInRequest, organisation: str) -> HttpResponse:
    """Both sides are named in the address; without them the page only asks which."""
    owner = organisation_of(request, organisation)
    before, after = (request.GET.get(name, "") for name in ("avant", "apres"))
    context = {"organisation": owner, "choices": _choices(owner), "before": before, "after": after}
    if before and after:
        known = editions.catalogue()
        found = comparison.compare(compared(owner, before, known), compared(owner, after, known))
        context |= {"found": found, "rows": tuple(_rows(found.differences))}
    return render(request, "assessments/compare.html", context)


def _choices(owner: Organisation) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each side that may be chosen, by its key, with its name and, for a copy, the moment it was frozen; in two groups."""
    found = comparables(owner)
    now = [(each.key, each.label) for each in found if not each.at]
    frozen = [(each.key, f"{each.label}, {localtime(each.at):%d/%m/%Y à %H:%M}") for each in found if each.at]
    return [(title, group) for title, group in (("Évaluations", now), ("Copies figées", frozen)) if group]


def _rows(differences: tuple[Difference, ...]) -> Iterator[tuple[Difference, list[tuple[str, str]]]]:
    """Each difference; a text with what was taken out of it and put in."""
    for each in differences:
        is_text = each.field == "presentation" and each.before and each.after
        parts = text_difference(each.before, each.after) if is_text else ()
        yield each, [(part.kind.value, part.text) for part in parts]
