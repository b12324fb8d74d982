"""What a real audit raised: entered from its report, answered, sent, lifted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment, Evidence, Finding, FindingEvidence
from auditblanc.assessments.reads import plan as reads
from auditblanc.assessments.reads import rows
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.profile import change_profile
from auditblanc.domain.profile import LastAudit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import finding as frozen
    from auditblanc.domain import profile as profiles

_COLUMNS = ("audit_day", "site", "cause", "plan", "answered_on", "lifted_on")


class StaleFindingError(Exception):
    """Somebody changed the gap since the person saw it: show it again, with what was typed."""


def enter(assessment: Assessment, items: Sequence[frozen.AuditFinding], stamp: Stamp) -> tuple[Finding, ...]:
    """The gaps of a report, kept by the organisation and told in the profile of the assessment.

    There the scope of the next surveillance reads them. The same request again enters nothing more.
    """
    with writing():
        if journal.answered(assessment.organisation_id, stamp):
            return ()
        made = put(assessment.organisation_id, items)
        journal.record(assessment.organisation_id, stamp, [_told(None, one(row)) for row in made])
        row = Assessment.objects.get(pk=assessment.pk)
        now = rows.profile(row.profile)
        told = replace(now, last_audit=_last_audit(now.last_audit, items))
        change_profile(row, told, started_from=row.profile_version, stamp=replace(stamp, request_id=""))
    return made


def put(organisation: int, items: Sequence[frozen.AuditFinding]) -> tuple[Finding, ...]:
    """As :func:`enter`, for who tells the journal and holds the transaction; profiles are left alone."""
    made = tuple(Finding.objects.bulk_create(Finding(organisation_id=organisation, **_columns(item)) for item in items))
    _prove(organisation, [(row.pk, key) for row, item in zip(made, items, strict=True) for key in item.evidence])
    return made


def change(row: Finding, item: frozen.AuditFinding, stamp: Stamp, *, seen: int) -> None:
    """What is said of a gap and answered to it. ``seen``: the version it had.

    Raises:
        StaleFindingError: it has another version by now; nothing was written.
    """
    with writing():
        before = one(row)
        if before == replace(item, key=row.key):
            return
        own = Finding.objects.filter(pk=row.pk, version=seen, removed_at=None)
        if not own.update(version=seen + 1, **_columns(item)):
            raise StaleFindingError
        row.proofs.all().delete()
        _prove(row.organisation_id, [(row.pk, key) for key in item.evidence])
        journal.record(row.organisation_id, stamp, [_told(before, one(row))])


def remove(row: Finding, stamp: Stamp) -> None:
    """Throw a gap away; the journal keeps what it said."""
    with writing():
        before = one(row)
        Finding.objects.filter(pk=row.pk).update(removed_at=stamp.at)
        journal.record(row.organisation_id, stamp, [_told(before, None)])


def one(row: Finding) -> frozen.AuditFinding:
    """The gap as it is now."""
    found = Finding.objects.get(pk=row.pk)
    return reads.finding(found, tuple(row.proofs.order_by("pk").values_list("evidence__key", flat=True)))


def _last_audit(now: LastAudit | None, items: Sequence[frozen.AuditFinding]) -> LastAudit | None:
    """What the profile tells of the last audit with these gaps: an older audit changes nothing, a newer one replaces it."""
    days = [item.audit_day for item in items if item.audit_day]
    held, known = max(days, default=None), now.held_on if now else None
    if now and known and held and held < known:
        return now
    is_newer = bool(now and known and held and held > known)
    kept = () if is_newer or now is None else now.findings
    raised = _each_once((*kept, *(item.finding for item in items)))
    skipped = () if is_newer or now is None else now.skipped
    return LastAudit(held_on=held or known, findings=raised, skipped=skipped)


def _each_once(findings: Iterable[profiles.Finding]) -> tuple[profiles.Finding, ...]:
    """One an indicator, as a profile holds them: the first that was told."""
    found: dict[int, profiles.Finding] = {}
    for each in findings:
        found.setdefault(each.indicator, each)
    return tuple(found.values())


def _told(before: frozen.AuditFinding | None, after: frozen.AuditFinding | None) -> journal.Change:
    said = after or before
    return journal.Change(
        verb="entered" if before is None else "changed" if after else "removed",
        indicator=said.finding.indicator if said else None,
        field="finding",
        before=before,
        after=after,
    )


def _columns(item: frozen.AuditFinding) -> dict[str, Any]:
    raised = item.finding
    return {name: getattr(item, name) for name in _COLUMNS} | {
        "indicator": raised.indicator,
        "gravity": raised.gravity.value,
        "edition": raised.edition,
        "words": raised.words,
        "received_on": raised.received_on,
    }


def _prove(organisation: int, cited: Sequence[tuple[int, str]]) -> None:
    """Proofs of the organisation alone: a key of another one cites nothing."""
    keys = {key for _, key in cited}
    known = (
        dict(Evidence.objects.filter(organisation=organisation, key__in=keys).values_list("key", "pk")) if keys else {}
    )
    FindingEvidence.objects.bulk_create(
        FindingEvidence(finding_id=pk, evidence_id=known[key]) for pk, key in cited if key in known
    )
