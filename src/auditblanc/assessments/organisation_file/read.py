"""In: a new organisation, or into one that is there: whatever is new beside what is there, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from django.utils.timezone import localdate

from auditblanc.accounts.keys import new_key
from auditblanc.accounts.models import Membership, Organisation, Role
from auditblanc.accounts.writing import writing
from auditblanc.assessments import editions
from auditblanc.assessments.models import Assessment, Event, StoredFile
from auditblanc.assessments.organisation_file.package import DAMAGED, opened
from auditblanc.assessments.organisation_file.row_maker import RowMaker
from auditblanc.assessments.reads.integrity import row_faults
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.latest import follow
from auditblanc.domain.dates import in_french
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.french import counted
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from auditblanc.assessments.organisation_file.package import Package
    from auditblanc.assessments.writes.stamp import Stamp

NOTHING_NEW = "« {name} » contient déjà tout ce que dit ce fichier : rien n’est à reprendre."
NO_EDITION = "Ce fichier porte sur le texte « {edition} », qui n’est pas installé ici : installez-le, puis recommencez. Rien n’a été repris."


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """``added``: how many rows were made, by table."""

    organisation: Organisation
    added: dict[str, int]

    @property
    def words(self) -> str:
        """« « Mimosa » est repris : 1 évaluation, 12 preuves, 0 action, 0 écart. »"""
        names = (("assessment", "évaluation"), ("evidence", "preuve"), ("action", "action"), ("finding", "écart"))
        counts = ", ".join(counted(self.added[key], word, f"{word}s") for key, word in names)
        return f"« {self.organisation.name} » est repris : {counts}."


def bring_in(file: IO[bytes], stamp: Stamp) -> BroughtIn:
    """A new organisation of the person's, with all that the file holds; its journal goes on from there.

    Raises:
        UnreadableFileError: not such a file, damaged, altered, or on a text that is not here; nothing was made.
    """
    with opened(file) as package:
        about = package.contents
        key = new_key()
        # Contents first: a row never waits for its content. What is left of a file at fault is an orphan that harms nobody.
        for sha256 in about.files:
            package.keep(sha256, key)
        with writing():
            made = Organisation(key=key, name=_name(about.name, stamp), accent=about.accent, created_at=stamp.at)
            made.full_clean()
            made.save()
            Membership.objects.create(organisation=made, user=stamp.by, role=Role.OWNER)
            return _filled(package, made, stamp, journals={})


def bring_into(organisation: Organisation, file: IO[bytes], stamp: Stamp) -> BroughtIn:
    """What the file holds and the organisation does not, beside what it holds, which stays as it is.

    An assessment of which both have another state comes as another one. The file's journal comes as a journal of its own.

    Raises:
        UnreadableFileError: as :func:`bring_in`, or there is nothing new; nothing was changed.
    """
    with opened(file) as package:
        about = package.contents
        if about.journal and Event.objects.filter(organisation=organisation, hash=about.journal).exists():
            raise UnreadableFileError(NOTHING_NEW.format(name=organisation.name))
        for sha256 in about.files:
            package.keep(sha256, organisation.key)
        with writing():
            return _filled(package, organisation, stamp, journals={"": new_key()})


def _filled(package: Package, organisation: Organisation, stamp: Stamp, journals: dict[str, str]) -> BroughtIn:
    about = package.contents
    maker = RowMaker(organisation, journals, mark=_mark(stamp))
    maker.all(package)
    _require_whole(organisation, set(about.files))
    follow(organisation.pk)
    brought = journal.Change(
        verb="brought in", field="organisation", after={"made": about.made_at, "last": about.journal}
    )
    own = journals.get("")
    if own:
        journal.record(organisation.pk, stamp, [brought], journal=own)
    journal.record(organisation.pk, stamp, [brought])
    return BroughtIn(organisation=organisation, added=dict(maker.added))


def _name(name: str, stamp: Stamp) -> str:
    """That of the file; where the person has an organisation of that name, one that tells the two apart."""
    taken = Organisation.objects.filter(memberships__user=stamp.by, removed_at=None, name=name).exists()
    return f"{name[:150]} {_mark(stamp)}" if taken else name


def _mark(stamp: Stamp) -> str:
    return f"(repris le {in_french(localdate(stamp.at))})"


def _require_whole(organisation: Organisation, files: set[str]) -> None:
    held = set(StoredFile.objects.filter(organisation=organisation).values_list("sha256", flat=True))
    if not files <= held or row_faults(organisation):
        raise UnreadableFileError(DAMAGED)
    for assessment in Assessment.objects.filter(organisation=organisation):
        try:
            editions.catalogue().edition(assessment.edition)
        except EditionError as error:
            raise UnreadableFileError(NO_EDITION.format(edition=assessment.edition)) from error
        # Whatever a page would read is read once.
        snapshot(assessment)
