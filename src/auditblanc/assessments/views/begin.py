"""Begin: for which organisation, and by which way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.accounts.writes import found_organisation
from auditblanc.assessments import editions
from auditblanc.assessments.forms.begin import NEW, BeginForm
from auditblanc.assessments.forms.portfolio import Narrowing
from auditblanc.assessments.reads.own import own_page, shelves_of
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.assessments.writes.create import begin as begin_assessment
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.profile import Profile, Provider
from auditblanc.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: SignedInRequest) -> HttpResponse:
    wanted, chosen = Narrowing(request.GET).wanted(), request.POST.get("organisation", "")
    own = own_page(request.user, wanted.words, wanted.page, "" if chosen == NEW else chosen)
    form = BeginForm(request.POST if request.method == "POST" else None, own.organisations)
    if form.is_valid():
        now = stamp(request)
        organisation = form.chosen or found_organisation(name=form.cleaned_data["name"], by=request.user, at=now.at)
        if request.POST.get("way") == "file":
            return see_other("assessments:import_file", organisation.key)
        edition = editions.catalogue().edition(choose(editions.catalogue(), localdate()).edition)
        blank = Snapshot(edition=edition.id, profile=Profile(provider=Provider(name=organisation.name)))
        made = begin_assessment(organisation, snapshot=blank, numbers=edition.numbers, stamp=now)
        return see_other("assessments:questions", organisation.key, made.key, 1)
    context = {
        "form": form,
        "own": own,
        "words": wanted.words,
        "around": pages_around(request.GET, own.page, own.pages, ("Page précédente", "Page suivante")),
        "shelves": shelves_of(own.organisations),
        "titles": {heading.id: heading.title for heading in editions.catalogue().headings},
    }
    return render(request, "assessments/begin.html", context, status=422 if form.is_bound else 200)
