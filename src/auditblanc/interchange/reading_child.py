"""One file read in a process of its own: its bytes on standard input, the JSON of what was read on standard output.

What a stranger made may crash a parser or fill the memory: then only this process ends. Whoever starts it watches it,
see ``auditblanc.assessments.reading``; where the system can, it bounds itself as well.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.interchange import formats, json_format
from auditblanc.interchange.child_process import NO_ROOM, REFUSED, TOO_HEAVY, bound
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from typing import BinaryIO


def main(source: BinaryIO, target: BinaryIO) -> int:
    """Read, answer, and say how it ended."""
    code, answer = _read(source)
    try:
        target.write(answer)
        target.flush()
    except OSError:
        return NO_ROOM
    return code


def _read(source: BinaryIO) -> tuple[int, bytes]:
    folder = editions_folder()
    try:
        catalogue = load([folder] if folder.is_dir() else [])
        return 0, json_format.write_reading(formats.read(source.read(), catalogue))
    except UnreadableFileError as error:
        return REFUSED, str(error).encode()
    except (MemoryError, RecursionError):
        return TOO_HEAVY, b""


if __name__ == "__main__":
    bound(memory=int(sys.argv[1]), seconds=int(sys.argv[2]))
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
