"""People who answer without pause, and remember what the site acknowledged: what must still be there after anything."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.local.started import Site

# What a field is named in an address.
FIELDS = {"level": "niveau", "presentation": "presentation"}
SECRET = "a" * 32
# The database does not answer: the page's script keeps the save, and sends it again.
AWAY = 503


@dataclass(frozen=True)
class Save:
    """One save: of a field, from a version, to a value."""

    field: str
    version: int
    value: str


@dataclass
class Person:
    """Answers one indicator, level and text in turn. ``path``: the address of its assessment; ``level``: the one it has.

    ``sent`` is the save that was on its way, without an answer yet: it is sent again first, as the page's script does.
    """

    path: str
    indicator: int
    level: int = 0
    acknowledged: list[Save] = field(default_factory=list)
    sent: Save | None = None
    refused: list[int] = field(default_factory=list)

    def answer(self, site: Site, wants_more: Callable[[], bool]) -> None:
        """One save after another, until the site is gone or enough is saved."""
        try:
            with closing(HTTPConnection("127.0.0.1", site.port, timeout=30)) as connection:
                headers = signed_in(site)
                while wants_more():
                    self.sent = self.sent or self._next()
                    self._save(connection, headers)
        except (OSError, HTTPException):
            return

    def _save(self, connection: HTTPConnection, headers: dict[str, str]) -> None:
        said = self.sent
        fields = {
            "version": said.version,
            said.field: said.value,
            "request": f"{self.indicator}-{said.field}-{said.version}",
        }
        address = f"{self.path}indicateurs/{self.indicator}/{FIELDS[said.field]}/"
        connection.request("POST", address, urlencode(fields), headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status == AWAY:
            return
        if answer.status == 200:
            self.acknowledged.append(said)
        else:
            self.refused.append(answer.status)
        self.sent = None

    def _next(self) -> Save:
        name = list(FIELDS)[len(self.acknowledged) % 2]
        version = sum(save.field == name for save in self.acknowledged)
        text = f"Version {version + 1} de l’indicateur {self.indicator} : " + "le catalogue, relu et daté. " * 20
        return Save(name, version, str((self.level + version) % 3 + 1) if name == "level" else text.strip())


def signed_in(site: Site) -> dict[str, str]:
    """The headers of a browser that came in by the printed address, and whose forms repeat the secret of its cookie."""
    session = site.get(site.token_path).getheader("Set-Cookie", "").partition(";")[0]
    return {
        "Cookie": f"{session}; auditblanc_{site.port}_csrf={SECRET}",
        "X-CSRFToken": SECRET,
        "Content-Type": "application/x-www-form-urlencoded",
        "HX-Request": "true",
    }
