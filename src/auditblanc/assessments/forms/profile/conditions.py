"""What decides whether some indicators apply: certification, periods in a company, subcontracting, duration."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditblanc.assessments.forms.fields import OneOf, yes_no
from auditblanc.assessments.forms.profile.answers import PlainForm
from auditblanc.domain.profile import Certifying

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile

_CERTIFYING = (
    (Certifying.RNCP, "Oui, enregistrée au RNCP"),
    (Certifying.RS, "Oui, enregistrée au Répertoire spécifique (RS)"),
    (Certifying.NONE, "Non, aucune"),
)
# One question for two answers: alternance is a period in a company.
_ALTERNANCE, _OTHERWISE, _NONE = "alternance", "autrement", "aucune"
_PERIODS = (
    (_ALTERNANCE, "Oui, en alternance"),
    (_OTHERWISE, "Oui, autrement : stage, action de formation en situation de travail (AFEST)"),
    (_NONE, "Non"),
)
_MEANT = {_ALTERNANCE: (True, True), _OTHERWISE: (False, True), _NONE: (False, False), None: (None, None)}


class CertifyingForm(PlainForm):
    certifying = OneOf(
        label="Vos prestations conduisent-elles à une certification professionnelle ?",
        help_text="RNCP : diplômes, titres professionnels. RS : habilitations, compétences complémentaires. "
        "Une attestation de fin de formation n’est pas une certification.",
        options=_CERTIFYING,
    )


class ShortConditionsForm(PlainForm):
    """Three answers of the short questions; two of the profile's are one question here."""

    work_situation_periods = OneOf(
        label="Vos formations comprennent-elles des périodes en entreprise ?", options=_PERIODS
    )
    subcontracting_or_portage = yes_no(
        label="Faites-vous appel à la sous-traitance ou au portage salarial ?",
        help_text="Vous confiez une partie de vos prestations à d’autres. Intervenir pour un autre organisme est une autre question, posée dans le profil.",
    )
    duration_over_2_days = yes_no(label="Certaines de vos formations durent-elles plus de deux jours ?")

    def start(self, profile: Profile) -> dict[str, Any]:
        return {**super().start(profile), "work_situation_periods": _periods(profile)}

    def applied(self, given: dict[str, Any]) -> Profile:
        profile, periods = self.basis.profile, given.pop("work_situation_periods")
        if periods != _periods(profile):
            alternance, work_situation_periods = _MEANT[periods]
            profile = replace(profile, alternance=alternance, work_situation_periods=work_situation_periods)
        return replace(profile, **given)


class ConditionsForm(PlainForm):
    """All of them, each by itself."""

    certifying = OneOf(
        label="Vos prestations conduisent-elles à une certification professionnelle ?", options=_CERTIFYING
    )
    alternance = yes_no(label="Certaines de vos formations se font-elles en alternance ?")
    work_situation_periods = yes_no(label="Vos formations comprennent-elles des périodes en entreprise ?")
    subcontracting_or_portage = yes_no(label="Faites-vous appel à la sous-traitance ou au portage salarial ?")
    duration_over_2_days = yes_no(label="Certaines de vos formations durent-elles plus de deux jours ?")


def _periods(profile: Profile) -> str | None:
    if profile.alternance:
        return _ALTERNANCE
    if profile.work_situation_periods is None:
        return None
    return _OTHERWISE if profile.work_situation_periods else _NONE
