"""Whose is a filled form, of many received at once? Told by numbers and keys that are written, never by a name that looks alike.

A number (SIREN, NDA) may be written in the form, in an index that comes with the forms, in the name of the file. All that is
written must agree: of two that differ, none is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.french import counted, listed
from auditblanc.domain.identifiers import is_nda, is_siren

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = "Ni SIREN ni NDA dans la fiche, l’index ou le nom du fichier : ajoutez une ligne à l’index, ou choisissez l’organisme."
_DIFFERENT = "{what} différents : {said}. Corrigez l’un d’eux, ou choisissez l’organisme."
_SEVERAL = "{count} ont ce {what} ({number}) : {more}choisissez l’organisme."
_OTHER = "« {name} » a un autre {what} ({theirs}) que celui qui est écrit ({number}) : vérifiez-les, ou choisissez l’organisme."


class Place(StrEnum):
    """Where a number was written."""

    FORM = "form"
    INDEX = "index"
    FILE_NAME = "file_name"

    @property
    def label(self) -> str:
        return {"form": "dans la fiche", "index": "dans l’index", "file_name": "dans le nom du fichier"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one place says of whose the form is. ``organisation``: a key of ours that travels with the form."""

    place: Place
    organisation: str = ""
    siren: str = ""
    nda: str = ""

    def written(self, what: str) -> str:
        """The SIREN or the NDA, without spaces; empty when it is none."""
        typed = "".join((self.siren if what == "SIREN" else self.nda).split()).upper()
        return typed if (is_siren(typed) if what == "SIREN" else is_nda(typed)) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An organisation that is there, and its numbers as they were typed."""

    key: str
    name: str
    siren: str = ""
    nda: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """``known``: the organisation whose form it is; without it and without a ``reason``, a new one of these numbers."""

    known: Known | None = None
    siren: str = ""
    nda: str = ""
    reason: str = ""


class Directory:
    """Organisations found again by key, SIREN and NDA; each question is answered at once, whatever their number."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._by_key: dict[str, Known] = {}
        self._by_number: dict[str, list[Known]] = defaultdict(list)
        for each in known:
            self.add(each)

    def add(self, each: Known) -> None:
        """One organisation more."""
        self._by_key[each.key] = each
        for number in {_plain(each.siren), _plain(each.nda)} - {""}:
            self._by_number[number].append(each)

    def attach(self, claims: Iterable[Claim]) -> Attachment:
        """Whose is the form of these claims."""
        said = tuple(claims)
        sirens, ndas = _said(said, "SIREN"), _said(said, "NDA")
        for what, numbers in (("SIREN", sirens), ("NDA", ndas)):
            if len(numbers) > 1:
                each = [f"{number} {listed(places)}" for number, places in numbers.items()]
                return Attachment(reason=_DIFFERENT.format(what=f"{len(numbers)} {what}", said=", ".join(each)))
        siren, nda = next(iter(sirens), ""), next(iter(ndas), "")
        own = next((self._by_key[each.organisation] for each in said if each.organisation in self._by_key), None)
        if own:
            return _agreed(own, siren, nda)
        if not siren and not nda:
            return Attachment(reason=NOTHING)
        return self._by_numbers(siren, nda)

    def _by_numbers(self, siren: str, nda: str) -> Attachment:
        """An NDA tells one provider; a SIREN may be that of several, each with its own NDA."""
        by_nda = self._by_number.get(nda, [])
        if by_nda:
            return _agreed(by_nda[0], siren, nda) if len(by_nda) == 1 else _several(by_nda, "NDA", nda)
        # Who is known by another NDA is another provider of the same company.
        by_siren = [each for each in self._by_number.get(siren, []) if not (nda and _plain(each.nda))]
        if len(by_siren) > 1:
            return _several(by_siren, "SIREN", siren)
        return Attachment(known=by_siren[0]) if by_siren else Attachment(siren=siren, nda=nda)


def _said(claims: Iterable[Claim], what: str) -> dict[str, list[str]]:
    """Each number that is written, with where."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if number := claim.written(what):
            found[number].append(claim.place.label)
    return found


def _agreed(known: Known, siren: str, nda: str) -> Attachment:
    """The organisation itself, unless it has another number than the one that is written."""
    for what, theirs, number in (("SIREN", _plain(known.siren), siren), ("NDA", _plain(known.nda), nda)):
        if theirs and number and theirs != number:
            return Attachment(reason=_OTHER.format(name=known.name, what=what, theirs=theirs, number=number))
    return Attachment(known=known)


def _several(found: list[Known], what: str, number: str) -> Attachment:
    more = "donnez le NDA dans l’index, ou " if what == "SIREN" else ""
    count = counted(len(found), "organisme", "organismes")
    return Attachment(reason=_SEVERAL.format(count=count, what=what, number=number, more=more))


def _plain(number: str) -> str:
    return "".join(number.split()).upper()
