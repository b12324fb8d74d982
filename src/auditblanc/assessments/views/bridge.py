"""From one text to another: all that it does is shown before anything is written. The assessment one starts from stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.keys import new_key
from auditblanc.assessments.desk import Desk, desk
from auditblanc.assessments.forms.previous import restarted
from auditblanc.assessments.reads.bridge import groups
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import first_page, see_other, to_look_at_again
from auditblanc.assessments.writes.create import begin
from auditblanc.domain import bridge as rule
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.edition_path import PathError
from auditblanc.domain.snapshot import Review

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def bridge(request: SignedInRequest, organisation: str, key: str, edition: str) -> HttpResponse:
    here = desk(request, organisation, key)
    if edition == here.edition.id:
        return see_other("assessments:overview", *here.path)
    said = request.POST if request.method == "POST" else request.GET
    found = _found(here, edition, said)
    target = here.catalogue.edition(edition)
    if request.method == "POST":
        made = begin(
            here.organisation,
            snapshot=found.snapshot,
            numbers=target.numbers,
            stamp=stamp(request),
            start=here.assessment,
        )
        messages.success(
            request, f"La nouvelle évaluation porte sur « {target.title} ». L’ancienne reste telle qu’elle est."
        )
        is_left = bool(found.reviewed(Review.LOOK_AGAIN))
        new = (organisation, made.key)
        return see_other(to_look_at_again(new) if is_left else first_page(new, target, found.snapshot))
    context = {
        "desk": here,
        "target": target,
        "found": found,
        "groups": groups(found),
        "reviews": Review,
        "said": said.items(),
        "request_id": new_key(),
    }
    return render(request, "assessments/bridge.html", context)


def _found(here: Desk, edition: str, said: object) -> rule.Bridge:
    """Raises: Http404, when no way leads to that text."""
    try:
        return rule.bridge(here.catalogue, restarted(said, here.snapshot), edition)
    except (EditionError, PathError) as error:
        raise Http404 from error
