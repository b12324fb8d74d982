"""What narrows the register, what a proof says, and what many of them are given at once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import DayField, LineField, TextField
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.reads.register_list import Lack, Sort, Wanted
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, EvidenceState
from auditblanc.domain.snapshot_error import SnapshotError

if TYPE_CHECKING:
    from collections.abc import Iterable

STATES = [(state.value, state.label) for state in EvidenceState]
RENEWALS = [
    ("", "Aucun : elle peut être ancienne et valable"),
    ("1", "Tous les mois"),
    ("3", "Tous les trois mois"),
    ("6", "Tous les six mois"),
    ("12", "Tous les ans"),
    ("24", "Tous les deux ans"),
    ("36", "Tous les trois ans"),
]
_NUMBERS = re.compile(r"\d+")
_NO_TITLE = {"required": "Donnez un titre à cette preuve, par exemple le nom du document."}


class Narrowing(forms.Form):
    """A part of the address: what it does not understand narrows nothing."""

    mots = LineField()
    etat = forms.ChoiceField(choices=STATES, required=False)
    indicateur = forms.IntegerField(required=False, min_value=1, max_value=999)
    dossier = forms.SlugField(required=False)
    detenteur = LineField()
    site = LineField()
    manque = forms.ChoiceField(choices=[(each.value, each.label) for each in Lack], required=False)
    tri = forms.ChoiceField(choices=[(each.value, each.label) for each in Sort], required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def wanted(self) -> Wanted:
        self.is_valid()
        asked: dict[str, Any] = self.cleaned_data
        return Wanted(
            words=asked.get("mots", ""),
            state=EvidenceState(asked["etat"]) if asked.get("etat") else None,
            indicator=asked.get("indicateur"),
            dossier=asked.get("dossier", ""),
            holder=asked.get("detenteur", ""),
            site=asked.get("site", ""),
            lack=Lack(asked["manque"]) if asked.get("manque") else None,
            sort=Sort(asked.get("tri") or Sort.NOTED),
            page=asked.get("page") or 1,
        )


class NumbersField(LineField):
    """Numbers of indicators, as people list them: « 1, 5 et 12 ». ``known``: those that there are."""

    known: frozenset[int] = frozenset()

    def clean(self, value: Any) -> tuple[int, ...]:
        said = super().clean(value)
        found = sorted({int(number) for number in _NUMBERS.findall(said) if len(number) <= len("999")})
        if _NUMBERS.sub("", said).strip(" ,;.et") or not self.known.issuperset(found):
            raise ValidationError(
                f"Écrivez des numéros d’indicateur de 1 à {max(self.known, default=1)}, par exemple « 5, 12 »."
            )
        return tuple(found)


class EvidenceForm(RequestForm):
    """All that a proof says, its files apart. Dossiers are told one a line."""

    title = LineField(
        label="Titre", required=True, error_messages=_NO_TITLE, help_text="Le nom du document, par exemple."
    )
    shows = LineField(label="Ce qu’elle montre", help_text="En une phrase : ce que l’auditeur doit y voir.")
    indicators = NumbersField(
        label="Indicateurs",
        help_text="Leurs numéros, par exemple « 5, 12 ». Vide : elle reste à rattacher.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    state = forms.ChoiceField(label="Où elle en est", choices=STATES, widget=forms.RadioSelect)
    content_date = DayField(label="Date de son contenu", help_text="Celle du document, non celle du dépôt.")
    covers_from = DayField(label="Période couverte, du")
    covers_to = DayField(label="au")
    renewal_months = forms.TypedChoiceField(
        label="Rythme de renouvellement", choices=RENEWALS, coerce=int, empty_value=None, required=False
    )
    place = LineField(
        label="Où la trouver", help_text="Un dossier, une adresse https://, ou le classeur où elle est rangée."
    )
    holder = LineField(label="Qui la détient")
    site = LineField(label="Site")
    sessions = TextField(label="Sessions", help_text="Une par ligne.")
    learners = TextField(label="Bénéficiaires", help_text="Un par ligne.")
    trainers = TextField(label="Formateurs", help_text="Un par ligne.")
    has_personal_data = forms.BooleanField(label="Elle contient des données personnelles", required=False)
    has_health_data = forms.BooleanField(
        label="Elle contient des données de santé (laissées de côté dans les dossiers et les rapports)", required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, data: Any = None, *, numbers: Iterable[int], initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["indicators"].known = frozenset(numbers)  # type: ignore[attr-defined]  # a field of numbers
        for name in ("sessions", "learners", "trainers"):
            self.fields[name].widget.attrs["rows"] = 2
        chosen = (initial or {}).get("renewal_months")
        if chosen and str(chosen) not in dict(RENEWALS):
            self.fields["renewal_months"].choices = [*RENEWALS, (str(chosen), f"Tous les {chosen} mois")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What fields say together must be a proof."""
        said: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                self.evidence()
            except SnapshotError as error:
                self.add_error("covers_to", str(error))
        return said

    def evidence(self) -> Evidence:
        said = self.cleaned_data
        plain = ("title", "shows", "indicators", "content_date", "covers_from", "covers_to", "renewal_months", "place")
        more = ("holder", "site", "has_personal_data", "has_health_data")
        return Evidence(
            **{name: said[name] for name in (*plain, *more)},
            state=EvidenceState(said["state"]),
            dossiers=tuple(sorted(set(_dossiers(said)))),
        )


def _dossiers(said: dict[str, Any]) -> Iterable[Dossier]:
    kinds = {"sessions": DossierKind.SESSION, "learners": DossierKind.LEARNER, "trainers": DossierKind.TRAINER}
    for name, kind in kinds.items():
        for line in said[name].splitlines():
            if line.strip():
                yield Dossier(kind=kind, name=" ".join(line.split())[:500])


def initial_of(item: Evidence, seen: int) -> dict[str, Any]:
    """What the form shows of a proof."""
    names = {kind: "\n".join(each.name for each in item.dossiers if each.kind is kind) for kind in DossierKind}
    said = {name: getattr(item, name) for name in EvidenceForm.base_fields if hasattr(item, name)}
    return said | {
        "indicators": ", ".join(map(str, item.indicators)),
        "state": item.state.value,
        "sessions": names[DossierKind.SESSION],
        "learners": names[DossierKind.LEARNER],
        "trainers": names[DossierKind.TRAINER],
        "seen": seen,
    }


class ManyForm(RequestForm):
    """One change for the proofs that are ticked: what is left blank is left as it is."""

    chosen = forms.MultipleChoiceField(
        label="Preuves cochées", error_messages={"required": "Cochez au moins une preuve dans la liste."}
    )
    state = forms.ChoiceField(choices=[("", "Laisser tel quel"), *STATES], required=False)
    add = NumbersField(label="Ajouter aux indicateurs")
    content_date = DayField(label="Date du contenu")
    holder = LineField()
    session = LineField()
    remove = forms.BooleanField(required=False)

    def __init__(self, data: Any, *, numbers: Iterable[int]) -> None:
        super().__init__(data)
        self.fields["add"].known = frozenset(numbers)  # type: ignore[attr-defined]  # a field of numbers
        given = data.getlist("chosen")
        self.fields["chosen"].choices = [(key, key) for key in given]  # type: ignore[attr-defined]  # looked up later

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        asked = ("state", "add", "content_date", "holder", "session", "remove")
        if not self.errors and not any(said.get(name) for name in asked):
            raise ValidationError("Dites ce qui change pour les preuves cochées : un état, un indicateur, une date…")
        return said

    def changed(self, item: Evidence) -> Evidence:
        said = self.cleaned_data
        session = (Dossier(kind=DossierKind.SESSION, name=said["session"]),) if said["session"] else ()
        return replace(
            item,
            state=EvidenceState(said["state"]) if said["state"] else item.state,
            indicators=tuple(sorted({*item.indicators, *said["add"]})),
            content_date=said["content_date"] or item.content_date,
            holder=said["holder"] or item.holder,
            dossiers=tuple(sorted({*item.dossiers, *session})),
        )
