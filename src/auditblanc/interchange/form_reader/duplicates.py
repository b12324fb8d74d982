"""Two rows for one indicator: what can be kept of both, and a doubt that quotes the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from auditblanc.interchange.form_reader.quotes import listed, quoted
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from auditblanc.interchange.form_reader.answers import Answer


def put_together(first: Answer, second: Answer) -> Answer:
    """The first row, completed where it is blank. Two different levels make none; a second text is quoted."""
    has_two_levels = first.level and second.level and first.level is not second.level
    kept = first if first.presentation.text or first.presentation.split else second
    message = f"L’indicateur {first.indicator} a plusieurs lignes{_leftover(first, second)} : gardez-en une seule."
    return replace(
        first,
        level=None if has_two_levels else first.level or second.level,
        presentation=kept.presentation,
        problems=(
            *first.problems,
            Problem(cell=Cell.ROW, indicator=first.indicator, message=message),
            *second.problems,
        ),
    )


def _leftover(first: Answer, second: Answer) -> str:
    """What is not kept, or what differs."""
    said = []
    if first.level and second.level and first.level is not second.level:
        said.append(f"leurs niveaux diffèrent ({int(first.level)} et {int(second.level)}), aucun n’est gardé")
    if first.presentation.text and second.presentation.text not in ("", first.presentation.text):
        said.append(f"le second texte n’est pas repris, {quoted(second.presentation.text)}")
    return f" ; {listed(said)}" if said else ""
