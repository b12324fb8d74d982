"""Merge a profile, answer by answer; gaps, sites and documents that one side alone knows are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.merge_part import Part
from auditblanc.domain.profile_difference import AnswerDifference, profile_differences, with_answer

if TYPE_CHECKING:
    from auditblanc.domain.difference import Difference
    from auditblanc.domain.profile import Profile


def merge_profile(into: Profile, from_: Profile) -> Part[Profile]:
    """An answer that cannot stand with those of ``into`` is a conflict too, such as a second central function."""
    value = into
    taken: list[Difference] = []
    conflicts: list[Difference] = []
    for found in profile_differences(into, from_):
        if found.is_unanswered(found.after):
            continue
        with_theirs = _with(value, found)
        value = with_theirs or value
        (taken if with_theirs else conflicts).append(found.difference)
    return Part(value=value, taken=tuple(taken), conflicts=tuple(conflicts))


def _with(profile: Profile, found: AnswerDifference) -> Profile | None:
    """The profile with an answer that it does not give, unless the answer cannot stand in it."""
    if not found.is_unanswered(found.before):
        return None
    try:
        return with_answer(profile, found.path, found.after)
    except ValueError:
        return None
