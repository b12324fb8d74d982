"""What becomes of one file: what was read of it, whose it is, or why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings

from auditblanc.assessments.mass_intake.numbers import in_file_name
from auditblanc.assessments.models import Outcome, ReceivedForm
from auditblanc.assessments.reading import reading_of
from auditblanc.domain.attachment import Attachment, Claim, Directory, Place
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import json_format
from auditblanc.interchange.problems import Problem, UnreadableFileError

if TYPE_CHECKING:
    from auditblanc.assessments.mass_intake.apart import Given
    from auditblanc.assessments.mass_intake.index import Entry
    from auditblanc.assessments.models import MassIntake
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.problems import Reading
    from auditblanc.interchange.reading_child import Answer

# What an organisation's column holds.
_NAME = 200
_NO_EDITION = "Cette fiche suit le texte « {edition} », qui n’est pas installé ici : installez-le, puis recommencez."
_UNKNOWN = "Aucun de vos organismes n’a {number} : créez-le, ou choisissez l’organisme."


@dataclass(frozen=True, slots=True)
class Decision:
    """``form`` is not saved yet. With ``to``, it is to be attached: to that organisation (its key), or to a new one of that name."""

    form: ReceivedForm
    snapshot: Snapshot | None = None
    to: str = ""
    new: str = ""


def decide(
    intake: MassIntake, given: Given, answer: Answer, entry: Entry | None, known: tuple[Directory, Catalogue]
) -> Decision:
    """What becomes of a file. ``entry`` is what the index says of it."""
    directory, catalogue = known
    form = ReceivedForm(intake=intake, name=given.name, digest=given.digest)
    try:
        reading = _read(answer, catalogue)
    except UnreadableFileError as error:
        form.outcome, form.reason = Outcome.REFUSED, str(error)
        return Decision(form)
    _tell(form, reading)
    form.data = given.data if settings.IS_NEUTRAL else None
    found = (
        Attachment(reason=entry.fault)
        if entry and entry.fault
        else directory.attach(_claims(given, answer, reading, entry))
    )
    if not found.reason and not found.known and not intake.creates:
        number = f"le NDA {found.nda}" if found.nda else f"le SIREN {found.siren}"
        found = Attachment(reason=_UNKNOWN.format(number=number))
    snapshot = completed(reading.snapshot, found, entry.name if entry else "")
    if found.reason:
        form.outcome, form.reason, form.document = Outcome.WAITING, found.reason, bytes(answer.document).decode()
        return Decision(form)
    return Decision(form, snapshot, found.known.key if found.known else "", "" if found.known else name_of(snapshot))


def waiting_reading(form: ReceivedForm, catalogue: Catalogue) -> Reading:
    """What was read of a form that waits.

    Raises:
        UnreadableFileError: it was put aside by a version of another format.
    """
    return json_format.read(form.document.encode(), catalogue)


def doubts_of(form: ReceivedForm) -> tuple[Problem, ...]:
    """What is doubtful in a form, in the order of the form."""
    return msgspec.json.decode(form.doubts or "[]", type=tuple[Problem, ...])


def completed(snapshot: Snapshot, found: Attachment, name: str) -> Snapshot:
    """The profile with the name and the numbers that it leaves blank: by them the next form finds its organisation."""
    provider = snapshot.profile.provider
    known = found.known
    provider = replace(
        provider,
        name=provider.name or name or (known.name if known else ""),
        siren=provider.siren or found.siren or (known.siren if known else ""),
        nda=provider.nda or found.nda or (known.nda if known else ""),
    )
    return replace(snapshot, profile=replace(snapshot.profile, provider=provider))


def name_of(snapshot: Snapshot) -> str:
    """What a new organisation is called: its name, else its number."""
    provider = snapshot.profile.provider
    name = provider.name or (f"SIREN {provider.siren}" if provider.siren else f"NDA {provider.nda}")
    return name[:_NAME]


def _read(answer: Answer, catalogue: Catalogue) -> Reading:
    reading = reading_of(answer, catalogue)
    if reading.snapshot.edition not in catalogue.ids:
        raise UnreadableFileError(_NO_EDITION.format(edition=reading.snapshot.edition))
    return reading


def _tell(form: ReceivedForm, reading: Reading) -> None:
    form.rated = sum(rating.level is not None for rating in reading.snapshot.ratings)
    form.doubtful = len(reading.problems)
    form.doubts = msgspec.json.encode(reading.problems).decode() if reading.problems else ""


def _claims(given: Given, answer: Answer, reading: Reading, entry: Entry | None) -> tuple[Claim, ...]:
    provider = reading.snapshot.profile.provider
    own = Claim(place=Place.FORM, organisation=answer.organisation, siren=provider.siren, nda=provider.nda)
    indexed = (Claim(place=Place.INDEX, siren=entry.siren, nda=entry.nda),) if entry else ()
    return (own, *indexed, *in_file_name(given.name))
