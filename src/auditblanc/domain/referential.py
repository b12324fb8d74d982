"""An edition of a referential: decree × reading guide × audit order, as frozen data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditblanc.domain.categories import Category, Condition
from auditblanc.domain.dates import in_french
from auditblanc.domain.effort import Effort
from auditblanc.domain.rulebook import Certainty, Rulebook
from auditblanc.domain.text import require_line

# Beside every sentence of the text that is told with our words.
REWORDED_MENTION = "Reformulation d’Auditblanc"

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")


class NewEntrantRegime(StrEnum):
    """What an initial audit checks for a new entrant. Source: FAQ of the ministry, 7.2; order of 6 June 2019, article 1."""

    FULL = "full"
    PROCESS_ONLY = "process_only"
    UNKNOWN = "unknown"


class SurveillanceMinimum(StrEnum):
    """Whether the surveillance audit must look at an indicator. Source: order of 6 June 2019, article 2; FAQ, 5."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class SubcontractorRule(StrEnum):
    """What becomes of an indicator for services delivered for another provider. Source: guide de lecture V9."""

    STANDARD = "standard"
    NOT_APPLICABLE = "not_applicable"
    ADAPTED = "adapted"
    MISSION_DEPENDENT = "mission_dependent"
    UNKNOWN = "unknown"


class ChangeKind(StrEnum):
    """What an edition changed in an indicator, against the edition it is based on.

    A rating still holds after ``FORM``, ``CLARIFIED`` and ``SOFTENED``; ``SUBSTANCE`` asks to look at it again.
    """

    NONE = "none"
    FORM = "form"
    CLARIFIED = "clarified"
    SOFTENED = "softened"
    SUBSTANCE = "substance"
    NEW = "new"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        return {
            "none": "inchangé",
            "form": "changement de forme",
            "clarified": "précisé",
            "softened": "assoupli",
            "substance": "changé sur le fond",
            "new": "nouveau",
            "removed": "supprimé",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was read. ``url`` is a public address, empty when there is none to give."""

    key: str
    label: str
    url: str = ""
    state: str = "lu dans une transcription, non vérifié à la source officielle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Who compared the official wording with its source, when, and at which web address."""

    by: str
    on: date
    url: str

    def __post_init__(self) -> None:
        require_line(by=self.by, url=self.url)
        if not self.by:
            raise ValueError("Le nom de la personne qui a vérifié le texte manque : donnez-le.")
        if not _WEB_ADDRESS.fullmatch(self.url):
            raise ValueError(
                f"L’adresse « {self.url} » n’est pas celle d’une page : elle doit commencer par https:// ou http://."
            )

    @property
    def sentence(self) -> str:
        return f"Vérifié par {self.by} le {in_french(self.on)}, d’après {self.url}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One sentence of the text, in the three wordings it may have.

    ``official`` is verbatim and empty until a person pastes it; ``form`` is the founding form's, to the letter, blank
    ends included; ``reworded`` is ours. ``pending`` names the publication that will give what nobody has published yet.
    """

    official: str = ""
    form: str = ""
    reworded: str = ""
    pending: str = ""
    certainty: Certainty = Certainty.CONFIRMED
    sources: tuple[str, ...] = ()
    verification: Verification | None = None

    @property
    def text(self) -> str:
        """What is shown: the official wording, else the form's, else ours; what is pending is said."""
        text = (self.official or self.form or self.reworded).strip()
        if not self.pending:
            return text
        return f"{text}\n{self.pending_sentence}" if text else self.pending_sentence

    @property
    def pending_sentence(self) -> str:
        known = self.official or self.form or self.reworded
        return f"Pour la partie nouvelle : non publié ({self.pending})." if known else f"Non publié ({self.pending})."

    @property
    def is_reworded(self) -> bool:
        """Whether what is shown is ours, to be marked « Reformulation d’Auditblanc »."""
        return bool(self.reworded) and not self.official and not self.form


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A point on which sources disagree: what sums count, and the two readings in French, « yes » first."""

    default: bool
    reading_yes: str
    reading_no: str
    certainty: Certainty = Certainty.CONFLICT
    sources: tuple[str, ...] = ()

    @property
    def of_gravity(self) -> str:
        """Both readings as one sentence, when the dispute is on whether a minor gap is possible."""
        return f"Gravité discutée : {self.reading_yes} ; à l’inverse, {self.reading_no}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionText:
    """How a condition is asked and told, and the answer on which sources disagree, if any.

    ``by_nature`` is told of the categories that always meet it.
    """

    key: Condition
    question: str
    met: str
    unmet: str
    unknown: str
    certainty: Certainty
    sources: tuple[str, ...]
    by_nature: str = "la condition est remplie par nature"
    disputed_answer: str = ""
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """When an indicator bites for one category. No condition: always. A category without scope: never.

    ``true_by_nature``: the text states a condition that the category always meets.
    ``dispute_when_unmet``: what to say when the condition is not met but the text leaves a doubt.
    ``note``: what is particular to this category, in French. ``certainty``: its own, else that of the indicator.
    """

    condition: Condition | None = None
    true_by_nature: bool = False
    dispute_when_unmet: Dispute | None = None
    note: str = ""
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntrant:
    """What a new entrant shows at the initial audit; ``note`` says it in French where it is not everything."""

    regime: NewEntrantRegime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsSubcontractor:
    """What becomes of an indicator in subcontracting; ``note`` says it in French where the rule is not standard."""

    rule: SubcontractorRule
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What this edition changed against its base, in one or two French sentences."""

    kind: ChangeKind
    summary: str
    certainty: Certainty = Certainty.CONFIRMED
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCertainty:
    """How sure each rule of an indicator is."""

    applies: Certainty
    gradable: Certainty
    new_entrant: Certainty
    surveillance_minimum: Certainty = Certainty.CONFIRMED
    as_subcontractor: Certainty = Certainty.CONFIRMED
    help: Certainty = Certainty.INFERENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedEffort:
    """How long mending usually takes, from each level. Lecture d’Auditblanc: the person's own estimate wins."""

    partial: Effort
    missing: Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of an edition. ``number`` is stable across editions; proofs hang on it."""

    number: int
    criterion: int
    title: str
    statement: Wording
    expected_level: Wording
    evidence_examples: Wording
    evidence_kinds: tuple[str, ...]
    auditor_asks: tuple[str, ...]
    usual_gaps: tuple[str, ...]
    applies: dict[Category, Scope]
    gradable: bool
    new_entrant: NewEntrant
    surveillance_minimum: SurveillanceMinimum
    as_subcontractor: AsSubcontractor
    effort: SuggestedEffort
    certainty: RuleCertainty
    sources: tuple[str, ...]
    scope_note: Wording = Wording()
    gradable_dispute: Dispute | None = None
    change: Change | None = None

    @property
    def full_statement(self) -> str:
        """Scope note and statement as one text, as the form prints them."""
        return "\n\n".join(part for part in (self.scope_note.text, self.statement.text) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One of the criteria that indicators are grouped under."""

    number: int
    title: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalText:
    """A decree, a reading guide or an audit order, with the days between which it holds."""

    name: str
    reference: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    note: str = ""
    certainty: Certainty = Certainty.CONFIRMED
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something looked for and not found, said on screen too."""

    topic: str
    sentence: str
    where_to_look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition, whole: what its file holds, completed by the edition it is based on."""

    id: str
    referential: str
    title: str
    decree: LegalText
    guide: LegalText
    audit_order: LegalText
    checked_on: date
    criteria: tuple[Criterion, ...]
    indicators: tuple[Indicator, ...]
    rules: Rulebook
    sources: tuple[Source, ...]
    conditions: tuple[ConditionText, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    introduction: tuple[str, ...] = ()
    based_on: str = ""
    audits_from: date | None = None
    audits_to: date | None = None

    def indicator(self, number: int) -> Indicator:
        """The indicator of that number. Raises: KeyError when this edition has none."""
        for indicator in self.indicators:
            if indicator.number == number:
                return indicator
        raise KeyError(number)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(indicator.number for indicator in self.indicators)

    def of_criterion(self, criterion: int) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.criterion == criterion)

    def condition(self, key: Condition) -> ConditionText:
        """How a condition is told. Raises: KeyError when this edition does not tell it."""
        for condition in self.conditions:
            if condition.key is key:
                return condition
        raise KeyError(key)

    def source(self, key: str) -> Source:
        """A source by its key. Raises: KeyError."""
        for source in self.sources:
            if source.key == key:
                return source
        raise KeyError(key)
