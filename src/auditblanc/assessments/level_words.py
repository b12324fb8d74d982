"""What is said after levels were changed in the table, in French sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.french import counted, listed
from auditblanc.domain.rating_fields import RATING_FIELDS

if TYPE_CHECKING:
    from auditblanc.assessments.writes.ratings import Bulk, Conflict
    from auditblanc.domain.snapshot import Level

_NOTHING = next(field.nothing for field in RATING_FIELDS if field.key == "level")


def named(level: Level | None) -> str:
    """« prêt », « non évalué »."""
    return level.label.lower() if level else _NOTHING


def changed(told: Bulk, level: Level | None) -> str:
    """What a change of many did, and what it left alone."""
    done = (
        counted(len(told.changed), "indicateur mis", "indicateurs mis") if told.changed else "Aucun indicateur à mettre"
    )
    return f"{done} au niveau « {named(level)} ».{_left_alone(told.split)}"


def refused(conflict: Conflict) -> str:
    """What somebody else chose meanwhile: nothing was written over it."""
    who = str(conflict.by) if conflict.by else "Quelqu’un d’autre"
    number, mine = conflict.theirs.indicator, named(conflict.mine.level)
    if conflict.theirs.by_category:
        return f"Indicateur {number} : ses niveaux sont distingués par catégorie, « {mine} » n’a pas été enregistré. Changez-les sur sa page."
    theirs = named(conflict.theirs.level)
    return f"Indicateur {number} : {who} vient de choisir « {theirs} », votre choix « {mine} » n’a pas été enregistré. Choisissez de nouveau pour le remplacer."


def _left_alone(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    told = listed([str(number) for number in numbers])
    if len(numbers) == 1:
        return f" L’indicateur {told} est laissé tel quel : ses niveaux sont distingués par catégorie."
    return f" Les indicateurs {told} sont laissés tels quels : leurs niveaux sont distingués par catégorie."
