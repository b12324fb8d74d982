"""Filled forms of fictitious providers, as Word files: any number of them, all different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdnum import luhn

from auditblanc.domain.catalogue import load
from auditblanc.domain.profile import Profile, Provider
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.interchange import form_docx
from auditblanc.interchange.form_docx import FormOptions

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = load()
EDITION = CATALOGUE.edition("2019-v7")


def siren(number: int) -> str:
    """The fictitious SIREN of that rank."""
    digits = f"{99000000 + number:08d}"
    return digits + luhn.calc_check_digit(digits)


def snapshot(number: int, **provider: str) -> Snapshot:
    """What the provider of that rank answered."""
    levels = list(Level)
    return Snapshot(
        edition=EDITION.id,
        profile=Profile(provider=Provider(**provider)),
        ratings=tuple(
            Rating(indicator=each, level=levels[(number + each) % 3], presentation=f"Dossier {number}, pièce {each}")
            for each in EDITION.numbers
        ),
    )


def form(number: int, *, organisation: str = "", **provider: str) -> bytes:
    """The form of the provider of that rank; ``organisation`` is the key that travels with it."""
    options = FormOptions(organisation=organisation)
    return form_docx.write(snapshot(number, **provider), EDITION, options)


def folder_of(place: Path, count: int) -> Path:
    """A folder of forms that each name their SIREN in their file's name."""
    place.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (place / f"{siren(number)}.docx").write_bytes(form(number, name=f"Organisme fictif {number}"))
    return place
