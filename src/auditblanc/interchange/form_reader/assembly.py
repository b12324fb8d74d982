"""Put the rows together: one rating an indicator, and the doubts in the order of the file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from auditblanc.domain.profile import Profile
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.form_reader import bounds
from auditblanc.interchange.form_reader.answers import Answer, answer, backgrounds
from auditblanc.interchange.form_reader.duplicates import put_together
from auditblanc.interchange.form_reader.enclosed import Origin, origin
from auditblanc.interchange.form_reader.headings import headings
from auditblanc.interchange.form_reader.ratings import Rated, rated
from auditblanc.interchange.form_reader.recognition import NO_NUMBER, NO_STATEMENT
from auditblanc.interchange.form_reader.rows import FormRow, rows
from auditblanc.interchange.form_reader.typed import typed_in_change
from auditblanc.interchange.form_reader.unknown import outside, unknown_row
from auditblanc.interchange.problems import Cell, Problem, Reading, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.form_reader.grid import Document
    from auditblanc.interchange.form_reader.printed import Printed

_NOT_THE_FORM = "Ce document n’est pas la fiche d’auto-évaluation : aucun de ses tableaux ne porte les indicateurs ; donnez la fiche remplie, au format Word ou OpenDocument."
_TRACKED = "La fiche a des modifications suivies : les ajouts ont été lus, les suppressions non ; acceptez-les ou refusez-les dans votre logiciel."
_MACROS = "La fiche contient des macros : elles n’ont été ni lues ni exécutées."
# What was done to most rows at once is one doubt on the file.
_COMMON = {
    NO_NUMBER: "Les lignes n’ont plus leur numéro : elles ont été reconnues par leur énoncé, vérifiez-en quelques-unes.",
    NO_STATEMENT: "Les lignes n’ont plus leur énoncé : elles ont été reconnues par leur seul numéro, vérifiez-en quelques-unes.",
}


def reading(document: Document, catalogue: Catalogue) -> Reading:
    """What a document says, if it is the form.

    Raises:
        UnreadableFileError: it is another document, or holds a text longer than any field, or than all.
    """
    bounds.require_text(document.length)
    start = origin(document, catalogue)
    found = tuple(rows(document, start.form))
    _require_the_form(found, document)
    common = _common_doubts(found)
    every = {
        indicator: _rated(each, start, catalogue) for indicator, each in _answers(found, start.form, common).items()
    }
    snapshot = _snapshot(every, start)
    problems = (
        *start.problems,
        *_file_doubts(document, common),
        *outside(document, snapshot, start.form),
        *_in_order(found, every, start.form),
        *_missing(every, start),
    )
    whose = start.enclosure.organisation if start.enclosure else ""
    return Reading(snapshot=snapshot, problems=tuple(dict.fromkeys(problems)), organisation=whose)


def _require_the_form(found: tuple[FormRow, ...], document: Document) -> None:
    """A table of numbers alone is not the form, unless it has kept the form's headings."""
    known = [row for row in found if row.indicator is not None]
    if any(row.is_printed for row in known):
        return
    if not known or not any(len(headings(row)) > 1 for table in document.tables for row in table.rows):
        raise UnreadableFileError(_NOT_THE_FORM)


def _common_doubts(found: tuple[FormRow, ...]) -> frozenset[str]:
    counts = Counter(row.doubt for row in found if row.doubt in _COMMON)
    return frozenset(doubt for doubt, count in counts.items() if count > max(2, len(found) // 2))


def _answers(found: tuple[FormRow, ...], form: Printed, common: frozenset[str]) -> dict[int, Answer]:
    """The answers by indicator, rows of the same put together."""
    colours = backgrounds(row for row in found if row.indicator is not None)
    answers: dict[int, Answer] = {}
    for row in found:
        if row.indicator is not None:
            own = replace(row, doubt="") if row.doubt in common else row
            read = answer(own, row.indicator, form, colours)
            first = answers.get(row.indicator)
            answers[row.indicator] = put_together(first, read) if first else read
    return answers


def _rated(each: Answer, start: Origin, catalogue: Catalogue) -> Rated:
    result = rated(each, start.enclosure.rating(each.indicator) if start.enclosure else None)
    change = each.statement.change
    noted = typed_in_change(change, each.indicator, catalogue) if change else ()
    return Rated(result.rating, (*each.problems, *noted, *result.problems))


def _snapshot(every: dict[int, Rated], start: Origin) -> Snapshot:
    return Snapshot(
        edition=start.form.edition.id,
        title=start.enclosure.title if start.enclosure else "",
        profile=start.enclosure.profile if start.enclosure else Profile(),
        ratings=tuple(every[indicator].rating for indicator in sorted(every)),
        updated_on=start.enclosure.updated_on if start.enclosure else None,
    )


def _file_doubts(document: Document, common: frozenset[str]) -> Iterator[Problem]:
    said = [_COMMON[doubt] for doubt in _COMMON if doubt in common]
    said += [_TRACKED] if document.has_tracked_changes else []
    said += [_MACROS] if document.has_macros else []
    return (Problem(cell=Cell.FILE, message=message) for message in said)


def _in_order(found: tuple[FormRow, ...], every: dict[int, Rated], form: Printed) -> Iterator[Problem]:
    """The doubts of each row where it stands; those of a second row for the same indicator with the first."""
    told: set[int] = set()
    for row in found:
        if row.indicator is None:
            yield from unknown_row(row, form)
        elif row.indicator not in told:
            told.add(row.indicator)
            yield from every[row.indicator].problems


def _missing(every: dict[int, Rated], start: Origin) -> Iterator[Problem]:
    """One doubt for each row that the form was printed with and that is gone."""
    printed = start.enclosure.rows if start.enclosure and start.enclosure.rows else start.form.edition.numbers
    for number in printed:
        if number in start.form.numbers and number not in every:
            message = f"L’indicateur {number} n’a pas de ligne dans cette fiche : il reste non évalué."
            yield Problem(cell=Cell.ROW, indicator=number, message=message)
