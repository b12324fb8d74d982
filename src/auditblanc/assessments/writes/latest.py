"""Which assessment of an organisation is the current one, for lists of many organisations: the last one begun."""

from __future__ import annotations

from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads import rows


def mark_latest(organisation: int) -> None:
    """To be called where one is begun, thrown away or put back; in the same transaction."""
    own = Assessment.objects.filter(organisation=organisation)
    newest = own.filter(removed_at=None).order_by("-created_at", "-pk").values_list("pk", flat=True).first()
    own.filter(is_latest=True).exclude(pk=newest or 0).update(is_latest=False)
    own.filter(pk=newest or 0, is_latest=False).update(is_latest=True)


def follow(organisation: int) -> None:
    """What its assessments repeat of themselves, once rows came from elsewhere."""
    for row in Assessment.objects.filter(organisation=organisation):
        row.audit_day = rows.profile(row.profile).audit.first_day
        row.save(update_fields=["audit_day"])
    mark_latest(organisation)
