"""Files of answers from strangers, read in a child process that is watched (``watched``)."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from auditblanc.assessments.watched import Limits, opened_apart
from auditblanc.interchange import child_process, json_format, reading_child
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.reading_child import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.interchange.problems import Reading

CHILD = reading_child.__name__
TOO_HEAVY = (
    "Ce fichier est trop lourd à lire : enlevez-en les images, ou recopiez vos réponses dans une fiche neuve, "
    "puis réessayez."
)
DAMAGED = (
    "Ce fichier a fait échouer la lecture : ouvrez-le dans Word, Excel ou LibreOffice, enregistrez-le sous un autre nom "
    "puis réessayez."
)
LIMITS = Limits()


def read_apart(file: IO[bytes], catalogue: Catalogue, limits: Limits = LIMITS) -> Reading:
    """What :func:`auditblanc.interchange.formats.read` says of a file, read elsewhere.

    Raises:
        UnreadableFileError: refused, too heavy, or the end of the child.
    """
    return reading_of(asked(file.read(), limits), catalogue)


def reading_of(answer: Answer, catalogue: Catalogue) -> Reading:
    """What the child said. Raises: UnreadableFileError: that it refused."""
    if answer.code:
        raise UnreadableFileError(answer.refusal)
    return json_format.read(bytes(answer.document), catalogue)


def asked(data: bytes, limits: Limits = LIMITS) -> Answer:
    """What a child of its own says of one file; its end is an answer too."""
    answers, code = asked_together([data], limits)
    if answers and not code:
        return answers[0]
    refusal = TOO_HEAVY if code == child_process.TOO_HEAVY else DAMAGED
    return Answer(code=code or child_process.REFUSED, refusal=refusal)


def asked_together(files: Sequence[bytes], limits: Limits) -> tuple[list[Answer], int]:
    """The answers that one child gave about these files, in order, before it ended; and how it ended."""
    with tempfile.TemporaryFile() as source:
        source.writelines(reading_child.framed(files))
        source.seek(0)
        with opened_apart(CHILD, source, limits) as (code, answer):
            return list(reading_child.answers(answer)), code
