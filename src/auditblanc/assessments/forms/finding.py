"""Gaps from the report of an audit, and the answer to one: cause, plan, proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import DayField, LineField, TextField
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.domain.categories import Gravity
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding, ProfileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GRAVITIES = [(Gravity.MINOR.value, "Mineur"), (Gravity.MAJOR.value, "Majeur")]
# So many rows on a page; more are entered by a second go.
ROWS = 5
_UNKNOWN = "Cet indicateur n’existe pas dans le texte choisi : vérifiez son numéro dans le rapport."


class ReportForm(RequestForm):
    """What a whole report says, and its gaps row by row (``indicator_1``, ``gravity_1``, ``words_1``…)."""

    audit_day = DayField(label="Premier jour de l’audit", required=True)
    received_on = DayField(label="Rapport reçu le")
    edition = forms.ChoiceField(label="Texte sur lequel l’audit portait", help_text="Un écart reste sur ce texte.")
    site = LineField(label="Site")

    def __init__(
        self,
        data: Any = None,
        *,
        editions: Sequence[tuple[str, str]],
        numbers: dict[str, frozenset[int]],
        initial: Any = None,
    ) -> None:
        """``numbers``: the indicators of each edition."""
        super().__init__(data, initial=initial)
        self._numbers = numbers
        self.fields["edition"].choices = editions  # type: ignore[attr-defined]  # a choice field
        for row in range(1, ROWS + 1):
            self.fields[f"indicator_{row}"] = forms.IntegerField(
                label="Indicateur", required=False, min_value=1, max_value=999
            )
            self.fields[f"gravity_{row}"] = forms.ChoiceField(label="Gravité", choices=GRAVITIES, required=False)
            self.fields[f"words_{row}"] = TextField(label="Ce qu’écrit l’auditeur")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        known = self._numbers.get(said.get("edition", ""), frozenset())
        told = [row for row in range(1, ROWS + 1) if said.get(f"indicator_{row}") or said.get(f"words_{row}")]
        for row in told:
            if said.get(f"indicator_{row}") not in known and f"indicator_{row}" not in self.errors:
                self.add_error(f"indicator_{row}", _UNKNOWN)
        if not told and not self.errors:
            raise ValidationError("Entrez au moins un écart : l’indicateur et sa gravité.")
        return said

    def findings(self) -> tuple[AuditFinding, ...]:
        said = self.cleaned_data
        return tuple(
            AuditFinding(
                finding=Finding(
                    indicator=said[f"indicator_{row}"],
                    gravity=Gravity(said[f"gravity_{row}"] or Gravity.MINOR),
                    edition=said["edition"],
                    words=said[f"words_{row}"],
                    received_on=said["received_on"],
                ),
                audit_day=said["audit_day"],
                site=said["site"],
            )
            for row in range(1, ROWS + 1)
            if said[f"indicator_{row}"]
        )

    @property
    def rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        return [
            (row, [self[f"{name}_{row}"] for name in ("indicator", "gravity", "words")]) for row in range(1, ROWS + 1)
        ]


class FindingForm(RequestForm):
    """The answer to a gap, in the shape that certifiers ask: cause, plan, proof."""

    gravity = forms.ChoiceField(label="Gravité", choices=GRAVITIES)
    words = TextField(label="Ce qu’écrit l’auditeur")
    audit_day = DayField(label="Premier jour de l’audit")
    received_on = DayField(label="Reçu le")
    site = LineField(label="Site")
    cause = TextField(label="Cause", help_text="Pourquoi cet écart est apparu, et non ce qui a été fait.")
    plan = TextField(label="Plan", help_text="Ce qui est fait pour y remédier, et pour qu’il ne revienne pas.")
    evidence = forms.MultipleChoiceField(
        label="Preuves de la correction", required=False, widget=forms.CheckboxSelectMultiple
    )
    answered_on = DayField(label="Réponse envoyée le")
    lifted_on = DayField(label="Levé par le certificateur le")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, data: Any = None, *, now: AuditFinding, proofs: Iterable[tuple[str, str]], initial: Any) -> None:
        super().__init__(data, initial=initial)
        self._now = now
        self.fields["evidence"].choices = list(proofs)  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                self.finding()
            except ProfileError as error:
                self.add_error("received_on", str(error))
        return said

    def finding(self) -> AuditFinding:
        said, raised = self.cleaned_data, self._now.finding
        return AuditFinding(
            finding=Finding(
                indicator=raised.indicator,
                gravity=Gravity(said["gravity"]),
                edition=raised.edition,
                words=said["words"],
                received_on=said["received_on"],
            ),
            key=self._now.key,
            evidence=tuple(said["evidence"]),
            **{name: said[name] for name in ("audit_day", "site", "cause", "plan", "answered_on", "lifted_on")},
        )


def initial_of(item: AuditFinding, seen: int) -> dict[str, Any]:
    """What the form shows of a gap."""
    raised = item.finding
    own = {name: getattr(item, name) for name in ("audit_day", "site", "cause", "plan", "answered_on", "lifted_on")}
    return own | {
        "gravity": raised.gravity.value,
        "words": raised.words,
        "received_on": raised.received_on,
        "evidence": list(item.evidence),
        "seen": seen,
    }
