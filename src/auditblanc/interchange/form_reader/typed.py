"""What a person typed in cells that are printed: it is quoted, since no field holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.quotes import quoted
from auditblanc.interchange.form_reader.roles import PRINTED_ROLES, Role
from auditblanc.interchange.form_reader.wording import added, key
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.form_reader.printed import Printed
    from auditblanc.interchange.form_reader.rows import FormRow


def typed_in_print(row: FormRow, indicator: int, form: Printed) -> Iterator[Problem]:
    """One doubt for each printed cell of the row that says more than its text."""
    for role in PRINTED_ROLES:
        cell = row.line.cells.get(role)
        text = row.statement.text if role is Role.STATEMENT else cell.text if cell else ""
        if not text or indicator in form.indicators(role, text):
            continue
        typed = surplus(text, role, indicator, form)
        if typed:
            where = Cell.STATEMENT if role is Role.STATEMENT else Cell.ROW
            yield Problem(
                cell=where,
                indicator=indicator,
                message=f"La colonne « {role.label} » porte un texte ajouté, à reprendre à la main : {quoted(typed)}.",
            )


def typed_in_change(change: str, indicator: int, catalogue: Catalogue) -> Iterator[Problem]:
    """A doubt when the note on what changed says more than any edition does of that indicator."""
    editions = (catalogue.edition(identifier) for identifier in catalogue.ids)
    told = [edition.indicator(indicator).change for edition in editions if indicator in edition.numbers]
    typed = added(change, "\n".join(each.summary for each in told if each))
    if typed:
        message = f"La note sur ce qui a changé porte un texte ajouté, à reprendre à la main : {quoted(typed)}."
        yield Problem(cell=Cell.STATEMENT, indicator=indicator, message=message)


def surplus(text: str, role: Role, indicator: int, form: Printed) -> str:
    """The passages of a printed cell that are not print."""
    printed = form.cells[role, indicator]
    known = printed.lines | form.mentions
    unknown = [line for line in text.split("\n") if line.strip() and key(line) not in known]
    return added("\n".join(unknown), printed.text) if unknown else ""
