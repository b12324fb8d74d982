"""The weekly digest of a person: what is late, what comes, as a letter in plain text and in HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.signing import BadSignature, Signer
from django.template.loader import render_to_string
from django.urls import reverse

from auditblanc.accounts.models import User
from auditblanc.assessments.reads.agenda import Agenda, own_agendas
from auditblanc.assessments.reads.journal import head
from auditblanc.domain.agenda import Due
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from datetime import date


_signer = Signer(salt="auditblanc.digest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a letter says of one organisation. ``head``: the hash of the last event of its journal."""

    agenda: Agenda
    late: tuple[Due, ...]
    soon: tuple[Due, ...]
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    subject: str
    text: str
    html: str


def parts(person: User, today: date) -> tuple[Part, ...]:
    """One for each of a person's own organisations where something is late or comes within fourteen days."""
    found = (
        Part(agenda=each, late=each.late(today), soon=each.soon(today), head=head(each.organisation))
        for each in own_agendas(person)
    )
    return tuple(part for part in found if part.late or part.soon)


def letter(person: User, today: date, site: str) -> Letter | None:
    """The digest of a person, with addresses that begin with ``site``; ``None`` when there is nothing to tell."""
    told = parts(person, today)
    if not told:
        return None
    context = {"person": person, "parts": told, "site": site, "stop": f"{site}{stop_path(person)}"}
    return Letter(
        subject=f"Auditblanc : {_subject(told)}",
        text=render_to_string("assessments/digest.txt", context),
        html=render_to_string("assessments/digest.html", context),
    )


def stop_path(person: User) -> str:
    """The address of the page where a person stops the digest; nobody else can make it."""
    return reverse("assessments:stop_digest", args=[_signer.sign(person.key)])


def whose(token: str) -> User | None:
    """The person of such an address; ``None`` when nobody made it here."""
    try:
        return User.objects.filter(key=_signer.unsign(token)).first()
    except BadSignature:
        return None


def _subject(told: tuple[Part, ...]) -> str:
    late, soon = (
        sum(len(dues) for dues in each) for each in zip(*((part.late, part.soon) for part in told), strict=True)
    )
    words = (
        counted(late, "échéance en retard", "échéances en retard") if late else "",
        f"{soon} à venir" if soon else "",
    )
    return ", ".join(word for word in words if word)
