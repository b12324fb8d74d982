"""What there is to see of a content: made once in a child process, then kept in a folder that may be emptied at any time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings

from auditblanc.assessments.preview import child
from auditblanc.assessments.preview.look import Look
from auditblanc.assessments.storage import opened
from auditblanc.assessments.watched import Limits, opened_apart
from auditblanc.domain.media_kind import media_kind
from auditblanc.interchange import child_process
from auditblanc.interchange.saving import SavingError, make_folder, write_atomically

if TYPE_CHECKING:
    from typing import IO

    from auditblanc.assessments.models import StoredFile

CHILD = child.__name__
LIMITS = Limits(seconds=15, answer=20_000_000)
TOO_HEAVY = "il est trop lourd à afficher"
_DAMAGED = "il fait échouer l’affichage"
_NONE = "Auditblanc ne sait pas afficher un fichier de cette sorte"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to see, and the picture of the page that was asked for, as WebP."""

    look: Look
    picture: bytes = b""


def seen(organisation: str, file: StoredFile, page: int = 1, limits: Limits = LIMITS) -> Seen:
    """A content of an organisation (its key), looked at; ``page`` from 1.

    Raises:
        FileNotFoundError: the content is not there any more.
    """
    if media_kind(file.media_type).preview is None:
        return Seen(look=Look(refused=_NONE))
    folder = folder_of(organisation, file.sha256)
    if found := _kept(folder, page):
        return found
    with opened(organisation, file.sha256) as content:
        made, is_sure = _made(content, file.media_type, page, limits)
    if is_sure:
        _keep(folder, page, made)
    return made


def folder_of(organisation: str, sha256: str) -> Path:
    """Where what was made of a content is kept."""
    return Path(settings.PREVIEWS) / organisation / sha256


def _made(content: IO[bytes], media_type: str, page: int, limits: Limits) -> tuple[Seen, bool]:
    """What the child made; whether it would make the same another time."""
    with opened_apart(CHILD, content, limits, media_type, str(page)) as (code, answer):
        if code == 0:
            look = msgspec.json.decode(answer.readline(), type=Look)
            return Seen(look=look, picture=answer.read()), True
        if code == child_process.REFUSED:
            return Seen(look=Look(refused=answer.read().decode())), True
        reason = TOO_HEAVY if code == child_process.TOO_HEAVY else _DAMAGED
        return Seen(look=Look(refused=reason)), False


def _kept(folder: Path, page: int) -> Seen | None:
    try:
        look = msgspec.json.decode((folder / "look.json").read_bytes(), type=Look)
        return Seen(look=look, picture=(folder / f"{page}.webp").read_bytes() if look.pages else b"")
    except (OSError, msgspec.MsgspecError):
        return None


def _keep(folder: Path, page: int, made: Seen) -> None:
    """A full disk only makes it slower."""
    with suppress(SavingError):
        make_folder(folder)
        if made.picture:
            write_atomically(folder / f"{page}.webp", made.picture)
        # A page that is not there says nothing of the others.
        if page == 1 or made.look.pages:
            write_atomically(folder / "look.json", msgspec.json.encode(made.look))
