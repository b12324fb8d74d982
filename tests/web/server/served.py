"""The site for several people as an administrator starts it: migrated, then served by another process on loopback."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ports import free_port
from tests.web.local.started import command, environment, line

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Shared:
    """``link``: what opens the first account, as `migrate` printed it. ``said``: what its environment says."""

    process: subprocess.Popen[bytes]
    address: str
    folder: Path
    link: str
    said: dict[str, str]


def settings(port: int, **variables: str) -> dict[str, str]:
    said = {"AUDITBLANC_ADDRESS": f"http://localhost:{port}", "AUDITBLANC_LISTEN": f"127.0.0.1:{port}"}
    return {**said, **variables}


@contextmanager
def served(folder: Path, **variables: str) -> Iterator[Shared]:
    said = settings(free_port(), **variables)
    made = command("migrate", "--data", folder, **said)
    assert made.returncode == 0, made.stderr
    with serving(folder, said) as process:
        yield Shared(process, said["AUDITBLANC_ADDRESS"], folder, made.stdout.splitlines()[-1], said)


@contextmanager
def serving(folder: Path, said: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The site on data that are ready, from its first answer on; ended at the end, unless it was killed meanwhile."""
    # To a file: nobody reads along, and a pipe that is full would stop the site at its next line.
    told = folder.parent / "served.txt"
    with told.open("w") as output:
        process = subprocess.Popen(
            line("serve", "--data", folder),
            env=environment(said),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            answers_within(process, told)
            yield process
        finally:
            process.terminate()
            process.wait(30)


def answers_within(process: subprocess.Popen[bytes], told: Path) -> None:
    end = time.monotonic() + 60
    while "Auditblanc répond à " not in told.read_text("utf-8"):
        assert process.poll() is None, told.read_text("utf-8")
        assert time.monotonic() < end, told.read_text("utf-8")
        time.sleep(0.05)
