"""A person's own phrases: kept, changed, forgotten. They are nobody's data but theirs: no journal tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.models import User
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Phrase

if TYPE_CHECKING:
    from datetime import datetime

# On one indicator: more is a list that nobody reads.
AT_MOST = 30


class TooManyPhrasesError(Exception):
    """The person keeps as many for this indicator as may be."""


def keep(person: User, indicator: int, text: str, at: datetime) -> Phrase:
    """A phrase more; the one that says the same, where there is one.

    Raises:
        TooManyPhrasesError: nothing was written.
    """
    with writing():
        # Two pages of one person wait for each other.
        User.objects.select_for_update().only("pk").get(pk=person.pk)
        own = Phrase.objects.filter(person=person, indicator=indicator)
        same = own.filter(text=text).first()
        if same:
            return same
        if own.count() >= AT_MOST:
            raise TooManyPhrasesError
        return Phrase.objects.create(person=person, indicator=indicator, text=text, written_at=at)


def change(row: Phrase, text: str, at: datetime) -> None:
    with writing():
        Phrase.objects.filter(pk=row.pk).update(text=text, written_at=at)


def forget(row: Phrase) -> None:
    with writing():
        row.delete()
