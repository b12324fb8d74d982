"""One file read in a process of its own: its bytes on standard input, the JSON of what was read on standard output.

What a stranger made may crash a parser or fill the memory: then only this process ends. Whoever starts it watches it,
see ``auditblanc.assessments.reading``; where the system can, it bounds itself as well.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.interchange import formats, json_format
from auditblanc.interchange.child_process import REFUSED, TOO_HEAVY, bound
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from typing import BinaryIO


def main(source: BinaryIO, target: BinaryIO) -> int:
    """Read, answer, and say how it ended."""
    folder = editions_folder()
    try:
        catalogue = load([folder] if folder.is_dir() else [])
        reading = formats.read(source.read(), catalogue)
        target.write(json_format.write_reading(reading))
    except UnreadableFileError as error:
        target.write(str(error).encode())
        return REFUSED
    except (MemoryError, RecursionError):
        return TOO_HEAVY
    return 0


if __name__ == "__main__":
    bound(memory=int(sys.argv[1]), seconds=int(sys.argv[2]))
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
