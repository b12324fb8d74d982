"""A campaign carried on by the work process: a share at a time, so that a site that stops waits for little."""

from __future__ import annotations

import time

from django.utils import timezone

from auditblanc.assessments import editions
from auditblanc.assessments.background import later, task
from auditblanc.assessments.models import Campaign
from auditblanc.assessments.writes.campaign import push
from auditblanc.assessments.writes.stamp import Stamp

SHARE = 10
# Between two looks at the clock: what is asked of the database once for all of them.
AT_ONCE = 40


@task
def push_campaign(campaign: int) -> None:
    """Begin assessments for ``SHARE`` seconds, then ask for the rest. A campaign that was forgotten begins nothing more."""
    row = Campaign.objects.select_related("person").filter(pk=campaign).first()
    if row is None:
        return
    end = time.monotonic() + SHARE
    while left := push(row, editions.catalogue(), Stamp(by=row.person, at=timezone.now()), at_most=AT_ONCE):
        if time.monotonic() > end:
            break
    if left:
        later(push_campaign, campaign)
