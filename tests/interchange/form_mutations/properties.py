"""What must hold for every case: how it ends, how long it takes, and that no word typed is lost."""

from __future__ import annotations

import re
import time
from functools import cache
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.interchange import form_docx, form_reader, json_format
from auditblanc.interchange.problems import Reading, UnreadableFileError
from tests.interchange.form_mutations.forms import forms
from tests.interchange.form_mutations.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.snapshot import Level
    from tests.interchange.form_mutations.cases import Case

# For reading the case, and writing and reading again what was read.
SECONDS = 5
_KINDS = ((0, "lues sans doute"), (5, "lues avec 1 à 5 doutes"), (20, "6 à 20 doutes"), (10**6, "plus de 20 doutes"))
_ADDRESS = re.compile(r" \(https://exemple\.fr/\w+\)")
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def ending(case: Case, catalogue: Catalogue) -> tuple[str, list[str]]:
    """How the reading of a case ended, and what is wrong with it."""
    start = time.process_time()
    try:
        reading = form_reader.read(case.data, catalogue)
        kind, faults = _kind(reading), list(_of_reading(case, reading, catalogue))
    except UnreadableFileError as error:
        kind, faults = "refusées", list(_of_refusal(case, str(error)))
    except Exception as error:  # noqa: BLE001 – any other exception is a fault, told with its case
        kind, faults = "en erreur", [f"{type(error).__name__} : {error}"]
    seconds = time.process_time() - start
    return kind, [*faults, f"{seconds:.1f} s"] if seconds > SECONDS else faults


def _kind(reading: Reading) -> str:
    """By how many doubts there are, a missing row being one."""
    return next(kind for limit, kind in _KINDS if len(reading.problems) <= limit)


def answers(reading: Reading) -> dict[int, tuple[Level | None, str]]:
    return {rating.indicator: (rating.level, rating.presentation) for rating in reading.snapshot.ratings}


@cache
def _answers_of(form: str) -> dict[int, tuple[Level | None, str]]:
    return answers(form_reader.read(forms()[form], load()))


def _of_refusal(case: Case, sentence: str) -> Iterator[str]:
    if not _is_sentence(sentence):
        yield f"n’est pas une phrase : {sentence!r}"
    if case.is_faithful:
        yield f"refusé à tort : {sentence}"


def _of_reading(case: Case, reading: Reading, catalogue: Catalogue) -> Iterator[str]:
    yield from (f"n’est pas une phrase : {each!r}" for each in reading.problems if not _is_sentence(each.message))
    yield from (f"mot perdu : {word}" for word in _lost(case, reading))
    yield from _unwritable(reading, catalogue)
    yield from _unfaithful(case, answers(reading)) if case.is_faithful else ()


def _unfaithful(case: Case, read: dict[int, tuple[Level | None, str]]) -> Iterator[str]:
    """Answers that are not those of the form that the case started from."""
    for number, (level, text) in _answers_of(case.form).items():
        expected = level, "\n".join(filter(None, [text, *case.answers.get(number, [])]))
        if read.get(number) != expected:
            yield f"indicateur {number} : {expected!r} attendu, {read.get(number)!r} lu"


def _is_sentence(message: str) -> bool:
    return bool(re.match("[«A-ZÉÀÊ0-9]", message)) and message.endswith(".") and not _UNSHOWN.search(message)


def _lost(case: Case, reading: Reading) -> list[str]:
    """The words typed that are still seen in the document, and that the reading does not tell."""
    told = json_format.write(reading.snapshot).decode() + "\n".join(problem.message for problem in reading.problems)
    # An address follows the words of its link, which may be some letters of a word.
    plain = _ADDRESS.sub("", told)
    untold = [word for word in case.words if word not in told and word not in plain]
    seen = "\n".join(visible(case.data)) if untold else ""
    return [word for word in untold if word in seen]


def _unwritable(reading: Reading, catalogue: Catalogue) -> Iterator[str]:
    """What was read is written again by each format that holds it, and comes back."""
    snapshot = reading.snapshot
    edition = catalogue.edition(snapshot.edition)
    if json_format.read(json_format.write(snapshot), catalogue).snapshot != snapshot:
        yield "ne revient pas du JSON"
    kept = form_docx.keep(snapshot, edition)
    back = form_reader.read(form_docx.write(snapshot, edition), catalogue).snapshot
    if back != kept:
        changed = [each.indicator for each, was in zip(back.ratings, kept.ratings, strict=False) if each != was]
        yield f"ne revient pas de la fiche : indicateurs {changed}"
