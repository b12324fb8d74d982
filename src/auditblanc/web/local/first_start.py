"""What a person finds the first time: the worked examples, clearly fictitious."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.writes import found_organisation
from auditblanc.accounts.writing import writing
from auditblanc.assessments.writes.create import begin
from auditblanc.assessments.writes.stamp import Stamp
from auditblanc.domain.catalogue import load
from auditblanc.interchange.examples import Example, examples

if TYPE_CHECKING:
    from datetime import datetime

    from auditblanc.accounts.models import User
    from auditblanc.domain.catalogue import Catalogue


def welcome(person: User, *, at: datetime) -> None:
    """Make what an empty installation shows: all of it, or nothing when there is something already, or in neutral mode."""
    if settings.IS_NEUTRAL:
        return
    # The editions shipped are enough, and never at fault.
    catalogue = load()
    every = examples(catalogue)
    with writing():
        if not Organisation.objects.exists():
            for example in every:
                _install(example, catalogue, Stamp(by=person, at=at))


def _install(example: Example, catalogue: Catalogue, stamp: Stamp) -> None:
    snapshot = example.snapshot
    organisation = found_organisation(name=snapshot.profile.provider.name, by=stamp.by, at=stamp.at, is_example=True)
    numbers = [indicator.number for indicator in catalogue.edition(snapshot.edition).indicators]
    begin(organisation, snapshot=snapshot, numbers=numbers, stamp=stamp)
