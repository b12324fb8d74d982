"""The action plan as a document: what is open first, then what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.french import counted
from auditblanc.domain.plan import in_order, is_overdue
from auditblanc.reports.chapters.subject import subject
from auditblanc.reports.content import Block, Paragraph, Role, Style, Table, Text, text
from auditblanc.reports.sheets import sheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from auditblanc.domain.action import Action
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.reports.content import Document
    from auditblanc.reports.look import Look

TITLE = "Plan d’actions"
_HEADER = ("Action", "Indicateurs", "Qui", "Échéance", "Priorité", "État", "Preuve et effet")
_WIDTHS = (32, 9, 13, 11, 9, 9, 17)


def action_plan(snapshot: Snapshot, edition: Edition, *, today: date, look: Look | None = None) -> Document:
    """Two tables of the same columns; a sentence instead of a table without a line."""
    about = subject(snapshot, edition, today=today)
    return sheets(TITLE, about, _blocks(snapshot, today), look)


def _blocks(snapshot: Snapshot, today: date) -> Iterator[Block]:
    actions = in_order(snapshot.actions)
    still = [each for each in actions if each.state.is_open]
    past = [each for each in actions if not each.state.is_open]
    late = sum(is_overdue(each, today) for each in still)
    told = f"{counted(len(still), 'action en cours ou à faire', 'actions en cours ou à faire')}"
    yield Paragraph(text(f"{told}, dont {late} en retard." if late else f"{told}."), Role.LEAD)
    titles = {each.key: each.title for each in snapshot.evidence if each.key}
    for caption, found in (("En cours et à faire", still), ("Faites et abandonnées", past)):
        if found:
            yield _table(caption, found, titles, today)


def _table(caption: str, actions: Sequence[Action], titles: dict[str, str], today: date) -> Table:
    rows = tuple(_row(each, titles, today) for each in actions)
    return Table(caption=caption, header=_HEADER, rows=rows, widths=_WIDTHS)


def _row(action: Action, titles: dict[str, str], today: date) -> tuple[Text, ...]:
    cause = text(f"\nCause : {action.cause}", Style.QUIET) if action.cause else ()
    day = in_french(action.due) if action.due else "–"
    late = text(" (en retard)", Style.MISSING) if is_overdue(action, today) else ()
    return (
        (*text(action.what, Style.STRONG), *cause),
        text(", ".join(map(str, action.indicators)) or "–"),
        text(action.owner or "–"),
        (*text(day), *late),
        text(action.priority.label),
        text(action.state.label),
        text("\n".join(_after(action, titles)) or "–"),
    )


def _after(action: Action, titles: dict[str, str]) -> Iterator[str]:
    if action.done_on:
        yield f"Faite le {in_french(action.done_on)}"
    if action.closing_evidence:
        yield f"Preuve : {titles.get(action.closing_evidence, 'au registre')}"
    if action.is_effective is not None:
        yield f"Effet constaté : {'oui' if action.is_effective else 'non'}"
    elif action.check_on:
        yield f"Effet à vérifier le {in_french(action.check_on)}"
    if action.check_note:
        yield action.check_note
