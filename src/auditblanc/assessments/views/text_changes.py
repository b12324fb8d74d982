"""What changes from one edition to another, indicator by indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.assessments import editions
from auditblanc.assessments.views.text import found
from auditblanc.domain.edition_changes import IndicatorChanges, changes
from auditblanc.domain.edition_path import PathError
from auditblanc.domain.referential import ChangeKind
from auditblanc.domain.text_difference import text_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.domain.referential import Edition, Indicator

# Of these the words themselves are shown, what was taken out and what was put in.
WORDINGS = ("scope_note", "statement", "expected_level")


@require_safe
def text_changes(request: SignedInRequest, start: str, edition: str) -> HttpResponse:
    before, after = found(start), found(edition)
    try:
        every = changes(editions.catalogue(), start, edition)
    except PathError as error:
        raise Http404(str(error)) from error
    changed = tuple(each for each in every if each.kind is not ChangeKind.NONE or each.fields)
    context = {
        "before": before,
        "after": after,
        "same": len(every) - len(changed),
        "rows": tuple((each, tuple(_wordings(each, before, after))) for each in changed),
    }
    return render(request, "assessments/text_changes.html", context)


def _wordings(change: IndicatorChanges, before: Edition, after: Edition) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The label of each wording that differs, and both texts in one."""
    for field in change.fields:
        if field.key in WORDINGS:
            sides = (_text(edition.indicator(change.indicator), field.key) for edition in (before, after))
            yield field.label, [(part.kind.value, part.text) for part in text_difference(*sides)]


def _text(indicator: Indicator, field: str) -> str:
    wording: str = getattr(indicator, field).text
    return wording
