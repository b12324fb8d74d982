"""The four categories of action of article L. 6313-1 of the Code du travail, and the questions that rules ask of a provider."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """A category of action. The value is the profession's abbreviation, used in files and on the command line."""

    TRAINING = "AF"
    SKILLS_ASSESSMENT = "BC"
    PRIOR_LEARNING_VALIDATION = "VAE"
    APPRENTICESHIP = "CFA"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def in_sentence(self) -> str:
        """The category with its article, within a sentence."""
        return _IN_SENTENCE[self]


_LABELS = {
    Category.TRAINING: "Actions de formation",
    Category.SKILLS_ASSESSMENT: "Bilans de compétences",
    Category.PRIOR_LEARNING_VALIDATION: "Validation des acquis de l’expérience",
    Category.APPRENTICESHIP: "Actions de formation par apprentissage",
}
_IN_SENTENCE = {
    Category.TRAINING: "les actions de formation",
    Category.SKILLS_ASSESSMENT: "les bilans de compétences",
    Category.PRIOR_LEARNING_VALIDATION: "la validation des acquis de l’expérience",
    Category.APPRENTICESHIP: "l’apprentissage",
}


class Condition(StrEnum):
    """A question whose answer decides whether an indicator bites. Source of the keys: guide de lecture V9."""

    CERTIFYING = "certifying"
    ALTERNANCE = "alternance"
    WORK_SITUATION_PERIODS = "work_situation_periods"
    SUBCONTRACTING_OR_PORTAGE = "subcontracting_or_portage"
    DURATION_OVER_2_DAYS = "duration_over_2_days"


class AuditKind(StrEnum):
    """Which audit is prepared. Source: arrêté du 6 juin 2019, articles 1 and 2."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RENEWAL = "renewal"

    @property
    def label(self) -> str:
        return {
            "initial": "audit initial",
            "surveillance": "audit de surveillance",
            "renewal": "audit de renouvellement",
        }[self.value]


class Gravity(StrEnum):
    """How an auditor qualifies a gap. Source: arrêté du 6 juin 2019, article 5."""

    MINOR = "minor"
    MAJOR = "major"

    @property
    def label(self) -> str:
        return {"minor": "mineure", "major": "majeure"}[self.value]

    @property
    def of_a_gap(self) -> str:
        """As one says « un écart majeur »."""
        return {"minor": "mineur", "major": "majeur"}[self.value]
