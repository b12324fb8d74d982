"""The action plan: plan, change, close, throw away. A recurring action that is done comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from auditblanc.accounts.models import Membership, User
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Action, ActionIndicator, Evidence, Finding
from auditblanc.assessments.reads import plan as reads
from auditblanc.assessments.writes import journal
from auditblanc.domain.action import ActionState
from auditblanc.domain.plan import next_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import action as frozen

_COLUMNS = ("what", "owner", "due", "cause", "done_on", "check_on", "is_effective", "check_note", "every_months")


class NotAMemberError(Exception):
    """The person is not, or no more, a member of the organisation: nothing was written."""


@dataclass(frozen=True, slots=True)
class Doer:
    """The member whose an action is to do; ``None``: nobody who has an account."""

    person: User | None


class StaleActionError(Exception):
    """Somebody changed the action since the person saw it: show it again, with what was typed."""


def plan(
    organisation: int, items: Sequence[frozen.Action], stamp: Stamp, *, person: User | None = None
) -> tuple[Action, ...]:
    """New actions, ``person``'s to do. The same request again plans nothing more.

    Raises:
        NotAMemberError: ``person`` is not of the organisation.
    """
    with writing():
        if journal.answered(organisation, stamp):
            return ()
        made = put(organisation, items, person=_member(organisation, person))
        told = [_told(None, one(row)) for row in made]
        told += [_gave(one(row), None, person) for row in made if person]
        journal.record(organisation, stamp, told)
    return made


def put(organisation: int, items: Sequence[frozen.Action], *, person: int | None = None) -> tuple[Action, ...]:
    """As :func:`plan`, for who tells the journal and holds the transaction."""
    cited = _cited(organisation, items)
    made = Action.objects.bulk_create(
        Action(organisation_id=organisation, person_id=person, **_columns(item, cited)) for item in items
    )
    _concern((row.pk, number) for row, item in zip(made, items, strict=True) for number in item.indicators)
    return tuple(made)


def change(
    row: Action, item: frozen.Action, stamp: Stamp, *, seen: int, doer: Doer | None = None
) -> frozen.Action | None:
    """What an action says. Done, a recurring one comes back: what it became, when it did. ``seen``: the version it had.

    ``doer``: whose it is to do from now on; not said, it stays as it is, unless another name is typed.

    Raises:
        StaleActionError: it has another version by now; nothing was written.
        NotAMemberError: ``doer`` is not of the organisation; nothing was written.
    """
    with writing():
        before, was = one(row), Action.objects.select_related("person").get(pk=row.pk).person
        item = replace(item, key=row.key)
        kept = was if item.owner == before.owner else None
        person = doer.person if doer else kept
        if (before, was) == (item, person):
            return None
        own = Action.objects.filter(pk=row.pk, version=seen, removed_at=None)
        columns = _columns(item, _cited(row.organisation_id, [item]))
        given = _member(row.organisation_id, person) if person != was else row.person_id
        if not own.update(version=seen + 1, person=given, **columns):
            raise StaleActionError
        if before.indicators != item.indicators:
            row.links.all().delete()
            _concern((row.pk, number) for number in item.indicators)
        told = [_told(before, one(row))] if before != item else []
        told += [_gave(item, was, person)] if person != was else []
        is_done = item.state is ActionState.DONE and before.state is not ActionState.DONE
        again = next_time(item, item.done_on) if is_done and item.done_on else None
        if again:
            told += [_told(None, one(made)) for made in put(row.organisation_id, [again], person=given)]
        journal.record(row.organisation_id, stamp, told)
        return again


def change_many(
    rows: Sequence[Action], changed: Callable[[frozen.Action], frozen.Action], stamp: Stamp, *, doer: Doer | None = None
) -> int:
    """The same change to many actions, an event each; how many did change. The same request again changes nothing.

    Raises:
        NotAMemberError: ``doer`` is not of the organisation; nothing was written.
    """
    with writing():
        if rows and journal.answered(rows[0].organisation_id, stamp):
            return 0
        done = 0
        for row in rows:
            before = one(row)
            item = changed(before)
            if item != before or (doer and doer.person != row.person):
                at = replace(stamp, request_id="" if done else stamp.request_id)
                change(row, item, at, seen=row.version, doer=doer)
                done += 1
        return done


def remove(row: Action, stamp: Stamp) -> None:
    """Throw an action away; the journal keeps what it said."""
    with writing():
        before = one(row)
        Action.objects.filter(pk=row.pk).update(removed_at=stamp.at)
        journal.record(row.organisation_id, stamp, [_told(before, None)])


def one(row: Action) -> frozen.Action:
    """The action as it is now."""
    found = Action.objects.select_related("finding", "closing_evidence").get(pk=row.pk)
    return reads.action(found, row.links.order_by("indicator").values_list("indicator", flat=True))


def _told(before: frozen.Action | None, after: frozen.Action | None) -> journal.Change:
    said = after or before
    return journal.Change(
        verb="planned" if before is None else "changed" if after else "removed",
        indicator=said.indicators[0] if said and said.indicators else None,
        field="action",
        before=before,
        after=after,
    )


def _gave(item: frozen.Action, before: User | None, after: User | None) -> journal.Change:
    """``field`` is not that of an indicator given: what an action says is told beside."""
    sides = [{"action": item.what, "person": each.key} if each else None for each in (before, after)]
    number = item.indicators[0] if item.indicators else None
    return journal.Change(verb="gave", indicator=number, field="doer", before=sides[0], after=sides[1])


def _member(organisation: int, person: User | None) -> int | None:
    """The row of somebody who is there."""
    if person and not Membership.objects.filter(organisation=organisation, user=person).exists():
        raise NotAMemberError
    return person.pk if person else None


def _columns(item: frozen.Action, cited: dict[str, int]) -> dict[str, Any]:
    """What a row holds of an action, its indicators apart. What it cites and is not the organisation's is left out."""
    return {name: getattr(item, name) for name in _COLUMNS} | {
        "origin": item.origin.value,
        "priority": item.priority.value,
        "effort": item.effort.value if item.effort else "",
        "state": item.state.value,
        "finding_id": cited.get(f"finding {item.finding}"),
        "closing_evidence_id": cited.get(f"evidence {item.closing_evidence}"),
    }


def _cited(organisation: int, items: Iterable[frozen.Action]) -> dict[str, int]:
    """The rows of the findings and proofs that actions cite by their keys."""
    findings = {item.finding for item in items if item.finding}
    proofs = {item.closing_evidence for item in items if item.closing_evidence}
    found: dict[str, int] = {}
    if findings:
        own = Finding.objects.filter(organisation=organisation, key__in=findings)
        found |= {f"finding {key}": pk for key, pk in own.values_list("key", "pk")}
    if proofs:
        kept = Evidence.objects.filter(organisation=organisation, key__in=proofs)
        found |= {f"evidence {key}": pk for key, pk in kept.values_list("key", "pk")}
    return found


def _concern(links: Iterable[tuple[int, int]]) -> None:
    ActionIndicator.objects.bulk_create(ActionIndicator(action_id=pk, indicator=number) for pk, number in links)
