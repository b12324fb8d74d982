"""An action of the plan; one change for many; what narrows the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import DayField, LineField, TextField
from auditblanc.assessments.forms.register import NumbersField
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.domain.action import Action, ActionState, Origin, Priority
from auditblanc.domain.effort import Effort

if TYPE_CHECKING:
    from datetime import date

STATES = [(each.value, each.label) for each in ActionState]
PRIORITIES = [(each.value, each.label) for each in Priority]
_EFFORTS = [("", "Non estimé"), *((each.value, each.label) for each in Effort)]
RHYTHMS = [
    ("", "Ne revient pas"),
    ("1", "Tous les mois"),
    ("3", "Tous les trois mois"),
    ("6", "Tous les six mois"),
    ("12", "Tous les ans"),
    ("24", "Tous les deux ans"),
    ("36", "Tous les trois ans"),
]
_EFFECTS = [("", "Pas encore vérifié"), ("oui", "Oui"), ("non", "Non")]
_NO_GAP = "L’écart auquel cette action répond n’est plus là : partez de la liste des écarts, ou du plan d’actions."
NOT_A_MEMBER = "Cette action ne peut pas être confiée à cette personne : choisissez-en une autre dans la liste."
_NOTHING = {"required": "Écrivez ce qu’il y a à faire, en une phrase."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What may be chosen for an action.

    ``numbers``: of indicators. ``proofs``: (key, title) of those that may close it. ``gaps``: keys of those that it may answer.
    ``people``: (key, name) of those whose it may be to do; none: nobody is asked for. ``may_give``: nobody of them is an answer too.
    """

    numbers: Iterable[int]
    proofs: Sequence[tuple[str, str]]
    gaps: Iterable[str]
    people: Sequence[tuple[str, str]] = ()
    may_give: bool = True


class ActionForm(RequestForm):
    what = LineField(label="Ce qu’il y a à faire", required=True, error_messages=_NOTHING)
    indicators = NumbersField(
        label="Indicateurs",
        help_text="Leurs numéros, par exemple « 5, 12 ».",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    owner = LineField(
        label="Qui s’en charge", widget=forms.TextInput(attrs={"list": "personnes", "autocomplete": "off"})
    )
    person = forms.ChoiceField(
        label="À qui elle est confiée",
        required=False,
        help_text="Un membre de l’organisme : il la retrouve dans « Mon travail ».",
        error_messages={"invalid_choice": NOT_A_MEMBER, "required": NOT_A_MEMBER},
    )
    due = DayField(label="Échéance")
    priority = forms.ChoiceField(label="Priorité", choices=PRIORITIES)
    effort = forms.ChoiceField(label="Temps estimé", choices=_EFFORTS, required=False)
    cause = TextField(label="Cause", help_text="Pourquoi cela manque-t-il ? Ce qui évitera que cela revienne.")
    every_months = forms.TypedChoiceField(
        label="Revient",
        choices=RHYTHMS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Une fois faite, elle revient à la date suivante et demande une preuve récente.",
    )
    state = forms.ChoiceField(label="Où elle en est", choices=STATES, widget=forms.RadioSelect)
    done_on = DayField(label="Faite le", help_text="Vide : aujourd’hui, si elle est faite.")
    closing_evidence = forms.ChoiceField(label="Preuve qui la clôt", required=False)
    check_on = DayField(label="Vérifier son effet le")
    effect = forms.ChoiceField(label="A-t-elle eu de l’effet ?", choices=_EFFECTS, required=False)
    check_note = TextField(label="Ce qui a été constaté")
    origin = forms.ChoiceField(choices=[(each.value, each.label) for each in Origin], widget=forms.HiddenInput)
    finding = forms.SlugField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, data: Any = None, *, offered: Offered, today: date, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._people = dict(offered.people)
        self._ask_for_person(offered)
        self._today = today
        self._gaps = frozenset(offered.gaps)
        self.fields["indicators"].known = frozenset(offered.numbers)  # type: ignore[attr-defined]  # a field of numbers
        self.fields["closing_evidence"].choices = [("", "Aucune"), *offered.proofs]  # type: ignore[attr-defined]  # a choice field
        rhythm = (initial or {}).get("every_months")
        if rhythm and str(rhythm) not in dict(RHYTHMS):
            self.fields["every_months"].choices = [*RHYTHMS, (str(rhythm), f"Tous les {rhythm} mois")]  # type: ignore[attr-defined]

    def _ask_for_person(self, offered: Offered) -> None:
        if not offered.people:
            del self.fields["person"]
            return
        nobody = [("", "Personne qui ait un compte")] if offered.may_give else []
        self.fields["person"].choices = [*nobody, *offered.people]  # type: ignore[attr-defined]  # a choice field
        self.fields["person"].required = not offered.may_give
        self.fields["owner"].help_text = "Le nom d’une personne sans compte ; celui du membre choisi prend sa place."

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("finding") and said["finding"] not in self._gaps:
            raise ValidationError(_NO_GAP)
        return said

    def action(self) -> Action:
        said = self.cleaned_data
        state = ActionState(said["state"])
        plain = ("what", "indicators", "due", "cause", "closing_evidence", "check_on", "check_note")
        name = self._people.get(said.get("person", ""), "")
        return Action(
            **{name: said[name] for name in (*plain, "every_months", "finding")},
            owner=name or said["owner"],
            priority=Priority(said["priority"]),
            effort=Effort(said["effort"]) if said["effort"] else None,
            state=state,
            done_on=(said["done_on"] or self._today) if state is ActionState.DONE else None,
            is_effective={"oui": True, "non": False}.get(said["effect"]),
            origin=Origin(said["origin"]),
        )


def initial_of(item: Action, seen: int, person: str = "") -> dict[str, Any]:
    """What the form shows of an action."""
    said = {name: getattr(item, name) for name in ActionForm.base_fields if hasattr(item, name)}
    effect = {True: "oui", False: "non", None: ""}[item.is_effective]
    numbers = ", ".join(map(str, item.indicators))
    return said | {"indicators": numbers, "effort": item.effort or "", "effect": effect, "seen": seen, "person": person}


class ManyActionsForm(RequestForm):
    """One change for the actions that are ticked: what is left blank is left as it is."""

    chosen = forms.MultipleChoiceField(
        label="Actions cochées", error_messages={"required": "Cochez au moins une action dans la liste."}
    )
    state = forms.ChoiceField(choices=[("", "Laisser tel quel"), *STATES], required=False)
    priority = forms.ChoiceField(choices=[("", "Laisser telle quelle"), *PRIORITIES], required=False)
    owner = LineField(label="Qui s’en charge")
    person = forms.ChoiceField(
        label="À qui elles sont confiées", required=False, error_messages={"invalid_choice": NOT_A_MEMBER}
    )
    due = DayField(label="Échéance")

    def __init__(self, data: Any, *, people: Sequence[tuple[str, str]], today: date) -> None:
        """``people``: (key, name) of the members whose they may be to do."""
        super().__init__(data)
        self._today = today
        self._people = dict(people)
        self.fields["person"].choices = [("", "Laisser telle quelle"), *people]  # type: ignore[attr-defined]  # a choice field
        self.fields["chosen"].choices = [(key, key) for key in data.getlist("chosen")]  # type: ignore[attr-defined]  # looked up later

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(said.get(name) for name in ("state", "priority", "owner", "person", "due")):
            raise ValidationError("Dites ce qui change pour les actions cochées : un état, une échéance, une personne…")
        return said

    def changed(self, item: Action) -> Action:
        said = self.cleaned_data
        state = ActionState(said["state"]) if said["state"] else item.state
        return replace(
            item,
            state=state,
            done_on=(item.done_on or self._today) if state is ActionState.DONE else None,
            priority=Priority(said["priority"]) if said["priority"] else item.priority,
            owner=self._people.get(said["person"], "") or said["owner"] or item.owner,
            due=said["due"] or item.due,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What narrows the plan; nothing said narrows nothing."""

    owner: str = ""
    state: ActionState | None = None
    indicator: int | None = None
    priority: Priority | None = None
    late: bool = False

    def keeps(self, action: Action, *, is_late: bool) -> bool:
        return (
            self.owner in ("", action.owner)
            and self.state in (None, action.state)
            and (self.indicator is None or self.indicator in action.indicators)
            and self.priority in (None, action.priority)
            and (is_late or not self.late)
        )


class Narrowing(forms.Form):
    """A part of the address: what it does not understand narrows nothing."""

    personne = LineField()
    etat = forms.ChoiceField(choices=STATES, required=False)
    indicateur = forms.IntegerField(required=False, min_value=1)
    priorite = forms.ChoiceField(choices=PRIORITIES, required=False)
    retard = forms.BooleanField(required=False)

    def wanted(self) -> Wanted:
        self.is_valid()
        asked: dict[str, Any] = self.cleaned_data
        return Wanted(
            owner=asked.get("personne", ""),
            state=ActionState(asked["etat"]) if asked.get("etat") else None,
            indicator=asked.get("indicateur"),
            priority=Priority(asked["priorite"]) if asked.get("priorite") else None,
            late=asked.get("retard", False),
        )
