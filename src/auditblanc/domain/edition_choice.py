"""Which edition an audit is prepared on: its first day chooses, and what is not certain is said.

Source: decree 2026-728 holds for every audit from 1 November 2026, without transition; a reading guide holds from the
day that comes with it. Editions carry those days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.french import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.edition_file import Heading

Headings = tuple["Heading", ...]

_TO_CONFIRM = "À confirmer avec votre certificateur."


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChoice:
    """The edition chosen, why in French, and the others that the certifier could hold to."""

    edition: str
    is_certain: bool
    note: str
    alternatives: tuple[str, ...] = ()


def choose(
    catalogue: Catalogue, first_day: date, last_day: date | None = None, *, referential: str = "rnq"
) -> EditionChoice:
    """The edition in force on the audit's first day; the nearest, not certain, when none is.

    Not certain either: an audit during which the text changes, and two editions that start on the same day (the one
    listed last is chosen). An audit without a date chooses nothing: who asks keeps its text, and says so.
    Only headings are read.

    Raises:
        EditionError: that referential has no edition, or an edition is based on one that does not exist.
    """
    headings = _candidates(catalogue, referential)
    last_day = last_day or first_day
    when = f"du {in_french(first_day)}" + (f" au {in_french(last_day)}" if last_day > first_day else "")
    met = [_in_force(headings, day) for day in _turning_days(headings, first_day, last_day)]
    if not met[0]:
        return _nearest(headings, first_day, when)
    chosen = met[0][-1]
    others = _others(chosen, (heading for found in met for heading in found))
    if not others and all(met):
        return EditionChoice(edition=chosen.id, is_certain=True, note=f"Pour un audit {when} : {_title(chosen)}.")
    uncovered = "" if all(met) else " Aucune édition disponible ne couvre l’audit jusqu’au bout."
    note = f"Pour un audit {when}, texte du premier jour : {_title(chosen)}.{_also(others)}{uncovered} {_TO_CONFIRM}"
    return EditionChoice(edition=chosen.id, is_certain=False, note=note, alternatives=_ids(others))


def _candidates(catalogue: Catalogue, referential: str) -> Headings:
    """The editions of a referential. Those without a first day of application count only when none has one."""
    found = tuple(heading for heading in catalogue.headings if catalogue.referential(heading.id) == referential)
    if not found:
        raise EditionError(f"Le référentiel « {referential} » n’a aucune édition.")
    return tuple(heading for heading in found if heading.audits_from) or found


def _start(heading: Heading) -> date:
    return heading.audits_from or date.min


def _end(heading: Heading) -> date:
    return heading.audits_to or date.max


def _in_force(headings: Headings, day: date) -> Headings:
    """The editions in force on a day: those that started last among those that hold."""
    holding = tuple(heading for heading in headings if _start(heading) <= day <= _end(heading))
    last = max(map(_start, holding), default=None)
    return tuple(heading for heading in holding if _start(heading) == last)


def _turning_days(headings: Headings, first_day: date, last_day: date) -> Sequence[date]:
    """The days of an audit on which the text may be another one than the day before."""
    starts = {_start(heading) for heading in headings if first_day < _start(heading) <= last_day}
    return sorted({first_day, last_day, *starts})


def _nearest(headings: Headings, day: date, when: str) -> EditionChoice:
    """The edition whose dates are nearest; at equal distance the later one."""
    before = sorted((heading for heading in headings if _end(heading) < day), key=_end)[-1:]
    after = sorted((heading for heading in headings if _start(heading) > day), key=_start)[:1]
    chosen, *others = sorted([*after, *before], key=lambda heading: max(_start(heading) - day, day - _end(heading)))
    note = f"Aucune édition disponible ne vaut pour un audit {when} : la plus proche est {_title(chosen)}."
    return EditionChoice(
        edition=chosen.id,
        is_certain=False,
        note=f"{note}{_also(others)} {_TO_CONFIRM}",
        alternatives=_ids(others),
    )


def _others(chosen: Heading, met: Iterable[Heading]) -> Sequence[Heading]:
    return tuple({heading.id: heading for heading in met if heading is not chosen}.values())


def _also(others: Sequence[Heading]) -> str:
    return f" Autre texte possible : {listed([_title(heading) for heading in others], 'ou')}." if others else ""


def _title(heading: Heading) -> str:
    return f"« {heading.title} »"


def _ids(headings: Iterable[Heading]) -> tuple[str, ...]:
    return tuple(heading.id for heading in headings)
