"""Is what is kept still what was written? Every chain, every frozen copy, every level string, every file of a proof."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models import Assessment, FrozenCopy, Rating, StoredFile
from auditblanc.assessments.reads import kept_files, rows
from auditblanc.assessments.reads.copies import is_intact
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.reads.level_string import level_string
from auditblanc.domain.snapshot import Rating as FrozenRating

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHAIN = "« {name} » : le journal ne s’accorde plus à partir de l’événement {number} ; il a été modifié hors d’Auditblanc, ou abîmé. Restaurez une copie d’avant, ou gardez celle-ci en le sachant."
_COPY = "« {name} » : la copie figée « {copy} » n’a plus l’empreinte notée avec elle ; ne vous y fiez plus, et restaurez une copie d’avant si elle compte."
_LEVELS = "« {name} » : le résumé des niveaux de l’évaluation « {title} » ne dit pas ce que disent ses réponses ; évaluez de nouveau un indicateur pour le refaire."


@dataclass(slots=True, kw_only=True)
class Examined:
    """How much was looked at, and what does not hold, each as one French sentence that says what to do.

    ``orphans``: contents that no row tells of.
    """

    journals: int = 0
    copies: int = 0
    assessments: int = 0
    files: int = 0
    orphans: int = 0
    faults: list[str] = field(default_factory=list)


def examine() -> Examined:
    """Look at everything that is kept twice, organisation after organisation."""
    found = Examined()
    for organisation in Organisation.objects.order_by("pk"):
        found.journals += 1
        found.faults += row_faults(organisation, found)
        found.files += StoredFile.objects.filter(organisation=organisation).count()
        found.faults += kept_files.faults(organisation)
    found.orphans = len(kept_files.orphans())
    return found


def row_faults(organisation: Organisation, found: Examined | None = None) -> list[str]:
    """What does not hold in the rows of one organisation; how much was looked at is counted in ``found``."""
    found = found or Examined()
    number = first_fault(organisation)
    chain = [] if number is None else [_CHAIN.format(name=organisation, number=number)]
    return [*chain, *_copies(organisation, found), *_levels(organisation, found)]


def _copies(organisation: Organisation, found: Examined) -> Iterator[str]:
    for copy in FrozenCopy.objects.filter(assessment__organisation=organisation).iterator():
        found.copies += 1
        if not is_intact(copy):
            yield _COPY.format(name=organisation, copy=copy)


def _levels(organisation: Organisation, found: Examined) -> Iterator[str]:
    ratings: dict[int, list[FrozenRating]] = defaultdict(list)
    of = Rating.objects.filter(assessment__organisation=organisation)
    for assessment, indicator, level in of.values_list("assessment", "indicator", "level"):
        ratings[assessment].append(FrozenRating(indicator=indicator, level=rows.level(level)))
    for row in Assessment.objects.filter(organisation=organisation).defer("profile"):
        found.assessments += 1
        # Indicators that nobody rated may be told at the end of the string, or not.
        if row.levels.rstrip("0") != level_string(ratings[row.pk]).rstrip("0"):
            yield _LEVELS.format(name=organisation, title=row)
