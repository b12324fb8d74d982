"""What a part that came back would change, difference by difference; written only as the person chose, and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from auditblanc.assessments.desk import desk
from auditblanc.assessments.models import Intake
from auditblanc.assessments.returned import returned
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.writes import intake as writes
from auditblanc.assessments.writes.become import ChangedMeanwhileError
from auditblanc.domain.merge import MergeError
from auditblanc.domain.merge_choice import Choice, Proposal, chosen
from auditblanc.domain.text_difference import text_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.returned import Returned


class Row(NamedTuple):
    """One difference on the page: ``parts`` of a text with what differs in it, ``options`` with their words."""

    proposal: Proposal
    parts: list[tuple[str, str]]
    options: list[tuple[str, str]]
    chosen: Choice


WORDS = {Choice.KEEP: "Garder la vôtre", Choice.TAKE: "Prendre celle du fichier", Choice.BOTH: "Garder les deux"}
CHANGED = (
    "Votre évaluation a changé depuis que cette page a été ouverte : rien n’a été écrit. "
    "Vos choix sont gardés ; vérifiez-les, puis confirmez à nouveau."
)


@require_http_methods(["GET", "HEAD", "POST"])
def merge_part(request: SignedInRequest, organisation: str, key: str, intake: str) -> HttpResponse:
    here = desk(request, organisation, key)
    waiting = get_object_or_404(Intake, into=here.assessment, key=intake)
    found = returned(here, waiting)
    if request.method != "POST":
        return _page(request, here, waiting, found)
    if "give_up" in request.POST:
        writes.give_up(waiting)
        messages.info(request, f"« {waiting.file_name} » n’est pas repris : rien n’en est gardé.")
        return _documents(here)
    if request.POST.get("seen") != found.mark:
        return _page(request, here, waiting, found, status=409, sentence=CHANGED)
    try:
        after = chosen(here.snapshot, found.theirs, _choices(request, found))
        writes.take_back(waiting, before=here.snapshot, after=after, stamp=stamp(request))
    except MergeError as error:
        return _page(request, here, waiting, found, status=422, sentence=str(error))
    except ChangedMeanwhileError:
        return _page(request, here, waiting, found, status=409, sentence=CHANGED)
    done = "est repris dans votre évaluation, comme vous l’avez choisi" if found.count else "est gardé tel quel"
    messages.success(request, f"« {waiting.file_name} » {done}.")
    return _documents(here)


def _choices(request: HttpRequest, found: Returned) -> dict[str, Choice]:
    """What was chosen of each proposal; its default where nothing was, or nothing that is offered."""
    offered = [proposal for group in found.groups for proposal in group.proposals]
    return {
        each.key: next((choice for choice in each.choices if choice == request.POST.get(each.key)), each.default)
        for each in offered
    }


def _page(
    request: HttpRequest, here: Desk, waiting: Intake, found: Returned, *, status: int = 200, sentence: str = ""
) -> HttpResponse:
    choices = _choices(request, found)
    groups = [(group, [_row(each, choices[each.key]) for each in group.proposals]) for group in found.groups]
    context = {"desk": here, "intake": waiting, "found": found, "groups": groups, "sentence": sentence}
    return render(request, "assessments/merge_part.html", context, status=status)


def _row(proposal: Proposal, choice: Choice) -> Row:
    options = [(each.value, WORDS[each]) for each in proposal.choices]
    return Row(proposal=proposal, parts=list(_parts(proposal)), options=options, chosen=choice)


def _parts(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """A text with what was added to it or taken out of it; nothing for other answers, and for texts that go apart."""
    difference = proposal.difference
    if difference.field == "presentation" and difference.before and not proposal.both:
        for part in text_difference(difference.before, difference.after):
            yield part.kind.value, part.text


def _documents(here: Desk) -> HttpResponse:
    return HttpResponseRedirect(reverse("assessments:documents", args=here.path), status=303)
