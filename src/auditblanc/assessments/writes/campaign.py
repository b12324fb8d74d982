"""A campaign: written down whole, then begun organisation by organisation, each in a transaction of its own.

What is interrupted leaves whole organisations, and the next call goes on with those that wait.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Campaign, Pushed, Start
from auditblanc.assessments.reads.campaign_start import Batch
from auditblanc.assessments.writes.create import begin
from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import json_format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.accounts.models import User
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.catalogue import Catalogue


class OtherCampaignError(Exception):
    """The person has a campaign of that name already, which begins something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a campaign begins; ``template`` is what an assessment lends, and ``template_name`` which one."""

    name: str
    audit: Audit
    edition: str
    start: Start
    template: Snapshot | None = None
    template_name: str = ""


def launch(person: User, terms: Terms, organisations: Iterable[int], stamp: Stamp) -> Campaign:
    """The campaign, with these organisations waiting. The same again adds only those that are not in it yet.

    Raises:
        OtherCampaignError: nothing was written.
    """
    said = {
        "kind": terms.audit.kind.value if terms.audit.kind else "",
        "first_day": terms.audit.first_day,
        "edition": terms.edition,
        "start": terms.start.value,
        "template_name": terms.template_name,
    }
    template = json_format.write(terms.template).decode() if terms.template else ""
    with writing():
        made, _ = Campaign.objects.get_or_create(
            person=person, name=terms.name, defaults={**said, "template": template, "created_at": stamp.at}
        )
        if any(getattr(made, name) != value for name, value in said.items()):
            raise OtherCampaignError
        wanted = tuple(organisations)
        Pushed.objects.bulk_create(
            (Pushed(campaign=made, organisation_id=each) for each in wanted), ignore_conflicts=True
        )
        # What was refused then may be possible now: asked again, it is tried again.
        Pushed.objects.filter(campaign=made, organisation__in=wanted).exclude(refusal="").update(refusal="")
    return made


def forget(campaign: Campaign) -> None:
    """Only the list goes: assessments are their organisations'."""
    with writing():
        campaign.delete()


def push(campaign: Campaign, known: Catalogue, stamp: Stamp, *, at_most: int) -> int:
    """Begin what waits, for so many organisations; how many still wait.

    May be called again at any time, from anywhere, by two at once: what was begun is not begun again.
    """
    waiting = Pushed.objects.filter(campaign=campaign, assessment=None, refusal="")
    rows = tuple(waiting.select_related("organisation").order_by("pk")[:at_most])
    batch = Batch.of(campaign, known, rows)
    for row in rows:
        refusal = batch.refusal(row)
        if refusal:
            Pushed.objects.filter(pk=row.pk, assessment=None).update(refusal=refusal)
        else:
            _begin(row, batch, stamp)
    return waiting.count()


def _begin(row: Pushed, batch: Batch, stamp: Stamp) -> None:
    snapshot = batch.snapshot(row)
    # The name of the request is the campaign's: the journal of an organisation answers it once.
    asked = replace(stamp, request_id=f"campagne {batch.campaign.key}")
    with writing():
        # Two who go on with the same campaign wait for each other here.
        if not list(Pushed.objects.select_for_update().filter(pk=row.pk, assessment=None).values_list("pk")):
            return
        made = begin(
            row.organisation,
            snapshot=snapshot,
            numbers=batch.known.edition(batch.campaign.edition).numbers,
            stamp=asked,
            start=batch.previous(row) if batch.campaign.start == Start.PREVIOUS else None,
        )
        Pushed.objects.filter(pk=row.pk).update(assessment=made)
