"""How the page of an indicator, and each save on it, is answered: the parts anew for a script, else the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from auditblanc.assessments.applicable import applicable
from auditblanc.assessments.desk import laid_out
from auditblanc.assessments.examples import nearest
from auditblanc.assessments.people.comments import open_threads
from auditblanc.assessments.reads.phrases import own as own_phrases
from auditblanc.assessments.reads.plan import open_actions
from auditblanc.assessments.reads.proofs import bare, proofs, sampled
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.sheet import NOTHING, Said, of_desk, sheet
from auditblanc.assessments.writes.ratings import Conflict, Saved
from auditblanc.assessments.writes.stamp import Stamp
from auditblanc.domain.effort import Effort
from auditblanc.domain.neighbours import neighbours
from auditblanc.domain.plan import in_order
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from django import forms

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.reads.proofs import Proof
    from auditblanc.assessments.sheet import Sheet

SPLIT, PHRASES = "distinguer", "phrases"


def stamp(request: SignedInRequest, form: forms.Form) -> Stamp:
    """Who saves, now, under the request that the page drew."""
    return Stamp(by=request.user, at=timezone.now(), request_id=form.cleaned_data["request"])


def refused(part: str, form: forms.Form, key: str = "") -> Said:
    """What is wrong with a form, and all that was typed in it."""
    errors = {name: " ".join(map(str, sentences)) for name, sentences in form.errors.items()}
    return Said(part=part, errors=errors, typed=dict(form.data.items()), key=key)


def outcome(request: SignedInRequest, part: str, saved: Saved | Conflict) -> Said:
    """When it was saved, or what stands against what."""
    if isinstance(saved, Conflict):
        return Said(part=part, conflict=saved, is_own=saved.by == request.user)
    return Said(part=part, at=saved.at, version=saved.version, rating=saved.rating)


def page(request: SignedInRequest, desk: Desk, number: int, said: Said = NOTHING) -> HttpResponse:
    """The page of one indicator: of the desk, its ratings alone; its proofs and its actions are asked for besides."""
    laid = of_desk(desk, number)
    found, noted = applicable(desk.snapshot), proofs(desk.assessment, number)
    context = {
        "desk": desk,
        "sheet": laid,
        "said": said,
        "is_split": bool(laid.rating.by_category) or SPLIT in request.GET,
        **_checked(desk.assessment, laid, noted),
        "lacks": laid.lacks([each.evidence for each in noted]),
        "actions": in_order(open_actions(desk.organisation.pk, number)),
        "open_comments": open_threads(desk.assessment, number) if settings.IS_SHARED else 0,
        "phrases": own_phrases(request.user, number) if PHRASES in request.GET else None,
        "around": neighbours(found, desk.snapshot, number),
        "example": None if settings.IS_NEUTRAL else nearest(desk.snapshot.profile, number),
        "levels": Level,
        "efforts": Effort,
    }
    return render(request, "assessments/indicator.html", context, status=said.status)


def reply(
    request: SignedInRequest, row: Assessment, number: int, *, said: Said, parts: tuple[str, ...], words: str
) -> HttpResponse:
    """To a script, ``parts`` as they are now; else the page again, or back to it with ``words``. Without parts, the same."""
    if request.htmx and parts:
        return _parts(request, row, number, said, parts)
    if said.status == HttpResponse.status_code:
        messages.success(request, words)
        return HttpResponseRedirect(
            reverse("assessments:indicator", args=[row.organisation.key, row.key, number]), status=303
        )
    return page(request, laid_out(row, Hold(0)), number, said)


def _parts(request: SignedInRequest, row: Assessment, number: int, said: Said, parts: tuple[str, ...]) -> HttpResponse:
    laid = sheet(row, number, said.rating)
    noted = proofs(row, number) if "proofs" in parts else ()
    known = bare(row, number) if "lacks" in parts else [each.evidence for each in noted]
    context = {
        "sheet": laid,
        "said": said,
        "parts": parts,
        "is_split": bool(laid.rating.by_category),
        **_checked(row, laid, noted),
        "lacks": laid.lacks(known),
        "levels": Level,
        "efforts": Effort,
    }
    return render(request, "assessments/indicator/parts.html", context, status=said.status)


def _checked(row: Assessment, laid: Sheet, noted: tuple[Proof, ...]) -> dict[str, Any]:
    """The proofs of the indicator, with what weakens each, and all of them together."""
    frozen = [each.evidence for each in noted]
    several = sampled(row, frozen)
    return {"proofs": noted, "weak": laid.weak(frozen), "sample": laid.sample(frozen, several_dossiers=several)}
