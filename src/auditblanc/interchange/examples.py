"""The three worked examples: fictitious providers of different trades, whole, for « Voir un exemple »."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import json_format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.profile import Profile

# The key names the file; the trade is what a person reads.
TRADES = {
    "independent-trainer": "Formatrice indépendante",
    "skills-assessment-centre": "Centre de bilans de compétences",
    "apprenticeship-centre": "CFA sur trois sites",
}
# What makes two providers alike, beside the categories they deliver.
_TRAITS = ("certifying", "alternance", "work_situation_periods", "subcontracting_or_portage", "distance", "turnover")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One worked example; ``trade`` is told in French."""

    key: str
    trade: str
    snapshot: Snapshot


def examples(catalogue: Catalogue) -> tuple[Example, ...]:
    """The three worked examples, from the smallest provider to the largest."""
    folder = files("auditblanc").joinpath("examples")
    return tuple(
        Example(
            key=key,
            trade=trade,
            snapshot=json_format.read(folder.joinpath(f"{key}.json").read_bytes(), catalogue).snapshot,
        )
        for key, trade in TRADES.items()
    )


def nearest(every: Iterable[Example], profile: Profile, indicator: int) -> Example | None:
    """The example most like a provider among those that answer an indicator; ``None`` when none does.

    The fewest categories that only one of them delivers, then the most answers alike, then the order given.
    """
    answering = [example for example in every if example.snapshot.rating(indicator).level is not None]
    return min(answering, key=lambda example: _distance(example.snapshot.profile, profile), default=None)


def _distance(example: Profile, profile: Profile) -> tuple[int, int]:
    categories = set(example.categories) ^ set(profile.categories)
    return len(categories), sum(getattr(example, trait) != getattr(profile, trait) for trait in _TRAITS)
