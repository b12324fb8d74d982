"""What travels with a form without being seen, when it is whole and agrees with what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditblanc.domain.snapshot import Rating, Snapshot, worst
from auditblanc.domain.text import require_line
from auditblanc.interchange.enclosure import NAMESPACE, Enclosure, from_xml
from auditblanc.interchange.form_reader.editions import closest, matches
from auditblanc.interchange.form_reader.printed import Printed, printed
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.form_reader.grid import Document

# Reasons and addresses of 20,000 characters for each row would not fill it.
_LIMIT = 4_000_000
_DAMAGED = "Les informations jointes à la fiche (profil, dates, motifs) sont abîmées : seul ce qui se voit a été lu, redonnez-les."
_UNKNOWN = "La fiche dit suivre l’édition « {edition} », qui n’est pas installée ici : elle a été lue comme « {closest} », vérifiez."
_CONTRADICTED = "Les informations jointes à la fiche disent qu’elle suit « {edition} », mais ses énoncés sont ceux de « {closest} » : elle a été lue ainsi, vérifiez."


class Origin(NamedTuple):
    """The edition that a form was printed from, what travels with it, and what is doubtful about them."""

    form: Printed
    enclosure: Enclosure | None
    problems: tuple[Problem, ...]


def origin(document: Document, catalogue: Catalogue) -> Origin:
    """The enclosure's edition when the cells agree with it; else the edition that they are closest to."""
    try:
        enclosure = _enclosure(document)
    except (ValueError, RecursionError):
        return Origin(closest(document, catalogue), None, (Problem(cell=Cell.FILE, message=_DAMAGED),))
    if enclosure is None:
        return Origin(closest(document, catalogue), None, ())
    if enclosure.edition in catalogue.ids:
        form = printed(catalogue.edition(enclosure.edition))
        other = form if _agrees(document, form, enclosure) else closest(document, catalogue)
        if matches(document, other) <= matches(document, form):
            return Origin(form, enclosure, ())
        said = _CONTRADICTED
    else:
        other, said = closest(document, catalogue), _UNKNOWN
    message = said.format(edition=enclosure.edition, closest=other.edition.id)
    return Origin(other, enclosure, (Problem(cell=Cell.FILE, message=message),))


def _agrees(document: Document, form: Printed, enclosure: Enclosure) -> bool:
    """Whether most rows show the text that they were printed with; then no other edition needs to be tried."""
    return matches(document, form) >= len(enclosure.rows)


def _enclosure(document: Document) -> Enclosure | None:
    """Raises: ValueError when the part that is ours was damaged."""
    ours = [part for part in document.enclosed if NAMESPACE.encode() in part]
    if any(len(part) > _LIMIT for part in ours):
        raise ValueError
    found = next((enclosure for part in ours if (enclosure := from_xml(part))), None)
    if found:
        _require_sound(found)
    return found


def _require_sound(enclosure: Enclosure) -> None:
    """Raises: ValueError when a value is one that no assessment holds."""
    require_line(organisation=enclosure.organisation)
    Snapshot(edition=enclosure.edition, title=enclosure.title)
    for each in enclosure.ratings:
        Rating(
            indicator=each.indicator,
            level=worst(part.level for part in each.by_category),
            applicable=each.applicable,
            reason=each.reason,
            by_category=each.by_category,
            carried_from=each.carried_from,
            ticked=each.ticked,
        )
