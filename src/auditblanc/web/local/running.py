"""How a second start finds the server that runs: a file that only its owner reads, believed only if the server answers."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING

from auditblanc.web.local.ports import HOST
from auditblanc.web.local.private_files import write_private

if TYPE_CHECKING:
    from pathlib import Path

FILE = "en-cours.json"
_PATIENCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    pid: int
    port: int
    token: str

    @property
    def site(self) -> str:
        return f"http://{HOST}:{self.port}/"

    @property
    def address(self) -> str:
        """What opens the site: whoever has it comes in, as long as this server runs."""
        return f"{self.site}entrer/{self.token}/"


def proof(token: str, challenge: str) -> str:
    """What only the server that holds the token can answer; it does not tell the token."""
    return hmac.new(token.encode(), challenge.encode(), hashlib.sha256).hexdigest()


def write(folder: Path, running: Running) -> None:
    write_private(folder / FILE, json.dumps(asdict(running)))


def read(folder: Path) -> Running | None:
    try:
        return Running(**json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def forget(folder: Path) -> None:
    (folder / FILE).unlink(missing_ok=True)


def found(folder: Path) -> Running | None:
    """The server of this folder that answers now, if there is one."""
    running = read(folder)
    return running if running and answers(running) else None


def answers(running: Running) -> bool:
    """Whether what listens on the port is the server that holds the token."""
    challenge = secrets.token_urlsafe(24)
    connection = HTTPConnection(HOST, running.port, timeout=_PATIENCE)
    try:
        connection.request("GET", f"/presence/{challenge}/")
        with connection.getresponse() as answer:
            said = answer.read(200)
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return hmac.compare_digest(said, proof(running.token, challenge).encode())
