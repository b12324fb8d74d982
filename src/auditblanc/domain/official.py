"""The official wording of one edition, whole, as a person took it from the official source and answers for it.

It is said of that edition alone: an edition based on it starts again from nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.french import listed
from auditblanc.domain.referential import Verification
from auditblanc.domain.text import require_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditblanc.domain.referential import Edition, Wording

# « de l’indicateur 3 », « des indicateurs 3 et 4 ».
_INDICATOR = ("de l’indicateur", "des indicateurs")
_CRITERION = ("du critère", "des critères")


class OfficialError(ValueError):
    """What keeps a text from standing for an edition's official wording: one French sentence for each of ``problems``."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialCriterion:
    """The title of one criterion, verbatim."""

    number: int
    title: str

    def __post_init__(self) -> None:
        require_text(title=self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialIndicator:
    """The statement of one indicator and, when it is published, its expected level, verbatim."""

    number: int
    statement: str
    expected_level: str = ""

    def __post_init__(self) -> None:
        require_text(statement=self.statement, expected_level=self.expected_level)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialTexts:
    """Every statement of an edition; the titles of its criteria and its expected levels all together, or not at all."""

    edition: str
    verification: Verification
    indicators: tuple[OfficialIndicator, ...]
    criteria: tuple[OfficialCriterion, ...] = ()


def problems(texts: OfficialTexts, edition: Edition) -> tuple[str, ...]:
    """What is missing, unknown or there twice against the edition, as French sentences; none when it fits."""
    return misfits(
        edition,
        statements=[indicator.number for indicator in texts.indicators if indicator.statement],
        levels=[indicator.number for indicator in texts.indicators if indicator.expected_level],
        titles=[criterion.number for criterion in texts.criteria if criterion.title],
    )


def misfits(
    edition: Edition, *, statements: Sequence[int], levels: Sequence[int], titles: Sequence[int]
) -> tuple[str, ...]:
    """As :func:`problems`, from the numbers of what is given."""
    published = [indicator.number for indicator in edition.indicators if _is_published(indicator.expected_level)]
    criteria = [criterion.number for criterion in edition.criteria]
    return (
        *_unlike("l’énoncé", _INDICATOR, statements, edition.numbers),
        *(_unlike("le niveau attendu", _INDICATOR, levels, published) if levels else ()),
        *(_unlike("le titre", _CRITERION, titles, criteria) if titles else ()),
    )


def _is_published(expected_level: Wording) -> bool:
    return bool(expected_level.official or expected_level.form or expected_level.reworded)


def _unlike(what: str, of: tuple[str, str], given: Sequence[int], wanted: Sequence[int]) -> Iterator[str]:
    groups = {
        f"Il manque {what}": [number for number in wanted if number not in given],
        f"On trouve plusieurs fois {what}": sorted({number for number in given if given.count(number) > 1}),
        f"L’édition ne connaît pas {what}": sorted(set(given) - set(wanted)),
    }
    for beginning, numbers in groups.items():
        if numbers:
            singular, plural = of
            yield f"{beginning} {plural if len(numbers) > 1 else singular} {listed([str(one) for one in numbers])}."


def shown_in(edition: Edition, texts: OfficialTexts) -> Edition:
    """The edition with its official wording, verified; its other fields stay as they are.

    Raises:
        OfficialError: the texts do not fit the edition.
    """
    found = problems(texts, edition)
    if found:
        raise OfficialError(found)
    by_number = {indicator.number: indicator for indicator in texts.indicators}
    titles = {criterion.number: criterion.title for criterion in texts.criteria}
    return replace(
        edition,
        indicators=tuple(
            replace(
                indicator,
                statement=_verified(indicator.statement, by_number[indicator.number].statement, texts),
                expected_level=_verified(indicator.expected_level, by_number[indicator.number].expected_level, texts),
            )
            for indicator in edition.indicators
        ),
        criteria=tuple(
            replace(criterion, title=_verified(criterion.title, titles.get(criterion.number, ""), texts))
            for criterion in edition.criteria
        ),
    )


def _verified(wording: Wording, official: str, texts: OfficialTexts) -> Wording:
    return replace(wording, official=official, verification=texts.verification) if official else wording
