"""What a person has: their organisations and the assessments of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Prefetch

from auditblanc.accounts.models import Membership, Organisation
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads import rows
from auditblanc.domain.french import counted, listed
from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from auditblanc.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """An assessment as its row tells it; its ratings stay in the database."""

    assessment: Assessment
    levels: tuple[Level | None, ...]
    audit: Audit

    @property
    def sentence(self) -> str:
        """« 18 indicateurs évalués : 15 prêts et 3 partiels. »

        How many apply is not said: that hangs on decisions which only the ratings hold.
        """
        count = Counter(self.levels)
        told = (
            counted(count[Level.READY], "prêt", "prêts"),
            counted(count[Level.PARTIAL], "partiel", "partiels"),
            counted(count[Level.MISSING], "manquant", "manquants"),
        )
        rated = len(self.levels) - count[None]
        if not rated:
            return "Aucun indicateur évalué pour l’instant."
        levels = listed([words for words in told if not words.startswith("0 ")])
        return f"{counted(rated, 'indicateur évalué', 'indicateurs évalués')} : {levels}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """An organisation and its assessments, the last changed first."""

    organisation: Organisation
    covers: tuple[Cover, ...]


# More cards than that are a list to search and to sort: the portfolio.
FEW = 12


def is_many(person: User) -> bool:
    """Whether the person has more organisations than a page of cards shows well, in one query."""
    own = Membership.objects.filter(user=person, organisation__is_example=False, organisation__removed_at=None)
    return own[FEW : FEW + 1].exists()


def few_shelves(person: User) -> tuple[Shelf, ...]:
    """As :func:`shelves`; of who has many organisations, the worked examples alone, and in neutral mode no example. One query more."""
    found = shelves(person, only_examples=is_many(person))
    return tuple(shelf for shelf in found if not (settings.IS_NEUTRAL and shelf.organisation.is_example))


def shelves(person: User, *, only_examples: bool = False) -> tuple[Shelf, ...]:
    """One's own organisations first, then the worked examples, in two queries."""
    latest = Assessment.objects.filter(removed_at=None).order_by("-updated_at")
    found = Organisation.objects.filter(memberships__user=person, removed_at=None).order_by("is_example", "name", "pk")
    if only_examples:
        found = found.filter(is_example=True)
    with_theirs = found.prefetch_related(Prefetch("assessments", queryset=latest))
    return tuple(
        Shelf(organisation=each, covers=tuple(_cover(row) for row in each.assessments.all())) for each in with_theirs
    )


def _cover(row: Assessment) -> Cover:
    return Cover(
        assessment=row,
        levels=tuple(rows.level(int(digit) or None) for digit in row.levels),
        audit=rows.profile(row.profile).audit,
    )
