"""What was read of a file: the person looks, then confirms or gives up. Only then is an assessment written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.access import reach
from auditblanc.assessments import editions
from auditblanc.assessments.models import Intake
from auditblanc.assessments.reads.intake import Opened, opened
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import intake as writes
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.domain.edition_choice import EditionChoice


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_import(request: SignedInRequest, organisation: str, intake: str) -> HttpResponse:
    waiting = reach(request, Intake.objects.all(), organisation, key=intake)
    found = opened(waiting, editions.catalogue())
    choice = _choice(found)
    if request.method != "POST":
        context = {"intake": waiting, "found": found, "choice": choice, "organisation": waiting.organisation}
        return render(request, "assessments/confirm_import.html", context)
    if found.edition is None or "give_up" in request.POST:
        writes.give_up(waiting)
        messages.info(request, f"« {waiting.file_name} » n’est pas repris : rien n’en est gardé.")
        return see_other("assessments:import_file", organisation)
    made = writes.accept(
        waiting, snapshot=found.snapshot, numbers=found.edition.numbers, stamp=stamp(request, f"intake-{intake}")
    )
    rated = counted(found.rated, "indicateur évalué", "indicateurs évalués")
    messages.success(request, f"« {waiting.file_name} » est repris : {rated}.")
    if choice and choice.edition != found.edition.id:
        return see_other("assessments:bridge", organisation, made.key, choice.edition)
    return see_other("assessments:overview", organisation, made.key)


def _choice(found: Opened) -> EditionChoice | None:
    """The text of the audit's date, or of today; nothing when the text of the file is not at hand."""
    if found.edition is None:
        return None
    audit = found.snapshot.profile.audit
    return choose(
        editions.catalogue(),
        audit.first_day or localdate(),
        audit.last_day,
        referential=found.edition.referential,
    )
