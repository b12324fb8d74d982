"""A reception carried on until each file is settled. It may be stopped at any moment, and carried on from there by whoever comes next."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

from auditblanc.accounts.models import Organisation
from auditblanc.assessments import editions
from auditblanc.assessments.mass_intake.apart import Given, read_all_apart
from auditblanc.assessments.mass_intake.deciding import Decision, decide
from auditblanc.assessments.mass_intake.directory import directory_of
from auditblanc.assessments.mass_intake.index import Index
from auditblanc.assessments.models import Outcome, ReceivedForm
from auditblanc.assessments.writes import mass_intake as writes
from auditblanc.assessments.writes.stamp import Stamp
from auditblanc.domain.attachment import Known
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from auditblanc.assessments.mass_intake.source import Source
    from auditblanc.assessments.models import MassIntake
    from auditblanc.interchange.reading_child import Answer

Item = TypeVar("Item")
# Of one transaction: few enough that nobody who saves meanwhile waits.
_TOGETHER = 10
_LOOKED_AT = 100


def carry_on(
    intake: MassIntake,
    source: Source,
    index: Index | None = None,
    *,
    now: Callable[[], datetime],
    done: Callable[[int], None] = lambda _: None,
    is_enough: Callable[[], bool] = lambda: False,
) -> bool:
    """Settle every file that is not settled yet, and end the reception: whether it is ended.

    ``done`` is told how many more were settled. ``is_enough``: whether the rest is left for another time, asked now and then.
    """
    names = source.names
    writes.count_files(intake, len(names))
    run = _Run(intake, source, index or Index(), now)
    settled = set(ReceivedForm.objects.filter(intake=intake).values_list("name", flat=True))
    done(len(settled))
    for batch in read_all_apart(run.unread([name for name in names if name not in settled], done)):
        for group in _grouped(batch, _TOGETHER):
            run.settle(group)
            done(len(group))
        if is_enough():
            return False
    writes.end(intake, at=now(), remarks=run.absent)
    return True


class _Run:
    """What is known while a reception goes on: whose forms are whose, and what was received already."""

    def __init__(self, intake: MassIntake, source: Source, index: Index, now: Callable[[], datetime]) -> None:
        self._intake, self._source, self._now = intake, source, now
        self._said, self.absent = index.found(source.names)
        self._directory = directory_of(intake.received_by)
        self._catalogue = editions.catalogue()
        self._seen: dict[str, ReceivedForm] = {}

    def unread(self, names: Sequence[str], done: Callable[[int], None]) -> Iterator[Given]:
        """The files to be read. What cannot be opened, and what was received already, is settled on the way."""
        for group in _grouped(names, _LOOKED_AT):
            opened, forms = self._opened(group)
            self._seen.update(_received(self._intake, [each.digest for each in opened]))
            forms += [self._again(each) for each in opened if each.digest in self._seen]
            if forms:
                with writes.settling(self._intake, [form.name for form in forms]) as settled:
                    writes.note(form for form in forms if form.name not in settled)
                done(len(forms))
            yield from (each for each in opened if each.digest not in self._seen)

    def settle(self, group: Sequence[tuple[Given, Answer]]) -> None:
        """What becomes of a few files, all together."""
        with writes.settling(self._intake, [given.name for given, _ in group]) as settled:
            for given, answer in group:
                if given.name in settled:
                    continue
                if given.digest in self._seen:
                    writes.note([self._again(given)])
                    continue
                known = (self._directory, self._catalogue)
                self._write(decide(self._intake, given, answer, self._said.get(given.name), known))

    def _write(self, decision: Decision) -> None:
        form, snapshot = decision.form, decision.snapshot
        if snapshot is None:
            writes.note([form])
            return
        stamp = Stamp(by=self._intake.received_by, at=self._now())
        to = decision.new or Organisation.objects.get(key=decision.to)
        numbers = self._catalogue.edition(snapshot.edition).numbers
        writes.attach(form, snapshot=snapshot, numbers=numbers, to=to, stamp=stamp)
        self._seen[form.digest] = form
        if form.is_new and form.organisation:
            provider = snapshot.profile.provider
            name = form.organisation.name
            self._directory.add(Known(key=form.organisation.key, name=name, siren=provider.siren, nda=provider.nda))

    def _opened(self, names: Iterable[str]) -> tuple[list[Given], list[ReceivedForm]]:
        """The files that could be opened, and the refusals of the others."""
        opened, refused = [], []
        for name in names:
            try:
                data = self._source.read(name)
            except UnreadableFileError as error:
                form = ReceivedForm(intake=self._intake, name=name, outcome=Outcome.REFUSED, reason=str(error))
                refused.append(form)
            else:
                opened.append(Given(name, data, hashlib.sha256(data).hexdigest()))
        return opened, refused

    def _again(self, given: Given) -> ReceivedForm:
        first = self._seen[given.digest]
        return ReceivedForm(
            intake=self._intake,
            name=given.name,
            digest=given.digest,
            outcome=Outcome.ALREADY,
            organisation_id=first.organisation_id,
            assessment_id=first.assessment_id,
            rated=first.rated,
        )


def _received(intake: MassIntake, digests: Sequence[str]) -> dict[str, ReceivedForm]:
    """Forms of the same contents that the person attached before, and whose assessment is still there; in one query."""
    found = ReceivedForm.objects.filter(
        intake__received_by=intake.received_by_id,
        digest__in=digests,
        outcome__in=(Outcome.ATTACHED, Outcome.ALREADY),
        assessment__isnull=False,
    )
    return {form.digest: form for form in found.defer("document", "doubts", "data")}


def _grouped(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
