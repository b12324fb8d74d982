"""What becomes of an indicator when the audited services are delivered for another provider."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.profile import ActingAsSubcontractor
from auditblanc.domain.referential import SubcontractorRule
from auditblanc.domain.verdict import Answer, Verdict

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Indicator

_DROPPED = "l’indicateur ne vise pas les prestations réalisées pour un autre prestataire"
_SILENT = (
    "aucune source ne dit encore ce que devient l’indicateur pour une prestation réalisée pour un autre prestataire"
)
_NOTES = {
    SubcontractorRule.ADAPTED: "Pour un autre prestataire : l’indicateur est adapté à la sous-traitance.",
    SubcontractorRule.MISSION_DEPENDENT: "Pour un autre prestataire : l’indicateur s’applique selon les missions du contrat.",
}
_WITHOUT_CONTRACT = (
    "Pour un autre prestataire sans contrat qui dise vos missions : tous les indicateurs de la catégorie sont vérifiés."
)


def narrowed(verdict: Verdict, indicator: Indicator, profile: Profile) -> Verdict:
    """The verdict once the contract with the principal is taken into account.

    Only a contract drops an indicator: an answer that is missing opens no exception. Nothing is brought back.
    Source: guide de lecture V9, subcontracting boxes.
    """
    if profile.acting_as_subcontractor is not ActingAsSubcontractor.WITH_CONTRACT or verdict.counts is False:
        return verdict
    certainty = indicator.certainty.as_subcontractor
    told = replace(verdict, certainty=certainty, sources=indicator.sources, asks=(), dispute=None)
    match indicator.as_subcontractor.rule:
        case SubcontractorRule.NOT_APPLICABLE:
            return replace(told, answer=Answer.NO, clause=_DROPPED)
        case SubcontractorRule.UNKNOWN:
            return replace(told, answer=Answer.UNKNOWN, clause=_SILENT)
    return verdict


def subcontractor_note(verdict: Verdict, indicator: Indicator, profile: Profile) -> str:
    """What the contract, or its absence, changes in an indicator that may apply; empty when nothing.

    Source: guide de lecture V9, subcontracting boxes.
    """
    rule, acting = indicator.as_subcontractor.rule, profile.acting_as_subcontractor
    if verdict.counts is False or rule is SubcontractorRule.STANDARD:
        return ""
    if acting is ActingAsSubcontractor.WITHOUT_CONTRACT:
        return _WITHOUT_CONTRACT
    if acting is ActingAsSubcontractor.WITH_CONTRACT:
        return indicator.as_subcontractor.note or _NOTES.get(rule, "")
    return ""
