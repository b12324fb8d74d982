"""The points to watch in plain French sentences. They never say that anyone will be certified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.french import counted
from auditblanc.domain.rulebook import Severity

if TYPE_CHECKING:
    from auditblanc.domain.forecast import Forecast
    from auditblanc.domain.forecast_line import Line
    from auditblanc.domain.scenarios import Total

# In a column headed by a scenario, « écart » goes without saying.
IN_COLUMN = {
    Severity.NONE: "aucun",
    Severity.MINOR: "mineur",
    Severity.MAJOR: "majeur",
    Severity.NOT_STATED: "non évalué",
}


def rule_marks(forecast: Forecast) -> dict[str, str]:
    """A number for each rule, in the order in which the lines name them, then for what widens their ranges."""
    rules = [line.rule for line in forecast.possible_gaps]
    reasons = [reason.reason for line in forecast.possible_gaps for reason in line.widened_by]
    return {sentence: str(number) for number, sentence in enumerate(dict.fromkeys((*rules, *reasons)), start=1)}


def line_marks(line: Line, marks: dict[str, str]) -> str:
    """« 3, 5 »: the rule of a line and what widens it, by their numbers."""
    return ", ".join(marks[sentence] for sentence in (line.rule, *(reason.reason for reason in line.widened_by)))


def named(line: Line) -> str:
    """The title of the indicator, with the categories that the gap would touch when there are several."""
    return f"{line.title} ({', '.join(line.categories)})" if len(line.categories) > 1 else line.title


def range_sentence(forecast: Forecast) -> str:
    """« Entre 0 et 4 écarts majeurs, sur 2 à 9 écarts en tout, dont 1 discuté. »"""
    best, worst = forecast.best, forecast.worst
    if not forecast.lines:
        return "Aucun indicateur ne s’applique, d’après vos réponses."
    if not worst.gaps:
        return "Aucun écart ne ressort de vos réponses."
    majors = _between(best.counted_majors, worst.counted_majors, "écart majeur", "écarts majeurs")
    disputed = len(forecast.disputed)
    parts = (
        majors + _five_minors(forecast, best, worst),
        f"sur {_to(best.gaps, worst.gaps)} en tout",
        f"dont {counted(disputed, 'discuté', 'discutés')}" if disputed else "",
    )
    sentence = ", ".join(part for part in parts if part)
    return f"{sentence[0].upper()}{sentence[1:]}."


def plausible_sentence(forecast: Forecast) -> str:
    """The plausible scenario, or what is missing to state it."""
    if forecast.plausible is None:
        return f"Pas de total plausible : {unrated_sentence(forecast)}"
    majors = counted(forecast.plausible.majors, "écart majeur", "écarts majeurs")
    minors = counted(forecast.plausible.minors, "écart mineur", "écarts mineurs")
    return f"Total plausible : {majors} et {minors}{_five_minors(forecast, forecast.plausible)}."


def unrated_sentence(forecast: Forecast) -> str:
    """« 4 indicateurs non évalués. »; empty when all are rated."""
    unrated = len(forecast.unrated)
    return f"{counted(unrated, 'indicateur non évalué', 'indicateurs non évalués')}." if unrated else ""


def _five_minors(forecast: Forecast, *totals: Total) -> str:
    if not any(total.minors_as_major for total in totals):
        return ""
    return f" ({forecast.minors_equal_to_a_major} écarts mineurs ou plus comptent ensemble pour un majeur)"


def _between(least: int, most: int, singular: str, plural: str) -> str:
    if least == most:
        return counted(most, singular, plural)
    return f"entre {least} et {counted(most, singular, plural)}"


def _to(least: int, most: int) -> str:
    return counted(most, "écart", "écarts") if least == most else f"{least} à {counted(most, 'écart', 'écarts')}"
