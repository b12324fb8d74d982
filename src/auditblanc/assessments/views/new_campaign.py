"""A new campaign: what it begins and for whom, then what would be done, then the write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.writing import writing
from auditblanc.assessments import editions
from auditblanc.assessments.background import later
from auditblanc.assessments.forms.campaign import SHOWN, CampaignForm, selection
from auditblanc.assessments.models import Start
from auditblanc.assessments.pushing import push_campaign
from auditblanc.assessments.reads import campaign as reads
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.campaign import OtherCampaignError, Terms, launch
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.starting_point import lent

if TYPE_CHECKING:
    from django.http import HttpResponse, QueryDict

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import Assessment, Campaign

_SHOWN_NAMES = 100


@require_http_methods(["GET", "HEAD", "POST"])
def new_campaign(request: SignedInRequest) -> HttpResponse:
    said = request.POST if request.method == "POST" else request.GET
    step = request.POST.get("etape", "")
    form = CampaignForm(said if step in ("voir", "lancer") else None, _lenders(request, said), initial=said.dict())
    if not form.is_valid():
        return _asked(request, said, form, 422 if form.is_bound else 200)
    terms = _terms(form)
    found = reads.chosen(request.user, selection(said), timezone.now())
    known = editions.catalogue()
    plan = reads.planned(request.user, found, name=terms.name, start=terms.start, edition=terms.edition, known=known)
    # What was shown is what is done: where other organisations are meant by now, they are shown first.
    if step == "lancer" and said.get("mark") == plan.mark:
        try:
            made = _launched(request, terms, plan)
        except OtherCampaignError:
            form.add_error("name", _OTHER)
            return _asked(request, said, form, 422)
        messages.success(
            request, f"La campagne « {made.name} » est lancée : vous pouvez fermer cette page, elle continue."
        )
        return see_other("assessments:campaign", made.key)
    context = {
        "form": form,
        "terms": terms,
        "edition": known.edition(terms.edition),
        "plan": plan,
        "names": [name for _, name in plan.begun[:_SHOWN_NAMES]],
        "left_out": [(reason.label, name) for reason, name in plan.left_out[:_SHOWN_NAMES]],
        "said": _carried(said),
        "has_changed": step == "lancer",
    }
    return render(request, "assessments/confirm_campaign.html", context)


_OTHER = "Vous avez déjà une campagne de ce nom, qui ne commence pas la même chose : donnez un autre nom à celle-ci."


def _launched(request: SignedInRequest, terms: Terms, plan: reads.Planned) -> Campaign:
    """What waits is written with the task that will begin it. Raises: OtherCampaignError."""
    with writing():
        made = launch(request.user, terms, [pk for pk, _ in plan.begun], stamp(request))
        later(push_campaign, made.pk)
    return made


def _asked(request: SignedInRequest, said: QueryDict, form: CampaignForm, status: int) -> HttpResponse:
    chosen = selection(said)
    context = {
        "form": form,
        "count": reads.chosen(request.user, chosen, timezone.now()).count(),
        "said": [(name, value) for name, value in _carried(said) if name not in form.fields and name != "modele"],
        "words": said.get("modele", ""),
    }
    return render(request, "assessments/new_campaign.html", context, status=status)


def _lenders(request: SignedInRequest, said: QueryDict) -> list[Assessment]:
    """Those that the words find, and the one that is chosen already."""
    found = list(reads.lenders(request.user, said.get("modele", ""))[:SHOWN])
    key = said.get("template", "")
    if key and key not in {each.key for each in found}:
        found += reads.lenders(request.user, "").filter(key=key)
    known = editions.catalogue()
    return [each for each in found if each.edition in known.ids]


def _terms(form: CampaignForm) -> Terms:
    known = editions.catalogue()
    lender = form.lender
    with_actions = form.cleaned_data["with_actions"]
    referential = known.referential(lender.edition) if lender else "rnq"
    return Terms(
        name=form.cleaned_data["name"],
        audit=form.audit,
        edition=choose(known, form.audit.first_day or localdate(), referential=referential).edition,
        start=Start(form.cleaned_data["start"]),
        template=lent(snapshot(lender, Hold.PLAN if with_actions else Hold(0))) if lender else None,
        template_name=_named(lender, with_actions=with_actions) if lender else "",
    )


def _named(lender: Assessment, *, with_actions: bool) -> str:
    what = "textes et actions" if with_actions else "textes"
    return f"{lender.organisation.name}, {lender} ({what})"


def _carried(said: QueryDict) -> list[tuple[str, str]]:
    """What the next page is to say again."""
    left = {"csrfmiddlewaretoken", "etape", "mark", "page"}
    return [(name, value) for name, values in said.lists() if name not in left for value in values]
