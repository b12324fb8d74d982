"""`auditblanc profile`: what applies and why, the cycle, the length of the audit, the pieces to hand in."""

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
from auditblanc.domain.applicability import Applicability, applicabilities
from auditblanc.domain.applicability_summary import summary
from auditblanc.domain.audit_length import audit_length
from auditblanc.domain.cycle import cycle, next_step
from auditblanc.domain.outlook import last_audit_on, outlook
from auditblanc.domain.pieces import PieceList, pieces
from auditblanc.domain.sites import site_sample

if TYPE_CHECKING:
    from auditblanc.cli.job import Job
    from auditblanc.domain.referential import Edition


@click.command(cls=FrenchCommand, name="profile")
@click.argument("file", metavar="[FICHIER]", required=False, type=click.Path(path_type=Path))
@assessment_options
@json_option
def command(file: Path | None, *, as_json: bool, **asked: Any) -> None:
    """Dit ce qui s’applique à vous et pourquoi, les dates du cycle, la durée de l’audit et les pièces demandées.

    Sans fichier, le profil vient des options.
    """
    today = date.today()  # noqa: DTZ011 -- the day on the person's own calendar
    start = opened(file, Asked(**asked), today=today)
    found = applicabilities(start.job.edition, start.job.snapshot)
    if as_json:
        print_json(everything(start.job, found, today))
        return
    print_applicability(start.job, found)
    print_audit(start.job, today)
    tell_problems(start.problems)


def everything(work: Job, found: tuple[Applicability, ...], today: date) -> dict[str, Any]:
    rules, profile = work.edition.rules, work.snapshot.profile
    dates = cycle(rules.cycle, profile.certificate) if profile.certificate else None
    return {
        "edition": work.edition.id,
        "profile": profile,
        "summary": summary(found),
        "indicators": found,
        "cycle": dates,
        "next_step": next_step(dates, today=today, last_audit_on=last_audit_on(profile)) if dates else None,
        "audit_length": audit_length(rules, profile),
        "site_sample": site_sample(rules.sites, profile),
        "pieces": pieces(rules.pieces, profile),
    }


def print_applicability(work: Job, found: tuple[Applicability, ...]) -> None:
    terminal.heading(summary(found).sentence)
    terminal.say(*text_lines(work))
    terminal.table(("N°", "Indicateur", "S’applique ?"), rows(work.edition, found), wide=2)


def rows(edition: Edition, found: tuple[Applicability, ...]) -> list[tuple[str, str, str]]:
    """The reason begins with the answer: « Applicable : … », « À confirmer : … »."""
    return [(str(each.indicator), edition.indicator(each.indicator).title, "\n".join(each.told)) for each in found]


def print_audit(work: Job, today: date) -> None:
    rules, profile = work.edition.rules, work.snapshot.profile
    terminal.heading("L’audit")
    ahead = outlook(rules, profile, today=today)
    lines = (ahead.next_step, f"Durée : {ahead.length}", ahead.left_out, f"Sites : {ahead.sites}")
    terminal.say(*(line for line in lines if line))
    print_pieces(pieces(rules.pieces, profile))


def print_pieces(asked_for: PieceList) -> None:
    terminal.heading(f"Pièces demandées avant l’audit : {asked_for.sentence}")
    terminal.say(*(f"• {state.piece.label} : {state.label}" for state in asked_for.states))
