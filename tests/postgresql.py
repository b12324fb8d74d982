"""A PostgreSQL of the tests' own, as an ordinary user, on a loopback port, gone at the end.

``AUDITBLANC_TEST_DATABASE=postgresql pytest tests/accounts tests/assessments`` runs the same tests on it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.ports import free_port

VARIABLE = "AUDITBLANC_TEST_DATABASE"
ADDRESS = "AUDITBLANC_DATABASE"


def start_if_asked() -> None:
    """Start it once, and say where it is; the processes that pytest-xdist starts inherit the address."""
    if os.environ.get(VARIABLE) == "postgresql" and ADDRESS not in os.environ:
        os.environ[ADDRESS] = start()


@dataclass(frozen=True)
class Server:
    """A server that a test may stop, start again, and hurt."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"postgresql://auditblanc@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories= -c fsync=off"
        log = f"--log={self.folder / 'log'}"
        run("pg_ctl", f"--pgdata={self.folder / 'data'}", log, "--wait", "--options", options, "start")

    def stop(self) -> None:
        """At once, as a power cut does: what it had said to have written is read again from its journal."""
        run("pg_ctl", f"--pgdata={self.folder / 'data'}", "--mode=immediate", "stop")

    def backends(self) -> list[psutil.Process]:
        """The processes that serve a client each: where one is killed, the server ends all and recovers by itself."""
        first = (self.folder / "data" / "postmaster.pid").read_text("ascii").split()[0]
        children = psutil.Process(int(first)).children()
        return [each for each in children if " 127.0.0.1(" in " ".join(each.cmdline())]


def serve() -> Server:
    """A new server, stopped when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="auditblanc-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    run(
        "initdb", "--auth=trust", "--username=auditblanc", "--encoding=UTF8", "--no-sync", f"--pgdata={folder / 'data'}"
    )
    made = Server(folder, free_port())
    made.start()
    atexit.register(stop, made)
    return made


def start() -> str:
    """The address of a new server, stopped when this process ends."""
    return serve().address


def stop(server: Server) -> None:
    with suppress(subprocess.CalledProcessError):  # a test stopped it already
        server.stop()
    shutil.rmtree(server.folder, ignore_errors=True)


def run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL; its server refuses to be root, Debian made a user for it."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*user, binary(program), *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/")


def binary(program: str) -> str:
    """Debian keeps the server's programs out of the path, one folder a version."""
    found = shutil.which(program) or max(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{program}")), default="")
    if not found:
        raise SystemExit("PostgreSQL is missing: run « make system ».")
    return found
