"""What the next organisations of a campaign start with, or why nothing is begun for one of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from auditblanc.accounts.models import Membership
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Action, Assessment, Campaign, Pushed, Start
from auditblanc.assessments.reads.campaign import Refusal, leads
from auditblanc.assessments.reads.snapshot import snapshots
from auditblanc.domain.bridge import bridge
from auditblanc.domain.catalogue import Catalogue
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.profile import Audit, Profile, Provider
from auditblanc.domain.snapshot import Snapshot
from auditblanc.domain.starting_point import laid
from auditblanc.interchange import json_format


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is known of some organisations of a campaign, asked once for all of them.

    ``writable``: numbers of those where the person may write. ``planned``: what their plans say already.
    """

    campaign: Campaign
    known: Catalogue
    writable: frozenset[int]
    latest: dict[int, tuple[Assessment, Snapshot]]
    planned: dict[int, set[str]]
    template: Snapshot | None

    @classmethod
    def of(cls, campaign: Campaign, known: Catalogue, rows: tuple[Pushed, ...]) -> Batch:
        """In five queries."""
        own = [row.organisation_id for row in rows]
        may_write = Membership.objects.filter(
            user=campaign.person_id,
            user__is_active=True,
            organisation__in=own,
            organisation__removed_at=None,
            role__in=having(Right.EDIT),
        )
        found = snapshots(Assessment.objects.filter(organisation__in=own, is_latest=True))
        template = _template(campaign, known)
        planned = defaultdict(set)
        if template and template.actions:
            for key, what in Action.objects.filter(organisation__in=own).values_list("organisation", "what"):
                planned[key].add(what)
        return cls(
            campaign=campaign,
            known=known,
            writable=frozenset(may_write.values_list("organisation", flat=True)),
            latest={row.organisation_id: (row, snapshot) for row, snapshot in found},
            planned=planned,
            template=template,
        )

    def refusal(self, row: Pushed) -> str:
        if row.organisation_id not in self.writable:
            return Refusal.NO_RIGHT.value
        if self.campaign.start != Start.PREVIOUS:
            return ""
        previous = self.previous(row)
        if previous is None:
            return Refusal.NO_PREVIOUS.value
        return "" if leads(self.known, previous.edition, self.campaign.edition) else Refusal.OTHER_TEXT.value

    def previous(self, row: Pushed) -> Assessment | None:
        found = self.latest.get(row.organisation_id)
        return found[0] if found else None

    def snapshot(self, row: Pushed) -> Snapshot:
        """What the new assessment starts with. Proofs are the organisation's already."""
        base = self._base(row)
        audit = Audit(
            kind=AuditKind(self.campaign.kind) if self.campaign.kind else None, first_day=self.campaign.first_day
        )
        base = replace(base, title=self.campaign.name, profile=replace(base.profile, audit=audit))
        if self.template is None:
            return base
        begun = laid(self.template, base, self.known.edition(self.campaign.edition))
        new = tuple(each for each in begun.actions if each.what not in self.planned.get(row.organisation_id, ()))
        return replace(begun, actions=new)

    def _base(self, row: Pushed) -> Snapshot:
        found = self.latest.get(row.organisation_id)
        if found and self.campaign.start == Start.PREVIOUS:
            return bridge(self.known, found[1], self.campaign.edition).snapshot
        # Who the provider is does not change with the audit.
        profile = found[1].profile if found else Profile(provider=Provider(name=row.organisation.name))
        return Snapshot(edition=self.campaign.edition, profile=profile)


def _template(campaign: Campaign, known: Catalogue) -> Snapshot | None:
    """What is lent, on the text of the campaign."""
    if not campaign.template:
        return None
    kept = json_format.read(campaign.template.encode(), known).snapshot
    return bridge(known, kept, campaign.edition).snapshot
