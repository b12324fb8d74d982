"""People who drop files without pause, several at once, and remember which drops the site acknowledged."""

from __future__ import annotations

import random
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING

from tests.web.local.answering import signed_in

if TYPE_CHECKING:
    from tests.web.local.started import Site

MARK = "x" * 30
SEE_OTHER = 303
# Files of one drop: their proofs come together or not at all.
TOGETHER = 3


@dataclass
class Dropper:
    """Drops on one indicator. ``path``: the address of its assessment; ``name`` stands in the names of its files."""

    path: str
    name: str
    acknowledged: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    count: int = 0

    def drop(self, site: Site) -> None:
        """One drop after another, until the site is gone."""
        chance = random.Random(f"{self.name}-{self.count}")
        try:
            with closing(HTTPConnection("127.0.0.1", site.port, timeout=30)) as connection:
                headers = {**signed_in(site), "Content-Type": f"multipart/form-data; boundary={MARK}"}
                del headers["HX-Request"]
                while True:
                    self._drop(connection, headers, chance)
        except (OSError, HTTPException):
            return

    def _drop(self, connection: HTTPConnection, headers: dict[str, str], chance: random.Random) -> None:
        self.count += 1
        name = f"{self.name}-{self.count}"
        body = b"".join(_part(f"{name}-{each}.txt", _text(name, each, chance)) for each in range(TOGETHER))
        body += f"--{MARK}--\r\n".encode()
        connection.putrequest("POST", f"{self.path}indicateurs/1/preuves/deposer/")
        for key, value in {**headers, "Content-Length": str(len(body))}.items():
            connection.putheader(key, value)
        connection.endheaders()
        for start in range(0, len(body), 1 << 18):
            connection.send(body[start : start + (1 << 18)])
            time.sleep(0.001)
        answer = connection.getresponse()
        answer.read()
        if answer.status == SEE_OTHER:
            self.acknowledged.append(name)
        else:
            self.refused.append(answer.status)


def _text(name: str, number: int, chance: random.Random) -> bytes:
    """Some are held in memory while they come in, some on the disk."""
    line = f"{name} {number} : émargement, 8 présents, 0 absent.\n".encode()
    return line * (chance.choice((1, 1_000, 60_000)))


def _part(name: str, data: bytes) -> bytes:
    head = f'--{MARK}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return head.encode() + data + b"\r\n"
