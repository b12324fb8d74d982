"""`auditblanc referential show N`: all that is known of one indicator, and how sure it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from auditblanc.cli import editions, terminal
from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.machine import print_json
from auditblanc.cli.options import json_option
from auditblanc.domain.indicator_words import rules
from auditblanc.interchange.installation import is_neutral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition, Indicator, Wording


@click.command(cls=FrenchCommand, name="show")
@click.argument("number", metavar="N", type=int)
@click.option("--edition", default="", metavar="ÉDITION", help="Par défaut, la plus récente.")
@json_option
def show(number: int, *, edition: str, as_json: bool) -> None:
    """Un indicateur : énoncé, niveau attendu, preuves, règles, aide, changements, sources."""
    catalogue = editions.catalogue()
    text = catalogue.edition(edition or latest(catalogue))
    if number not in text.numbers:
        raise click.UsageError(
            f"L’indicateur {number} n’existe pas dans l’édition {text.id} : de {min(text.numbers)} à {max(text.numbers)}."
        )
    indicator = text.indicator(number)
    if is_neutral():
        indicator = replace(indicator, auditor_asks=(), usual_gaps=())
    if as_json:
        print_json({"edition": text.id, "indicator": indicator})
        return
    terminal.heading(f"Indicateur {number} — {indicator.title}")
    terminal.say(f"{text.title}. Critère {indicator.criterion}.")
    for title, lines in sections(text, indicator):
        terminal.heading(title)
        terminal.say(*lines)


def latest(catalogue: Catalogue) -> str:
    """The shipped or dropped-in edition whose audits start last."""
    dated = [catalogue.edition(identifier) for identifier in catalogue.ids]
    return max(dated, key=lambda edition: (edition.audits_from is not None, str(edition.audits_from))).id


def sections(edition: Edition, indicator: Indicator) -> Iterator[tuple[str, list[str]]]:
    """Titles and lines, in the order a person asks for them; nothing empty."""
    everything = (
        ("Énoncé", wording_lines(indicator.scope_note) + wording_lines(indicator.statement)),
        ("Niveau attendu", wording_lines(indicator.expected_level)),
        ("Exemples de preuves", wording_lines(indicator.evidence_examples)),
        ("Preuves à réunir", bullets(indicator.evidence_kinds)),
        ("Ce que l’auditeur demande", bullets(indicator.auditor_asks)),
        ("Écarts habituels", bullets(indicator.usual_gaps)),
        ("Règles", list(rule_lines(edition, indicator))),
        ("Ce qui a changé", change_lines(indicator)),
        ("Sources", [source_line(edition, key) for key in indicator.sources]),
    )
    yield from ((title, lines) for title, lines in everything if lines)


def wording_lines(wording: Wording) -> list[str]:
    if not wording.text:
        return []
    mark = ["(Reformulation d’Auditblanc)"] if wording.is_reworded else []
    if wording.verification:
        mark = [f"(Vérifié le {wording.verification.on:%d/%m/%Y} par {wording.verification.by})"]
    return [wording.text, *mark]


def bullets(items: tuple[str, ...]) -> list[str]:
    return [f"• {item}" for item in items]


def rule_lines(edition: Edition, indicator: Indicator) -> Iterator[str]:
    for rule in rules(edition, indicator):
        yield f"• {rule.label} : {rule.words} ({rule.certainty.label})"
        if rule.note:
            yield f"  {rule.note}"


def change_lines(indicator: Indicator) -> list[str]:
    change = indicator.change
    return [f"{change.kind.label.capitalize()} : {change.summary} ({change.certainty.label})"] if change else []


def source_line(edition: Edition, key: str) -> str:
    source = edition.source(key)
    return f"• {source.label}{f', {source.url}' if source.url else ''} — {source.state}"
