"""What every page of one assessment starts from: the row, for its door and its writes, and the frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.accounts.access import may
from auditblanc.accounts.rights import Right
from auditblanc.assessments import editions
from auditblanc.assessments.access import assessment, given_here
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.domain.catalogue import Catalogue
from auditblanc.domain.referential import Edition
from auditblanc.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An assessment laid out: all that rules and templates ask for."""

    assessment: Assessment
    snapshot: Snapshot
    edition: Edition
    catalogue: Catalogue

    @property
    def organisation(self) -> Organisation:
        return self.assessment.organisation

    @property
    def may_write(self) -> bool:
        """Whether the person who asked may change what they read."""
        return may(self.assessment, Right.EDIT)

    @property
    def may_manage(self) -> bool:
        return may(self.assessment, Right.MANAGE)

    @property
    def answers_some(self) -> bool:
        """Whether the person who asked answers on what is given to them, and on nothing else."""
        return may(self.assessment, Right.ANSWER) and not self.may_write

    def may_answer(self, indicator: int) -> bool:
        """Whether the person who asked may answer on that indicator."""
        return self.may_write or indicator in given_here(self.assessment)

    @property
    def path(self) -> tuple[str, str]:
        """What addresses of this assessment begin with."""
        return self.organisation.key, self.assessment.key


def desk(request: SignedInRequest, organisation: str, key: str, hold: Hold = Hold.PROOFS) -> Desk:
    """The assessment of that key, in four queries: one for the door, three for what it holds.

    ``hold``: what else of it the page shows, or needs to compare (:class:`Hold`).

    Raises:
        Http404, PermissionDenied: as :func:`auditblanc.assessments.access.assessment`.
        EditionError: its edition is no longer at hand.
    """
    return laid_out(assessment(request, organisation, key), hold)


def laid_out(row: Assessment, hold: Hold = Hold.PROOFS) -> Desk:
    """The assessment of a row that came through the door, in three queries. Raises: EditionError."""
    known = editions.catalogue()
    return Desk(assessment=row, snapshot=snapshot(row, hold), edition=known.edition(row.edition), catalogue=known)
