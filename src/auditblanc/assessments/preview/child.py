"""One file looked at in a process of its own: its bytes on standard input; on standard output a line of JSON, then the picture.

Whoever starts it watches it (``assessments.watched``); where the system can, it bounds itself as well.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from auditblanc.assessments.preview.look import Look
from auditblanc.assessments.preview.refused import NoPreviewError
from auditblanc.domain.media_kind import Preview, media_kind
from auditblanc.interchange.child_process import REFUSED, TOO_HEAVY, bound

if TYPE_CHECKING:
    from typing import BinaryIO


def main(source: BinaryIO, target: BinaryIO, media_type: str, page: int) -> int:
    """Look, answer, and say how it ended; ``REFUSED`` comes with the reason."""
    try:
        look, picture = looked(source.read(), media_type, page)
    except NoPreviewError as error:
        target.write(str(error).encode())
        return REFUSED
    except (MemoryError, RecursionError):
        return TOO_HEAVY
    target.write(msgspec.json.encode(look) + b"\n" + picture)
    return 0


def looked(data: bytes, media_type: str, page: int) -> tuple[Look, bytes]:
    """What there is to see, and the picture of a page where there are pictures. Each way loads its own library.

    Raises:
        NoPreviewError: nothing.
    """
    match media_kind(media_type).preview:
        case Preview.PDF:
            from auditblanc.assessments.preview.pictures import pdf_page  # noqa: PLC0415

            pages, picture = pdf_page(data, page)
            return Look(pages=pages), picture
        case Preview.IMAGE:
            from auditblanc.assessments.preview import pictures  # noqa: PLC0415

            return Look(pages=1), pictures.picture(data)
        case _:
            from auditblanc.assessments.preview.texts import LENGTH, text_of  # noqa: PLC0415

            text = text_of(data, media_type)
            return Look(text=text[:LENGTH], is_cut=len(text) > LENGTH), b""


if __name__ == "__main__":
    bound(memory=int(sys.argv[1]), seconds=int(sys.argv[2]))
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer, sys.argv[3], int(sys.argv[4])))
