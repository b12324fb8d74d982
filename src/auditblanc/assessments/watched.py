"""A file from a stranger, opened in a child process that is watched: a crash, a bomb or an endless file takes nothing else down.

The child is a plain Python that knows nothing of the site: neither its settings nor its secrets are in its environment.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

import auditblanc
from auditblanc.interchange.child_process import TOO_HEAVY
from auditblanc.interchange.data_folder import EDITIONS_VARIABLE, editions_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost: seconds, and bytes of memory and of answer."""

    seconds: float = 20
    memory: int = 600_000_000
    answer: int = 64_000_000
    pause: float = 0.01


@contextmanager
def opened_apart(module: str, file: IO[bytes], limits: Limits, *arguments: str) -> Iterator[tuple[int, IO[bytes]]]:
    """How the child ended, and what it answered. It is given the file on its standard input.

    The code is the child's own, or ``TOO_HEAVY`` when it had to be stopped.
    """
    with tempfile.TemporaryFile() as answer:
        with _started(module, file, answer, limits, arguments) as child:
            code = _ended(child, answer, limits)
        answer.seek(0)
        yield code, answer


@contextmanager
def _started(
    module: str, file: IO[bytes], answer: IO[bytes], limits: Limits, arguments: tuple[str, ...]
) -> Iterator[subprocess.Popen[bytes]]:
    """The child at work. Files instead of pipes: none of the two ever waits for the other."""
    with tempfile.TemporaryFile() as source:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            source.write(chunk)
        source.seek(0)
        bounds = (str(limits.memory), str(int(limits.seconds) + 1))
        child = subprocess.Popen(  # noqa: S603 -- our own module, by our own Python
            [sys.executable, "-P", "-X", "utf8", "-m", module, *bounds, *arguments],
            stdin=source,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
        try:
            yield child
        finally:
            child.kill()
            child.wait()


def environment() -> dict[str, str]:
    """What the child needs to start, and where editions were installed. Windows does not start without SYSTEMROOT."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(Path(auditblanc.__file__).parent.parent),
        EDITIONS_VARIABLE: str(editions_folder()),
    }


def _ended(child: subprocess.Popen[bytes], answer: IO[bytes], limits: Limits) -> int:
    """How the child ended by itself; ``TOO_HEAVY`` when it had to be stopped."""
    end = time.monotonic() + limits.seconds
    while (code := child.poll()) is None:
        if time.monotonic() > end or _weight(child) > limits.memory or _size(answer) > limits.answer:
            return TOO_HEAVY
        time.sleep(limits.pause)
    # What it wrote last may have been seen by nobody.
    return TOO_HEAVY if _size(answer) > limits.answer else code


def _weight(child: subprocess.Popen[bytes]) -> int:
    """Bytes in use; none once it is gone. On Windows the Python of an environment only starts the one that works."""
    try:
        started = psutil.Process(child.pid)
        at_work = (started, *started.children()) if os.name == "nt" else (started,)
        return sum(process.memory_info().rss for process in at_work)
    except psutil.Error:
        return 0


def _size(answer: IO[bytes]) -> int:
    return os.fstat(answer.fileno()).st_size
