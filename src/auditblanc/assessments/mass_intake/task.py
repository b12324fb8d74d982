"""A reception of the site, carried on by the work process: a share at a time, so that a site that stops waits for little."""

from __future__ import annotations

import time

from django.utils import timezone

from auditblanc.assessments.background import later, task
from auditblanc.assessments.mass_intake import parcels
from auditblanc.assessments.mass_intake.index import Index, read_index
from auditblanc.assessments.mass_intake.run import carry_on
from auditblanc.assessments.mass_intake.source import Archive
from auditblanc.assessments.models import MassIntake
from auditblanc.assessments.writes import mass_intake as writes
from auditblanc.interchange.problems import UnreadableFileError

SHARE = 20
_GONE = "L’archive n’est plus là : donnez-la à nouveau ; les fiches déjà reçues ne le seront pas deux fois."


@task
def receive(intake: int) -> None:
    """Settle forms for ``SHARE`` seconds, then ask for the rest. What was kept goes once there is no rest."""
    row = MassIntake.objects.select_related("received_by").filter(pk=intake, ended_at=None).first()
    if row is None:
        return
    try:
        is_ended = _share(row)
    except UnreadableFileError as error:
        writes.end(row, at=timezone.now(), failure=str(error))
        is_ended = True
    if is_ended:
        parcels.discard([row.key])
    else:
        later(receive, intake)


def _share(row: MassIntake) -> bool:
    """Whether every form is settled."""
    archive = parcels.opened(row.key, parcels.ARCHIVE)
    if archive is None:
        raise UnreadableFileError(_GONE)
    end = time.monotonic() + SHARE
    with archive:
        source = Archive.of(archive)
        return carry_on(row, source, _index(row, source), now=timezone.now, is_enough=lambda: time.monotonic() > end)


def _index(row: MassIntake, source: Archive) -> Index:
    """The one that was given beside the archive, else the one in it."""
    given = parcels.opened(row.key, parcels.INDEX)
    if given is None:
        data = source.index()
        return read_index(data) if data is not None else Index()
    with given:
        return read_index(given.read())
