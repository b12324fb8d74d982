"""Read the sheets of lists: proofs, sites and gaps, one a row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Finding, ProfileError, Site
from auditblanc.interchange.problems import Cell
from auditblanc.interchange.workbook import typed, words
from auditblanc.interchange.workbook.ledger import quoted, row_quoted

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.interchange.workbook.ledger import Ledger
    from auditblanc.interchange.workbook.tables import FoundRow, FoundTable


def evidence(table: FoundTable | None, edition: Edition, ledger: Ledger) -> tuple[Evidence, ...]:
    read = (_proof(row, edition, ledger) for row in _rows(table, ledger))
    return tuple(proof for proof in read if proof)


def sites(table: FoundTable | None, ledger: Ledger) -> tuple[Site, ...]:
    """The sites; a second one of the same name or with the central function is quoted instead."""
    found: list[Site] = []
    for row in _rows(table, ledger):
        site = ledger.attempt(partial(_site, row, tuple(found), ledger), otherwise=None, typed=row.cells.values())
        found += [site] if site else []
    return tuple(found)


def findings(table: FoundTable | None, ledger: Ledger) -> tuple[Finding, ...]:
    """The gaps; a second one on the same indicator is quoted instead."""
    found: list[Finding] = []
    for row in _rows(table, ledger):
        gap = ledger.attempt(partial(_finding, row, tuple(found), ledger), otherwise=None, typed=row.cells.values())
        found += [gap] if gap else []
    return tuple(found)


def _rows(table: FoundTable | None, ledger: Ledger) -> tuple[FoundRow, ...]:
    """The rows where our columns hold something; what stands outside them is quoted."""
    rows = table.rows if table else ()
    for other in (other for row in rows for other in row.others):
        ledger.say(
            f"{other.place} : la colonne « {quoted(other.heading)} » n’est pas du classeur ; on y lit : « {quoted(other.text)} ».",
            cell=Cell.ROW,
        )
    return tuple(row for row in rows if any(cell.text.strip() for cell in row.cells.values()))


def _proof(row: FoundRow, edition: Edition, ledger: Ledger) -> Evidence | None:
    cells = row.cells
    title = ledger.take(cells.get("title"), typed.line, otherwise="")
    indicators = tuple(sorted(ledger.take(cells.get("indicators"), typed.numbers, otherwise=())))
    if not title or not indicators:
        wanted = "n’a pas de titre" if not title else "ne cite aucun indicateur lisible"
        held = row_quoted(row.cells.values())
        ledger.say(
            f"Ligne {row.number} des preuves : la preuve {wanted}, elle n’est pas retenue. {held}", cell=Cell.ROW
        )
        return None
    for number in indicators:
        if number not in edition.numbers:
            ledger.say(
                f"La preuve « {title} » cite l’indicateur {number}, que ce texte n’a pas : vérifiez.", cell=Cell.ROW
            )
    return Evidence(
        title=title,
        indicators=indicators,
        place=ledger.take(cells.get("place"), typed.line, otherwise=""),
        content_date=ledger.take(cells.get("content_date"), typed.day),
        holder=ledger.take(cells.get("holder"), typed.line, otherwise=""),
    )


def _site(row: FoundRow, before: tuple[Site, ...], ledger: Ledger) -> Site:
    cells = row.cells
    name = ledger.take(cells.get("name"), typed.line, otherwise="")
    if name in {site.name for site in before}:
        raise ProfileError(f"Deux sites portent le nom « {name} » : le second n’est pas retenu, distinguez-les.")
    is_central = ledger.take(cells.get("is_central_function"), typed.one_of(words.YES_NO), otherwise=False)
    first = next((site.name for site in before if site.is_central_function), "")
    if is_central and first:
        ledger.say(
            f"Deux sites portent la fonction centrale : « {first} » la garde, « {name} » la perd ; n’en indiquez qu’un."
        )
    return Site(
        name=name,
        address=ledger.take(cells.get("address"), typed.text, otherwise=""),
        permanent_staff=ledger.take(cells.get("permanent_staff"), typed.whole_number),
        categories=ledger.take(cells.get("categories"), typed.categories, otherwise=()),
        is_central_function=is_central and not first,
        seen_at_last_audit=ledger.take(cells.get("seen_at_last_audit"), typed.one_of(words.YES_NO)),
    )


def _finding(row: FoundRow, before: tuple[Finding, ...], ledger: Ledger) -> Finding:
    cells = row.cells
    number = ledger.take(cells.get("indicator"), typed.whole_number)
    gravity = ledger.take(cells.get("gravity"), typed.one_of(words.GRAVITIES))
    if number is None or gravity is None:
        raise ProfileError(
            f"Ligne {row.number} des écarts : il manque {'l’indicateur' if number is None else 'la gravité'}, l’écart n’est pas retenu."
        )
    if number in {finding.indicator for finding in before}:
        raise ProfileError(
            f"Deux écarts portent sur l’indicateur {number} : réunissez-les, le second n’est pas retenu."
        )
    return Finding(
        indicator=number,
        gravity=gravity,
        edition=ledger.take(cells.get("edition"), typed.line, otherwise=""),
        words=ledger.take(cells.get("words"), typed.text, otherwise=""),
        received_on=ledger.take(cells.get("received_on"), typed.day),
    )
