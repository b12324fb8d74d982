"""People, organisations and assessments for the tests of the site. Models are imported late: most tests need none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Activity, Audit, Profile, Provider
from auditblanc.domain.snapshot import Level, Rating, Snapshot

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation, User
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
PROFILE = Profile(
    provider=Provider(name="Atelier Mimosa"),
    activities=(Activity(category=Category.TRAINING, new_entrant=False),),
    audit=Audit(first_day=date(2027, 3, 9), kind=AuditKind.INITIAL),
)
SNAPSHOT = Snapshot(
    edition="2026-v9",
    title="Audit de mars",
    profile=PROFILE,
    ratings=(
        Rating(indicator=1, level=Level.READY, presentation="Le site et le catalogue 2027."),
        Rating(indicator=2, level=Level.PARTIAL, presentation="Les résultats de 2026, à publier."),
        Rating(indicator=5, level=Level.MISSING),
    ),
    evidence=(Evidence(title="Catalogue 2027", indicators=(1, 5), place="Classeur A"),),
)


def person(name: str) -> User:
    from auditblanc.accounts.models import User  # noqa: PLC0415

    return User.objects.create(name=name, email=f"{name.lower()}@exemple.invalid")


def organisation(name: str, owner: User) -> Organisation:
    from auditblanc.accounts.writes import found_organisation  # noqa: PLC0415

    return found_organisation(name=name, by=owner, at=NOON)


def member(name: str, of: Organisation, role: str) -> User:
    from auditblanc.accounts.models import Membership  # noqa: PLC0415

    made = person(name)
    Membership.objects.create(user=made, organisation=of, role=role)
    return made


def stamp(by: User, at: datetime = NOON, request_id: str = "") -> Stamp:
    from auditblanc.assessments.writes.stamp import Stamp  # noqa: PLC0415

    return Stamp(by=by, at=at, request_id=request_id)


def assessment(of: Organisation, by: User, snapshot: Snapshot = SNAPSHOT) -> Assessment:
    from auditblanc.assessments.writes.create import begin  # noqa: PLC0415

    return begin(of, snapshot=snapshot, numbers=range(1, 34), stamp=stamp(by))
