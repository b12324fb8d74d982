"""The numbers of a provider in the name of a file: only those that are well formed, and stand alone."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from stdnum.fr import siren, siret

from auditblanc.domain.attachment import Claim, Place
from auditblanc.domain.identifiers import is_nda

# Digits with nothing between them, or in the groups in which people write them; no letter or digit beside them.
_ALONE = r"(?<![0-9A-Za-z]){}(?![0-9A-Za-z])"
_SIRET = re.compile(_ALONE.format(r"[0-9]{3}([ ._-]?)[0-9]{3}\1[0-9]{3}\1[0-9]{5}"))
_SIREN = re.compile(_ALONE.format(r"[0-9]{3}([ ._-]?)[0-9]{3}\1[0-9]{3}"))
_NDA = re.compile(_ALONE.format(r"[0-9]{2}([ ._-]?)(?:[0-9]{2}|2[AB])\1[0-9]{5}\1[0-9]{2}"), re.IGNORECASE)
_BETWEEN = re.compile(r"[ ._-]")
_SIREN_LENGTH = 9


def in_file_name(name: str) -> tuple[Claim, ...]:
    """One claim a number that the name holds; folders say nothing."""
    words = PurePosixPath(name).stem
    sirets = [found for found in _plain(_SIRET, words) if siret.is_valid(found)]
    # What is part of a SIRET is not one more number.
    words = _SIRET.sub("/", words)
    sirens = [found for found in _plain(_SIREN, words) if siren.is_valid(found)]
    ndas = [found for found in _plain(_NDA, _SIREN.sub("/", words)) if is_nda(found)]
    return (
        *(Claim(place=Place.FILE_NAME, siren=each[:_SIREN_LENGTH]) for each in (*sirets, *sirens)),
        *(Claim(place=Place.FILE_NAME, nda=each) for each in ndas),
    )


def siren_of(typed: str) -> str:
    """The SIREN of a SIREN or SIRET as somebody typed it; empty when it is neither."""
    digits = _BETWEEN.sub("", "".join(typed.split()))
    return digits[:_SIREN_LENGTH] if siren.is_valid(digits) or siret.is_valid(digits) else ""


def _plain(pattern: re.Pattern[str], words: str) -> list[str]:
    return [_BETWEEN.sub("", found.group()).upper() for found in pattern.finditer(words)]
