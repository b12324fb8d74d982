"""What may differ between two editions of one indicator, field by field, in the words a person knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.referential import Indicator

if TYPE_CHECKING:
    from auditblanc.domain.referential import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorField:
    """A field of an indicator. ``is_required``: it says what is asked, so that a rating depends on it."""

    key: str
    label: str
    differs: Callable[[Indicator, Indicator], bool]
    is_required: bool = False


def _value(*names: str) -> Callable[[Indicator, Indicator], bool]:
    return lambda one, other: any(getattr(one, name) != getattr(other, name) for name in names)


def _wording(name: str) -> Callable[[Indicator, Indicator], bool]:
    return lambda one, other: says_otherwise(getattr(one, name), getattr(other, name))


def says_otherwise(one: Wording, other: Wording) -> bool:
    """Whether two wordings say different things.

    Like is compared with like: the same sentence pasted from the official source into one edition only, beside our
    rewording of both, has not changed.
    """
    pairs = ((one.official, other.official), (one.form, other.form), (one.reworded, other.reworded))
    both = next(((mine, theirs) for mine, theirs in pairs if mine and theirs), (one.text, other.text))
    return one.pending != other.pending or both[0].split() != both[1].split()


FIELDS = (
    IndicatorField(key="title", label="intitulé court", differs=_value("title")),
    IndicatorField(key="criterion", label="critère", differs=_value("criterion")),
    IndicatorField(key="scope_note", label="champ d’application", differs=_wording("scope_note"), is_required=True),
    IndicatorField(key="statement", label="énoncé", differs=_wording("statement"), is_required=True),
    IndicatorField(key="expected_level", label="niveau attendu", differs=_wording("expected_level"), is_required=True),
    IndicatorField(
        key="evidence",
        label="exemples de preuves",
        differs=lambda one, other: (
            says_otherwise(one.evidence_examples, other.evidence_examples) or one.evidence_kinds != other.evidence_kinds
        ),
    ),
    IndicatorField(key="applies", label="applicabilité", differs=_value("applies")),
    IndicatorField(key="gradable", label="gravité possible", differs=_value("gradable", "gradable_dispute")),
    IndicatorField(key="new_entrant", label="régime des nouveaux entrants", differs=_value("new_entrant")),
    IndicatorField(key="surveillance_minimum", label="audit de surveillance", differs=_value("surveillance_minimum")),
    IndicatorField(key="as_subcontractor", label="règle en sous-traitance", differs=_value("as_subcontractor")),
    IndicatorField(key="help", label="aide d’Auditblanc", differs=_value("auditor_asks", "usual_gaps", "effort")),
)


def differing(one: Indicator, other: Indicator) -> tuple[IndicatorField, ...]:
    """The fields that two editions of an indicator do not share, in a fixed order."""
    return tuple(field for field in FIELDS if field.differs(one, other))
