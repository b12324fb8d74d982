"""What pages do with answers of the profile: ask them on what there is, save them, follow the text of the audit's date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.urls import reverse
from django.utils.timezone import localdate

from auditblanc.assessments.forms.profile.answers import Basis
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.writes.edition import AlreadyAnsweredError, start_on
from auditblanc.assessments.writes.profile import ProfileConflict, change_profile
from auditblanc.domain.edition_choice import EditionChoice, choose
from auditblanc.domain.profile_difference import profile_differences

if TYPE_CHECKING:
    from datetime import date

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.forms.profile.answers import AnswersForm
    from auditblanc.assessments.forms.profile.several import Items
    from auditblanc.domain.difference import Difference
    from auditblanc.domain.profile import Audit


def basis(here: Desk) -> Basis:
    return Basis(profile=here.snapshot.profile, edition=here.edition, catalogue=here.catalogue)


def save(request: SignedInRequest, here: Desk, form: AnswersForm | Items) -> tuple[Difference, ...] | None:
    """Write what a valid form gave. What differs, when somebody changed the profile since the page was shown: theirs first.

    ``None``: it is written. A page that does not say what it started from is treated as older.
    """
    typed = request.POST.get("version", "")
    started_from = int(typed) if typed.isdecimal() and len(typed) < 10 else -1  # noqa: PLR2004 -- no number of the column is longer
    found = change_profile(here.assessment, form.after, started_from=started_from, stamp=stamp(request))
    return None if found is None else _differences(found)


def _differences(found: ProfileConflict) -> tuple[Difference, ...]:
    return tuple(each.difference for each in profile_differences(found.theirs, found.mine))


def text_choice_of(here: Desk, audit: Audit, today: date) -> EditionChoice:
    """The text that the audit's first day chooses; without a date, that of today."""
    referential = here.catalogue.referential(here.edition.id)
    return choose(here.catalogue, audit.first_day or today, audit.last_day, referential=referential)


def other_text(here: Desk, today: date) -> EditionChoice | None:
    """What the date chooses, when the assessment is on another text; nothing when that one is possible too."""
    choice = text_choice_of(here, here.snapshot.profile.audit, today)
    return None if here.edition.id in (choice.edition, *choice.alternatives) else choice


def follow_date(request: SignedInRequest, here: Desk, audit: Audit) -> str:
    """Put the assessment on the text of the audit's date, if it can be; else the address of the page that asks.

    Empty: there is nothing to ask.
    """
    if audit.first_day is None:
        return ""
    choice = text_choice_of(here, audit, localdate())
    if not choice.is_certain:
        return reverse("assessments:text_choice", args=here.path)
    return put_on(request, here, choice.edition)


def put_on(request: SignedInRequest, here: Desk, edition: str) -> str:
    """Start on another text while nothing is answered; afterwards, the address of the bridge to it."""
    if edition == here.edition.id:
        return ""
    chosen = here.catalogue.edition(edition)
    try:
        start_on(here.assessment, edition, numbers=chosen.numbers, stamp=stamp(request))
    except AlreadyAnsweredError:
        return reverse("assessments:bridge", args=[*here.path, edition])
    messages.success(request, f"L’évaluation porte maintenant sur « {chosen.title} ».")
    return ""


def status(form: AnswersForm | Items, conflict: tuple[Difference, ...] | None) -> int:
    """What the page answers: shown, refused, or overtaken."""
    if conflict is not None:
        return 409
    return 422 if form.is_bound else 200
