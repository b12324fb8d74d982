"""Read the profile from the answers of its sheet."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import (
    Activity,
    Audit,
    Certificate,
    Document,
    LastAudit,
    Profile,
    Provider,
)
from auditblanc.interchange.problems import Cell
from auditblanc.interchange.workbook import typed
from auditblanc.interchange.workbook.ledger import quoted
from auditblanc.interchange.workbook.questions import (
    PLAIN,
    PROVIDER,
    QUESTIONS,
    SECTIONS,
    Kind,
    Question,
    activity_key,
    document_key,
    new_entrant_key,
)
from auditblanc.interchange.workbook.words import normalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditblanc.domain.profile import Finding, Site
    from auditblanc.interchange.spreadsheet import CellValue
    from auditblanc.interchange.workbook.ledger import Ledger
    from auditblanc.interchange.workbook.tables import FoundTable, Typed
    from auditblanc.interchange.workbook.trace import Trace

Cells = dict[str, "Typed"]

_UNDERSTAND: dict[Kind, Callable[[CellValue], Any]] = {
    Kind.LINE: typed.line,
    Kind.DAY: typed.day,
    Kind.CATEGORIES: typed.categories,
    Kind.NUMBERS: typed.numbers,
}


def title(cells: Cells, ledger: Ledger) -> str:
    """The title of the assessment."""
    given: str = ledger.take(cells.get("title"), typed.line, otherwise="")
    return given


def profile(
    cells: Cells, trace: Trace, sites: tuple[Site, ...], findings: tuple[Finding, ...], ledger: Ledger
) -> Profile:
    """The answers as a profile. Those that cannot stand together are quoted and left out."""
    answers = {key: _answer(question, cells.get(key), ledger) for key, question in QUESTIONS.items()}
    return Profile(
        provider=Provider(**{key: answers[key] or "" for key in PROVIDER}),
        activities=_activities(answers, trace, ledger),
        **{key: answers[key] for key in PLAIN},
        audit=_audit(answers, cells, ledger),
        sites=sites,
        certificate=_certificate(answers, cells, ledger),
        last_audit=_last_audit(answers, cells, findings, ledger),
        documents=_ordered(tuple(item for item in Document if answers[document_key(item)]), trace.documents),
    )


def answer_cells(table: FoundTable | None, ledger: Ledger) -> Cells:
    """The answer cell of each question, by its key; what stands beside no question of ours is quoted."""
    keys = {normalised(question.words): key for key, question in QUESTIONS.items()}
    known = {normalised(text) for section in SECTIONS for text in (section.title, *_texts(section.questions))}
    cells: Cells = {}
    for row in table.rows if table else ():
        asked = row.cells.get("question")
        key = keys.get(normalised(asked.text)) if asked else None
        answer = row.cells.get("answer")
        if answer and key and key not in cells:
            cells[key] = replace(answer, heading=QUESTIONS[key].words)
        elif answer:
            question = f"« {quoted(asked.text)} »" if asked else "vide"
            ledger.say(
                f"{answer.place} : la question {question} n’est pas du classeur, ou y est deux fois ; on y répond : « {quoted(answer.text)} »."
            )
        for other in (*filter(None, (asked, row.cells.get("help"))), *row.others):
            if normalised(other.text) not in known:
                ledger.say(f"{other.place} : ce texte n’est pas du classeur : « {quoted(other.text)} ».")
    return cells


def _texts(questions: tuple[Question, ...]) -> tuple[str, ...]:
    return tuple(text for question in questions for text in (question.words, question.help))


def _answer(question: Question, cell: Typed | None, ledger: Ledger) -> Any:
    return ledger.take(cell, _UNDERSTAND.get(question.kind) or typed.one_of(question.options), cell=Cell.FILE)


def _ordered(chosen: tuple[Any, ...], before: tuple[Any, ...]) -> tuple[Any, ...]:
    """What was chosen, in the order it had when the workbook was written."""
    return (*(item for item in before if item in chosen), *(item for item in chosen if item not in before))


def _activities(answers: dict[str, Any], trace: Trace, ledger: Ledger) -> tuple[Activity, ...]:
    delivered = tuple(category for category in Category if answers[activity_key(category)])
    for category in Category:
        if category not in delivered and answers[new_entrant_key(category)]:
            ledger.say(
                f"Profil : vous êtes nouvel entrant pour {category}, sans dire que vous délivrez cette catégorie ; elle n’est pas retenue, confirmez."
            )
    return tuple(
        Activity(category=category, new_entrant=answers[new_entrant_key(category)])
        for category in _ordered(delivered, trace.categories)
    )


def _audit(answers: dict[str, Any], cells: Cells, ledger: Ledger) -> Audit:
    kind, first, last = (answers[key] for key in ("audit_kind", "audit_first_day", "audit_last_day"))
    return ledger.attempt(
        partial(Audit, kind=kind, first_day=first, last_day=last),
        otherwise=Audit(kind=kind),
        typed=_cells_of(cells, "audit_first_day", "audit_last_day"),
    )


def _certificate(answers: dict[str, Any], cells: Cells, ledger: Ledger) -> Certificate | None:
    keys = ("certifier", "certificate_number", "expires_on", "certificate_categories")
    certifier, number, expires_on, categories = (answers[key] for key in keys)
    decided_on = answers["decided_on"]
    if decided_on is None:
        for cell in _cells_of(cells, *keys):
            ledger.say(
                f"{cell.place} : le certificat n’a pas de date d’obtention, on ne retient pas « {quoted(cell.text)} »."
            )
        return None
    make = partial(Certificate, decided_on=decided_on, certifier=certifier or "", number=number or "")
    certificate = ledger.attempt(
        partial(make, categories=categories or ()), otherwise=None, typed=_cells_of(cells, "decided_on", *keys)
    )
    if certificate is None or expires_on is None:
        return certificate
    return ledger.attempt(
        partial(replace, certificate, expires_on=expires_on),
        otherwise=certificate,
        typed=_cells_of(cells, "decided_on", "expires_on"),
    )


def _last_audit(
    answers: dict[str, Any], cells: Cells, findings: tuple[Finding, ...], ledger: Ledger
) -> LastAudit | None:
    held_on, skipped = answers["held_on"], answers["skipped"] or ()
    if not (answers["audited"] or held_on or skipped or findings):
        return None
    if answers["audited"] is False:
        ledger.say(
            "Profil : vous répondez n’avoir jamais eu d’audit, mais un audit est décrit ; il est retenu, confirmez."
        )
    return ledger.attempt(
        partial(LastAudit, held_on=held_on, findings=findings, skipped=skipped),
        otherwise=LastAudit(findings=findings, skipped=skipped),
        typed=_cells_of(cells, "held_on"),
    )


def _cells_of(cells: Cells, *keys: str) -> tuple[Typed, ...]:
    return tuple(cells[key] for key in keys if key in cells)
