"""What a Word form holds: which rows, with answers or without, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.snapshot import FieldVersions, Rating, Snapshot
from auditblanc.domain.text import require_line

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition


class FormError(ValueError):
    """A form that cannot be written, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOptions:
    """Which form to write.

    Args:
        rows: numbers of the indicators to print; ``None`` prints all of the edition. Those that apply, or the part
            confided to a colleague: the caller chooses.
        recipient: whom a part is for; said on the first page.
        blank: leave the answers out.
        with_proofs: name the proofs of the register under each answer; for an auditor, not to be filled in.
        changes: what changed for an indicator, in French, beside its review mark. An indicator that is not in it gets
            what the edition itself says of its change.
        mention: a line at the foot of each page, which is no answer: reading passes it over.
        organisation: the key by which the place that writes the form will know whose it is when it comes back; it does
            not show.
    """

    rows: tuple[int, ...] | None = None
    recipient: str = ""
    blank: bool = False
    with_proofs: bool = False
    changes: tuple[tuple[int, str], ...] = ()
    mention: str = ""
    organisation: str = ""

    def __post_init__(self) -> None:
        require_line(recipient=self.recipient, mention=self.mention, organisation=self.organisation)
        if self.rows is not None and not self.rows:
            raise FormError("Une fiche doit comporter au moins un indicateur : choisissez-en un.")


def rows_of(edition: Edition, options: FormOptions) -> tuple[int, ...]:
    """The indicators that the form prints, in the order of the edition.

    Raises:
        FormError: the edition has no such indicator.
    """
    if options.rows is None:
        return edition.numbers
    for number in options.rows:
        if number not in edition.numbers:
            raise FormError(f"L’indicateur {number} n’existe pas dans l’édition « {edition.id} ».")
    return tuple(number for number in edition.numbers if number in options.rows)


def keep(snapshot: Snapshot, edition: Edition, options: FormOptions | None = None) -> Snapshot:
    """What a Word form holds of an assessment, and so what reading it gives back.

    Everything except proofs, actions and findings (a form is handed to other people), the versions of fields (they belong to the place
    where the assessment is saved) and the indicators that are not printed. Each row printed is a rating, an empty one
    when nothing was noted. A blank form keeps no answer.
    """
    chosen = options or FormOptions()
    noted = {} if chosen.blank else {rating.indicator: rating for rating in snapshot.ratings}
    ratings = (noted.get(number) or Rating(indicator=number) for number in sorted(rows_of(edition, chosen)))
    return replace(
        snapshot, evidence=(), actions=(), findings=(), ratings=tuple(_unversioned(rating) for rating in ratings)
    )


def _unversioned(rating: Rating) -> Rating:
    return rating if rating.versions == FieldVersions() else replace(rating, versions=FieldVersions())
