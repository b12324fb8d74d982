"""A PostgreSQL of the tests' own, as an ordinary user, on a loopback port, gone at the end.

``AUDITBLANC_TEST_DATABASE=postgresql pytest tests/accounts tests/assessments`` runs the same tests on it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

VARIABLE = "AUDITBLANC_TEST_DATABASE"
ADDRESS = "AUDITBLANC_DATABASE"


def start_if_asked() -> None:
    """Start it once, and say where it is; the processes that pytest-xdist starts inherit the address."""
    if os.environ.get(VARIABLE) == "postgresql" and ADDRESS not in os.environ:
        os.environ[ADDRESS] = start()


def start() -> str:
    """The address of a new server, stopped when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="auditblanc-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data, port = folder / "data", free_port()
    run("initdb", "--auth=trust", "--username=auditblanc", "--encoding=UTF8", "--no-sync", f"--pgdata={data}")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off"
    run("pg_ctl", f"--pgdata={data}", f"--log={folder / 'log'}", "--wait", "--options", options, "start")
    atexit.register(stop, folder)
    return f"postgresql://auditblanc@127.0.0.1:{port}/postgres"


def stop(folder: Path) -> None:
    run("pg_ctl", f"--pgdata={folder / 'data'}", "--mode=immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


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


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
