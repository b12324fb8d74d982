"""What the last audit left: its date, the indicators it skipped, its gaps one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import DayField, LineField, TextField
from auditblanc.assessments.forms.profile.answers import AnswersForm
from auditblanc.assessments.forms.profile.several import ItemForm, Items
from auditblanc.domain.categories import Gravity
from auditblanc.domain.profile import Finding, LastAudit
from auditblanc.interchange.workbook import typed
from auditblanc.interchange.workbook.words import DoubtError

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile


class LastAuditForm(AnswersForm):
    blamed = "held_on"

    audited = forms.BooleanField(label="J’ai déjà eu un audit Qualiopi", required=False)
    held_on = DayField(label="Date du dernier audit")
    skipped = LineField(
        label="Indicateurs qui n’y ont pas été audités",
        help_text="Après un audit initial allégé, leurs numéros : 3 ; 13 ; 14.",
    )

    def start(self, profile: Profile) -> dict[str, Any]:
        found = profile.last_audit
        if found is None:
            return {}
        return {"audited": True, "held_on": found.held_on, "skipped": " ; ".join(map(str, found.skipped))}

    def clean_skipped(self) -> tuple[int, ...]:
        said: str = self.cleaned_data["skipped"]
        try:
            return typed.numbers(said)
        except DoubtError as error:
            raise ValidationError(f"« {said} » {error}.") from error

    def applied(self, given: dict[str, Any]) -> Profile:
        profile = self.basis.profile
        findings = profile.last_audit.findings if profile.last_audit else ()
        if not (any(given.values()) or findings):
            return replace(profile, last_audit=None)
        told = LastAudit(held_on=given["held_on"], skipped=given["skipped"], findings=findings)
        return replace(profile, last_audit=told)


class FindingForm(ItemForm):
    blamed = "indicator"

    indicator = forms.IntegerField(label="Indicateur", min_value=1, max_value=999)
    gravity = forms.ChoiceField(
        label="Gravité",
        choices=[(each.value, each.label.capitalize()) for each in Gravity],
        widget=forms.RadioSelect,
    )
    edition = forms.ChoiceField(
        label="Texte sur lequel il a été relevé",
        required=False,
        help_text="L’écart reste sur ce texte, même si l’évaluation en change.",
    )
    words = TextField(label="Ce qu’écrit l’auditeur")
    received_on = DayField(label="Reçu le")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = [(heading.id, heading.title) for heading in self.basis.catalogue.headings]
        held = self.initial.get("edition", "")
        unknown = [(held, held)] if held and held not in self.basis.catalogue.ids else []
        edition = self.fields["edition"]
        if isinstance(edition, forms.ChoiceField):
            edition.choices = [("", "Je ne sais pas"), *known, *unknown]

    @classmethod
    def told(cls, item: Finding) -> dict[str, Any]:
        return {name: getattr(item, name) for name in cls.base_fields}

    @property
    def title(self) -> str:
        return f"Indicateur {self.initial.get('indicator')}"

    def built(self, given: dict[str, Any]) -> Finding:
        return Finding(**{**given, "gravity": Gravity(given["gravity"])})


class FindingsForm(Items):
    form = FindingForm
    removal = "Retirer cet écart"

    def held(self, profile: Profile) -> tuple[Finding, ...]:
        return profile.last_audit.findings if profile.last_audit else ()

    def applied(self, items: tuple[Finding, ...]) -> Profile:
        profile = self.basis.profile
        last = profile.last_audit or (LastAudit() if items else None)
        return replace(profile, last_audit=replace(last, findings=items) if last else None)
