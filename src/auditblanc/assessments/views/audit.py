"""The day of the audit: what to prepare, the screen that the auditor sees, the plan to print.

On the auditor's screen stands what ``domain.showing`` lets, and no way to anything private: no menu, no level, no text of
one's own. A number typed and Enter lead to an indicator, a click to any of its proofs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.applicable import applicable
from auditblanc.assessments.desk import desk
from auditblanc.assessments.papers import paper
from auditblanc.assessments.reads.looks import look
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.domain.pieces import pieces
from auditblanc.domain.showing import Choice, shown
from auditblanc.reports.presentation_plan import presentation_plan as plan_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.domain.evidence import Dossier

_PROOFS = Hold.PROOFS | Hold.PIECES
FOUND = 200


@require_safe
def audit_day(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, _PROOFS)
    numbers = _numbers(here)
    ready = {number for each in shown(here.snapshot.evidence, Choice()) for number in each.indicators}
    states = pieces(here.edition.rules.pieces, here.snapshot.profile).states
    context = {
        "desk": here,
        "audit": here.snapshot.profile.audit,
        "bare": [here.edition.indicator(number) for number in numbers if number not in ready],
        "applicable": len(numbers),
        "missing": [state.piece.label for state in states if not state.is_present],
    }
    return render(request, "assessments/audit_day.html", context)


@require_safe
def audit_mode(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """The list of indicators, or the proofs that hold the words looked for."""
    here = desk(request, organisation, key, _PROOFS)
    choice, query = _choice(request, here)
    found = shown(here.snapshot.evidence, choice)
    counts = {number: sum(number in each.indicators for each in found) for number in _numbers(here)}
    context = _screen(here, choice, query) | {
        "criteria": [
            (
                each,
                [
                    (here.edition.indicator(number), counts[number])
                    for number in counts
                    if here.edition.indicator(number).criterion == each.number
                ],
            )
            for each in here.edition.criteria
        ],
        "found": found[:FOUND] if choice.words or choice.dossier else (),
        "total": len(found),
        "back": f"{request.path}{query}",
    }
    return render(request, "assessments/audit_mode.html", context)


@require_safe
def audit_indicator(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    here = desk(request, organisation, key, _PROOFS)
    numbers = _numbers(here)
    if indicator not in numbers:
        raise Http404("Cet indicateur ne vous concerne pas.")
    choice, query = _choice(request, here)
    place = numbers.index(indicator)
    context = _screen(here, choice, query) | {
        "indicator": here.edition.indicator(indicator),
        "proofs": shown(here.snapshot.evidence, choice, indicator),
        "before": numbers[place - 1] if place else None,
        "after": numbers[place + 1] if place + 1 < len(numbers) else None,
        "place": f"{place + 1} sur {len(numbers)}",
        "back": f"{request.path}{query}",
    }
    return render(request, "assessments/audit_indicator.html", context)


@require_safe
def audit_jump(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """From a number typed to its indicator; from words, to the proofs that hold them."""
    here = desk(request, organisation, key, Hold(0))
    said = request.GET.get("aller", "").strip()
    _, query = _choice(request, here)
    if said.isdecimal() and len(said) < len("9999") and int(said) in _numbers(here):
        return see_other(reverse("assessments:audit_indicator", args=[*here.path, int(said)]) + query)
    asked = {"mots": said} if said else {}
    kept = dict(
        pair.split("=", 1) for pair in query.lstrip("?").split("&") if "=" in pair and not pair.startswith("mots=")
    )
    told = urlencode(kept | asked)
    return see_other(reverse("assessments:audit_mode", args=here.path) + (f"?{told}" if told else ""))


@require_safe
def presentation_plan(request: SignedInRequest, organisation: str, key: str, format: str) -> HttpResponse:  # noqa: A002 -- as in the address
    here, today = desk(request, organisation, key, _PROOFS), localdate()
    made = plan_of(here.snapshot, here.edition, today=today, look=look(here.organisation))
    return paper(request, made, "plan de présentation", here.organisation.name, format)


def _numbers(here: Desk) -> tuple[int, ...]:
    """The indicators that apply, or may: what an auditor can ask for."""
    return tuple(each.indicator for each in applicable(here.snapshot) if each.counts is not False)


def _choice(request: HttpRequest, here: Desk) -> tuple[Choice, str]:
    """What the address asks to be shown, and the address that asks for it again."""
    asked: dict[str, str] = {
        name: value for name in ("mots", "dossier", "sante", "toutes") if (value := request.GET.get(name, "")[:200])
    }
    choice = Choice(
        with_health_data="sante" in asked,
        with_unready="toutes" in asked,
        dossier=next((each for each in _dossiers(here) if _mark(each) == asked.get("dossier")), None),
        words=asked.get("mots", ""),
    )
    return choice, f"?{urlencode(asked)}" if asked else ""


def _dossiers(here: Desk) -> tuple[Dossier, ...]:
    return tuple(sorted({each for proof in here.snapshot.evidence for each in proof.dossiers}))


def _mark(dossier: Dossier) -> str:
    return f"{dossier.kind.value}:{dossier.name}"


def _screen(here: Desk, choice: Choice, query: str) -> dict[str, Any]:
    """What every screen of the auditor has."""
    every = here.snapshot.evidence
    return {
        "desk": here,
        "choice": choice,
        "query": query,
        "dossiers": [(_mark(each), f"{each.kind.label} : {each.name}") for each in _dossiers(here)],
        "chosen": _mark(choice.dossier) if choice.dossier else "",
        "health": 0 if choice.with_health_data else sum(each.has_health_data for each in every),
    }
