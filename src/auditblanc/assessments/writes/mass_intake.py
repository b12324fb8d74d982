"""Every change of a reception of many forms: opened, a form settled, a form given to an organisation by a person, ended."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditblanc.accounts.keys import new_key
from auditblanc.accounts.writes import found_organisation
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import MassIntake, Outcome, ReceivedForm
from auditblanc.assessments.received import kept_as_received
from auditblanc.assessments.writes.create import begin
from auditblanc.assessments.writes.received import keep_as_received
from auditblanc.assessments.writes.stored import stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from auditblanc.accounts.models import Organisation, User
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.snapshot import Snapshot

_NAME = 255
_LET_GO = "Personne n’a dit en trente jours de quel organisme est cette fiche : ce qui y a été lu est effacé, donnez-la à nouveau."


def open_intake(person: User, *, name: str, creates: bool, at: datetime, key: str = "") -> MassIntake:
    """A reception of which no file is settled yet. ``creates``: numbers that nobody has make a new organisation."""
    row = MassIntake(received_by=person, name=name[-_NAME:], creates=creates, begun_at=at, key=key or new_key())
    with writing():
        row.save(force_insert=True)
    return row


def count_files(intake: MassIntake, total: int) -> None:
    """How many there are to settle, for whoever watches."""
    intake.total = total
    with writing():
        intake.save(update_fields=["total"])


def end(intake: MassIntake, *, at: datetime, failure: str = "", remarks: Iterable[str] = ()) -> None:
    """Every file is settled, or none can be: ``failure`` says why."""
    intake.ended_at, intake.failure, intake.remarks = at, failure, "\n".join(remarks)
    with writing():
        intake.save(update_fields=["ended_at", "failure", "remarks"])


@contextmanager
def settling(intake: MassIntake, names: Iterable[str]) -> Iterator[frozenset[str]]:
    """Everything within is settled together, or nothing; gives those of ``names`` that somebody settled meanwhile."""
    with writing():
        # Whoever carries the same reception on waits here, and then finds what was settled.
        MassIntake.objects.select_for_update().get(pk=intake.pk)
        settled = ReceivedForm.objects.filter(intake=intake, name__in=list(names))
        yield frozenset(settled.values_list("name", flat=True))


def note(forms: Iterable[ReceivedForm]) -> None:
    """What became of files that made no assessment."""
    with writing():
        ReceivedForm.objects.bulk_create(forms)


def attach(
    form: ReceivedForm, *, snapshot: Snapshot, numbers: Iterable[int], to: Organisation | str, stamp: Stamp
) -> Assessment:
    """A new assessment of what was read; ``to`` is the organisation, or the name of one to be made.

    The same content that waited elsewhere for the same person to say whose it is waits no more.
    """
    with writing():
        form.is_new = isinstance(to, str)
        organisation = found_organisation(name=to, by=stamp.by, at=stamp.at) if isinstance(to, str) else to
        made = begin(organisation, snapshot=snapshot, numbers=numbers, stamp=stamp)
        _keep(form, made, stamp)
        form.outcome, form.organisation, form.assessment = Outcome.ATTACHED, organisation, made
        form.reason = form.document = ""
        form.data = None
        form.save()
        ReceivedForm.objects.filter(
            intake__received_by=form.intake.received_by_id, digest=form.digest, outcome=Outcome.WAITING
        ).update(outcome=Outcome.ALREADY, organisation=organisation, assessment=made, reason="", document="", data=None)
    return made


def attach_by_hand(
    form: ReceivedForm, *, snapshot: Snapshot, numbers: Iterable[int], to: Organisation | str, stamp: Stamp
) -> Assessment | None:
    """What :func:`attach` does, for a form that still waits; nothing when it waits no more."""
    with writing():
        waiting = ReceivedForm.objects.select_for_update().filter(pk=form.pk, outcome=Outcome.WAITING).first()
        return attach(waiting, snapshot=snapshot, numbers=numbers, to=to, stamp=stamp) if waiting else None


def let_go(before: datetime) -> None:
    """What was read of forms that still wait, received before then, goes: given again, they are received again."""
    with writing():
        ReceivedForm.objects.filter(outcome=Outcome.WAITING, intake__begun_at__lt=before).update(
            outcome=Outcome.REFUSED, reason=_LET_GO, document="", data=None
        )


def _keep(form: ReceivedForm, made: Assessment, stamp: Stamp) -> None:
    """The file itself, where it is to be given back as it came."""
    if form.data is None:
        return
    name = PurePosixPath(form.name).name
    content = kept_as_received(made.organisation, BytesIO(form.data), name)
    if content:
        keep_as_received(made, stored(made.organisation, content, stamp), name, given=stamp, stamp=stamp)


def forget(intake: MassIntake) -> None:
    """The list of what was received goes, with what waited; assessments stay."""
    with writing():
        intake.delete()
