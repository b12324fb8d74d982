"""Which indicator a row is for: told by its number, checked against its statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.roles import Role
from auditblanc.interchange.form_reader.value import Value
from auditblanc.interchange.form_reader.wording import overlap, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditblanc.interchange.form_reader.printed import Printed

# Shares of the words of a statement that must still be there: to confirm a number, and to do without one.
_CONFIRMS = 0.5
_STANDS_ALONE = 0.75
# How much better another statement must fit to cast a doubt on a number.
_MARGIN = 0.15

NO_NUMBER = "La ligne n’a pas de numéro : elle a été reconnue par son énoncé, vérifiez que c’est le bon indicateur."
NO_STATEMENT = (
    "La ligne n’a pas d’énoncé : elle a été reconnue par son seul numéro, vérifiez que c’est le bon indicateur."
)


class Recognition(Value, frozen=True):
    """``indicator`` is ``None`` when nothing tells it; ``is_printed``: the text of the row tells it too.

    ``doubt`` is a French sentence, empty when there is none.
    """

    indicator: int | None
    doubt: str = ""
    is_printed: bool = True


def recognise(number: int | None, statement: str, others: Mapping[Role, str], form: Printed) -> Recognition:
    """``others`` are the texts of the other printed cells, by column."""
    known = form.indicators(Role.STATEMENT, statement) if statement else ()
    if number is not None and number in known:
        return Recognition(number)
    if known:
        return _by_statement(number, known[0])
    if statement:
        return _resembling(number, statement, form) or _by_others(number, others, form)
    if number in form.numbers and not any(form.indicators(role, text) for role, text in others.items()):
        return Recognition(number, NO_STATEMENT, is_printed=False)
    return _by_others(number, others, form)


def _by_statement(number: int | None, indicator: int) -> Recognition:
    if number is None:
        return Recognition(indicator, NO_NUMBER)
    return Recognition(
        indicator,
        f"La ligne porte le numéro {number}, mais son énoncé est celui de l’indicateur {indicator} : elle est rangée sous le {indicator}, vérifiez.",
    )


def _resembling(number: int | None, statement: str, form: Printed) -> Recognition | None:
    """A statement that somebody changed: close enough to that of the number, or to one only."""
    said = set(words(statement))
    shares = {each: overlap(said, form.cells[Role.STATEMENT, each].words) for each in form.numbers}
    first = max(shares, key=lambda each: shares[each])
    second = max((share for each, share in shares.items() if each != first), default=0.0)
    if number in shares and shares[number] >= max(_CONFIRMS, shares[first] - _MARGIN):
        return Recognition(number)
    if shares[first] >= max(_STANDS_ALONE, second + _MARGIN):
        return _by_statement(number, first)
    return None


def _by_others(number: int | None, others: Mapping[Role, str], form: Printed) -> Recognition:
    """What is left when the statement says nothing: the number, and the cells that are printed beside it."""
    printed = [form.indicators(role, text) for role, text in others.items() if text]
    told = {indicators[0] for indicators in printed if len(indicators) == 1}
    if number in form.numbers:
        if any(number in indicators for indicators in printed):
            return Recognition(number)
        other = f", et ses autres colonnes sont celles de l’indicateur {min(told)}" if told else ""
        return Recognition(
            number,
            f"L’énoncé ne ressemble pas à celui de l’indicateur {number}{other} : vérifiez que la ligne est bien la sienne.",
            is_printed=False,
        )
    if len(told) != 1:
        return Recognition(None)
    indicator = told.pop()
    return Recognition(
        indicator,
        f"La ligne n’a ni numéro ni énoncé connus : elle a été reconnue par ses autres colonnes comme l’indicateur {indicator}, vérifiez.",
    )
