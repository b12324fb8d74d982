"""The threads of one indicator: whoever reads it may say something; whoever may answer it settles them, and who began one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.accounts.rights import Right
from auditblanc.assessments.access import assessment
from auditblanc.assessments.desk import Desk, laid_out
from auditblanc.assessments.models import Comment
from auditblanc.assessments.people import comments as writes
from auditblanc.assessments.people.forms import CommentForm
from auditblanc.assessments.people.reads import members
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    here = _desk(request, organisation, key, indicator)
    people = [each.user for each in members(here.organisation) if each.user != request.user]
    form = CommentForm(request.POST if request.method == "POST" else None, people=people)
    thread = _thread(here, indicator, request.POST["thread"]) if request.POST.get("thread") else None
    if form.is_valid():
        said = form.cleaned_data
        writes.comment(here.assessment, indicator, said["text"], stamp(request), to=said["to"], thread=thread)
        messages.success(request, "Votre commentaire est ajouté.")
        return see_other("people:comments", organisation, key, indicator)
    context = {
        "desk": here,
        "indicator": here.edition.indicator(indicator),
        "threads": writes.threads(here.assessment, indicator),
        "form": form,
        "answered": thread,
        "may_settle": here.may_answer(indicator),
    }
    return render(request, "people/comments.html", context, status=422 if form.is_bound else 200)


@require_POST
def settle_comment(request: SignedInRequest, organisation: str, key: str, indicator: int, comment: str) -> HttpResponse:
    here = _desk(request, organisation, key, indicator)
    thread = _thread(here, indicator, comment)
    if not (here.may_answer(indicator) or thread.author == request.user):
        raise PermissionDenied(Right.ANSWER.refusal)
    writes.settle(thread, stamp(request), is_settled=thread.resolved_at is None)
    return see_other("people:comments", organisation, key, indicator)


def _desk(request: SignedInRequest, organisation: str, key: str, indicator: int) -> Desk:
    """The assessment, for whoever may read it: saying something changes nothing of it."""
    here = laid_out(assessment(request, organisation, key, Right.READ), Hold(0))
    if indicator not in here.edition.numbers:
        raise Http404
    return here


def _thread(here: Desk, indicator: int, key: str) -> Comment:
    found = Comment.objects.filter(assessment=here.assessment, indicator=indicator, key=key, thread=None).first()
    if found is None:
        raise Http404
    return found
