"""How many indicators concern a provider, in figures and in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.applicability import Applicability


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """``applicable + not_applicable + to_confirm`` is every indicator.

    A disputed one counts by its default: ``disputed`` is how many of the applicable ones are. ``overruled`` is how many
    of all were decided by the person.
    """

    applicable: int
    disputed: int
    not_applicable: int
    to_confirm: int
    overruled: int

    @property
    def sentence(self) -> str:
        """« 28 indicateurs vous concernent, dont 3 discutés ; 2 restent à confirmer. »"""
        concerned = counted(self.applicable, "indicateur vous concerne", "indicateurs vous concernent")
        head = concerned if self.applicable else "Aucun indicateur ne vous concerne"
        doubt = f", dont {counted(self.disputed, 'discuté', 'discutés')}" if self.disputed else ""
        rest = f" ; {counted(self.to_confirm, 'reste', 'restent')} à confirmer" if self.to_confirm else ""
        return f"{head}{doubt}{rest}."


def summary(applicabilities: Iterable[Applicability]) -> Summary:
    every = tuple(applicabilities)
    counts = [each.counts for each in every]
    return Summary(
        applicable=counts.count(True),
        disputed=sum(bool(each.counts and each.dispute) for each in every),
        not_applicable=counts.count(False),
        to_confirm=counts.count(None),
        overruled=sum(each.overruled for each in every),
    )
