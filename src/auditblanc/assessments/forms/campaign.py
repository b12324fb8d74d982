"""What a campaign begins, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import DayField, LineField, OneOf
from auditblanc.assessments.forms.portfolio import Narrowing
from auditblanc.assessments.models import Start
from auditblanc.assessments.reads.campaign import STILL, Selection, Where
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.profile import Audit, ProfileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

    from auditblanc.assessments.models import Assessment

_NAME_LIMIT = 200
_TICKED_LIMIT = 500
# How many assessments are shown to choose a template from: others are found by their words.
SHOWN = 8
NO_TEMPLATE = ""
DAYS = (7, 14, 30, 60, 90)


class CampaignForm(forms.Form):
    name = LineField(
        label="Nom de la campagne",
        help_text="Ce sera le titre de chaque évaluation : « Surveillance 2027 », « Point d’étape du printemps ».",
        required=True,
        error_messages={"required": "Donnez un nom à cette campagne."},
    )
    kind = OneOf(
        label="Quel audit préparent-elles ?",
        options=[(kind, kind.label.capitalize()) for kind in AuditKind],
        required=False,
    )
    first_day = DayField(
        label="Premier jour de l’audit",
        help_text="S’il est le même pour tous. Il choisit le texte ; sans date, celui d’aujourd’hui.",
    )
    start = forms.ChoiceField(
        label="Réponses de départ",
        choices=Start.choices,
        widget=forms.RadioSelect,
        initial=Start.BLANK,
        error_messages={"required": "Choisissez une des réponses.", "invalid_choice": "Choisissez une des réponses."},
    )
    template = forms.ChoiceField(
        label="Modèle",
        help_text="Ses textes vont dans les cases vides, jamais par-dessus ce qui est écrit. Aucun niveau n’est repris : chacun évalue le sien.",
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Choisissez une évaluation de cette liste."},
    )
    with_actions = forms.BooleanField(label="Avec les actions encore ouvertes du modèle", required=False)

    def __init__(self, data: Any, lenders: Iterable[Assessment], **options: Any) -> None:
        super().__init__(data, **options)
        self.lenders = {each.key: each for each in lenders}
        field = self.fields["template"]
        if isinstance(field, forms.ChoiceField):
            named = [(key, f"{each.organisation.name}, {each}") for key, each in self.lenders.items()]
            field.choices = [(NO_TEMPLATE, "Aucun"), *named]

    @property
    def lender(self) -> Assessment | None:
        return self.lenders.get(self.cleaned_data["template"])

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if len(name) > _NAME_LIMIT:
            raise ValidationError(f"Ce nom dépasse {_NAME_LIMIT} caractères : raccourcissez-le.")
        return name

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        try:
            self.audit = Audit(kind=given.get("kind"), first_day=given.get("first_day"))
        except ProfileError as error:
            raise ValidationError({"first_day": str(error)}) from error
        return given


def selection(said: QueryDict) -> Selection:
    """Whom a page was asked for: ticked, found by the filters, or those that have nothing yet."""
    match said.get("choix"):
        case "filtre":
            return Selection(wanted=Narrowing(said).wanted())
        case "sans":
            return Selection(is_bare=True)
        case _:
            return Selection(keys=tuple(dict.fromkeys(said.getlist("o")))[:_TICKED_LIMIT])


class FollowForm(forms.Form):
    """A part of the address: what it does not understand narrows nothing."""

    ou = forms.ChoiceField(choices=[(each.value, each.value) for each in Where], required=False)
    jours = forms.TypedChoiceField(choices=[(each, each) for each in DAYS], coerce=int, required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def said(self) -> tuple[Where, int, int]:
        """Where, since how many days, which page."""
        self.is_valid()
        asked = self.cleaned_data
        return Where(asked.get("ou") or ""), asked.get("jours") or STILL, asked.get("page") or 1
