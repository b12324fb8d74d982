"""Files read one after the other in a process of its own.

What a stranger made may crash a parser or fill the memory: then only this process ends. Whoever starts it watches it,
see ``auditblanc.assessments.reading``; where the system can, it bounds itself as well.

On standard input each file is its length, in eight bytes, then its bytes. On standard output each answer is a line of
JSON: how it ended, the key that travels with it, what was read. A file that ends the process has no line.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from auditblanc.domain.catalogue import load
from auditblanc.interchange import formats, json_format
from auditblanc.interchange.child_process import REFUSED, TOO_HEAVY, bound
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from auditblanc.domain.catalogue import Catalogue

_LENGTH = 8


class Answer(msgspec.Struct, frozen=True):
    """``code`` as :mod:`auditblanc.interchange.child_process` says; ``document`` as ``json_format.read`` wants it."""

    code: int
    refusal: str = ""
    organisation: str = ""
    document: msgspec.Raw = msgspec.Raw(b"null")


def framed(files: Iterable[bytes]) -> Iterator[bytes]:
    """What standard input is given, piece by piece."""
    for data in files:
        yield len(data).to_bytes(_LENGTH)
        yield data


def answers(lines: Iterable[bytes]) -> Iterator[Answer]:
    """What standard output said; a line that was cut short says nothing."""
    decoder = msgspec.json.Decoder(Answer)
    for line in lines:
        if line.endswith(b"\n"):
            yield decoder.decode(line)


def main(source: BinaryIO, target: BinaryIO) -> int:
    """Read each, answer each, and say how it ended."""
    folder = editions_folder()
    try:
        catalogue = load([folder] if folder.is_dir() else [])
        while length := source.read(_LENGTH):
            answer = _answer(source.read(int.from_bytes(length)), catalogue)
            target.write(msgspec.json.encode(answer) + b"\n")
            target.flush()
    except (MemoryError, RecursionError):
        return TOO_HEAVY
    return 0


def _answer(data: bytes, catalogue: Catalogue) -> Answer:
    try:
        reading = formats.read(data, catalogue)
    except UnreadableFileError as error:
        return Answer(code=REFUSED, refusal=str(error))
    document = json_format.write_reading(reading)
    return Answer(code=0, organisation=reading.organisation, document=msgspec.Raw(document))


if __name__ == "__main__":
    bound(memory=int(sys.argv[1]), seconds=int(sys.argv[2]))
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
