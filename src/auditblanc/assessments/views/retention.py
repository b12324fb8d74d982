"""How long proofs are kept, and the yearly list of those that are past it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.assessments.desk import desk
from auditblanc.assessments.models import Retention
from auditblanc.assessments.reads import register
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.retention import decide
from auditblanc.domain.retention import Kept, expired

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest

_WRONG = "Donnez une durée en mois, de 1 à 600, ou laissez vide."


class RetentionForm(forms.Form):
    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        errors = {"invalid": _WRONG, "min_value": _WRONG, "max_value": _WRONG}
        for kind in Kept:
            self.fields[kind.value] = forms.IntegerField(
                label=kind.label, required=False, min_value=1, max_value=600, error_messages=errors
            )

    @property
    def months(self) -> dict[Kept, int]:
        return {Kept(name): length for name, length in self.cleaned_data.items() if length}


@require_http_methods(["GET", "HEAD", "POST"])
def retention(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold(0))
    rules = dict(Retention.objects.filter(organisation=here.organisation).values_list("kind", "months"))
    form = RetentionForm(request.POST or None, initial=rules)
    if form.is_valid():
        decide(here.organisation.pk, form.months, stamp(request))
        messages.success(request, "Durées de conservation enregistrées.")
        return see_other("assessments:retention", organisation, key)
    past = expired(
        register.proofs(here.organisation.pk), {Kept(kind): months for kind, months in rules.items()}, localdate()
    )
    context = {"desk": here, "form": form, "past": past}
    return render(request, "assessments/retention.html", context, status=422 if form.is_bound else 200)
