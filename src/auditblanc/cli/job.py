"""From files and options to the assessment a command works on: the profile asked for, the text that the date chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.bridge import Bridge, bridge
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.profile import Activity, Profile, ProfileError
from auditblanc.domain.profile_merge import merge_profile
from auditblanc.domain.referential import Edition
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.formats import load
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

    from auditblanc.cli.options import Asked
    from auditblanc.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The assessment on the edition asked for; ``passage`` is the bridge it went through, if any. ``notes`` say how."""

    snapshot: Snapshot
    edition: Edition
    passage: Bridge | None = None
    notes: tuple[str, ...] = ()


def prepare(snapshot: Snapshot, asked: Asked, catalogue: Catalogue) -> Job:
    """What a command works on.

    Raises:
        UnreadableFileError: the profile asked for cannot be read, or contradicts itself.
        EditionError: the edition asked for does not exist.
    """
    snapshot = replace(snapshot, profile=profile_of(snapshot.profile, asked))
    target, note = edition_of(snapshot, asked, catalogue)
    edition = catalogue.edition(target)
    if target == snapshot.edition:
        return Job(snapshot=snapshot, edition=edition, notes=(note,))
    passage = bridge(catalogue, snapshot, target)
    return Job(snapshot=passage.snapshot, edition=edition, passage=passage, notes=(note,))


def profile_of(own: Profile, asked: Asked) -> Profile:
    """The file's own profile; what the options give wins, what they do not give stays."""
    try:
        profile = merge_profile(read_profile_file(asked.profile), own).value if asked.profile else own
        audit = replace(
            profile.audit,
            first_day=asked.audit_date or profile.audit.first_day,
            last_day=None if asked.audit_date else profile.audit.last_day,
            kind=asked.audit_kind or profile.audit.kind,
        )
        return replace(profile, audit=audit, activities=activities_of(profile, asked))
    except ProfileError as error:
        raise UnreadableFileError(str(error)) from error


def activities_of(profile: Profile, asked: Asked) -> tuple[Activity, ...]:
    if not asked.categories:
        return profile.activities
    known = {activity.category: activity for activity in profile.activities}
    wanted = dict.fromkeys(asked.categories)
    return tuple(known.get(category, Activity(category=category)) for category in wanted)


def read_profile_file(path: Path) -> Profile:
    from auditblanc.interchange.json_profile import read_profile  # noqa: PLC0415 -- msgspec, only when asked for

    return read_profile(load(path))


def edition_of(snapshot: Snapshot, asked: Asked, catalogue: Catalogue) -> tuple[str, str]:
    """The edition to work on, and the sentence that says why."""
    if asked.edition:
        return asked.edition, f"Texte demandé : {catalogue.edition(asked.edition).title}."
    audit = snapshot.profile.audit
    own = catalogue.edition(snapshot.edition)
    if audit.first_day is None:
        return own.id, f"Sans date d’audit, le texte est celui du fichier : {own.title}."
    choice = choose(catalogue, audit.first_day, audit.last_day, referential=own.referential)
    return choice.edition, choice.note
