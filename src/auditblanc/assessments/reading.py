"""Files of answers from strangers, read in a child process that is watched (``watched``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.watched import Limits, opened_apart
from auditblanc.interchange import child_process, json_format, reading_child
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import SavingError

if TYPE_CHECKING:
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
NO_ROOM = "Le disque du site est plein : ce fichier n’a pas pu être lu. Réessayez une fois la place faite."
LIMITS = Limits()


def read_apart(file: IO[bytes], catalogue: Catalogue, limits: Limits = LIMITS) -> Reading:
    """What :func:`auditblanc.interchange.formats.read` says of a file, read elsewhere.

    Raises:
        UnreadableFileError: refused, too heavy, or the end of the child.
        SavingError: the child had no room for its answer.
    """
    with opened_apart(CHILD, file, limits) as (code, answer):
        if code == 0:
            return json_format.read(answer.read(), catalogue)
        if code == child_process.REFUSED:
            raise UnreadableFileError(answer.read().decode())
        if code == child_process.NO_ROOM:
            raise SavingError(NO_ROOM)
        raise UnreadableFileError(TOO_HEAVY if code == child_process.TOO_HEAVY else DAMAGED)
