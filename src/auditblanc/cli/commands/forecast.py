"""`auditblanc forecast`: the points to watch, from one's own answers, as a range."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditblanc.cli import terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.lines import text_lines
from auditblanc.cli.machine import print_json
from auditblanc.cli.opened import opened
from auditblanc.cli.options import Asked, assessment_options, json_option
from auditblanc.cli.told import tell_problems
from auditblanc.domain.fixes import FirstFixes, first_fixes
from auditblanc.domain.forecast import DISCLAIMER, TITLE, Forecast, forecast
from auditblanc.domain.forecast_words import (
    IN_COLUMN,
    line_marks,
    named,
    plausible_sentence,
    range_sentence,
    rule_marks,
)

if TYPE_CHECKING:
    from auditblanc.cli.job import Job
    from auditblanc.domain.forecast_line import Line


@click.command(cls=FrenchCommand, name="forecast")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path))
@assessment_options
@json_option
def command(file: Path, *, as_json: bool, **asked: Any) -> None:
    """Donne les points de vigilance d’après vos réponses : au mieux, plausible, au pire, et par où commencer."""
    start = opened(file, Asked(**asked), today=date.today())  # noqa: DTZ011 -- the person's own calendar
    found = forecast(start.job.edition, start.job.snapshot)
    fixes = first_fixes(start.job.edition, start.job.snapshot, found)
    if as_json:
        print_json({"title": TITLE, "disclaimer": DISCLAIMER, "forecast": found, "first_fixes": fixes})
        return
    print_forecast(start.job, found)
    print_fixes(fixes)
    print_deadlines(found)
    tell_problems(start.problems)


def print_forecast(work: Job, found: Forecast) -> None:
    terminal.heading(TITLE)
    terminal.say(DISCLAIMER, *text_lines(work), "", range_sentence(found), plausible_sentence(found))
    marks = rule_marks(found)
    rows = [row(line, marks) for line in found.possible_gaps]
    terminal.table(("N°", "Indicateur", "Niveau", "Au mieux", "Plausible", "Au pire", "Règles"), rows, wide=1)
    sources = ", ".join(work.edition.source(key).label for key in found.sources)
    terminal.say(*(f"({mark}) {sentence}" for sentence, mark in marks.items()))
    terminal.say(found.note, f"Sources : {sources}.")


def row(line: Line, marks: dict[str, str]) -> tuple[str, ...]:
    reached = (line.range.best, line.range.plausible, line.range.worst)
    level = f"{int(line.level)} {line.level.label.lower()}" if line.level else "–"
    return (
        str(line.indicator),
        named(line),
        level,
        *(IN_COLUMN[severity] for severity in reached),
        line_marks(line, marks),
    )


def print_fixes(fixes: tuple[FirstFixes, ...]) -> None:
    terminal.heading("Par où commencer")
    for group in fixes:
        if group.fixes:
            names = "\n".join(f"  • {fix.line.indicator} {fix.line.title}" for fix in group.fixes)
            terminal.say(f"En {group.effort.label} chacun :\n{names}", group.sentence)


def print_deadlines(found: Forecast) -> None:
    terminal.heading("Délais")
    terminal.say(found.deadlines.major_rule, found.deadlines.minor_rule)
    if found.deadlines.days:
        terminal.say(found.deadlines.days.major_sentence, found.deadlines.days.minor_sentence)
