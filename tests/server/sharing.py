"""People on a shared site as another process serves it: their browsers, what they begin, what they save without pause."""

from __future__ import annotations

import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import psutil

from tests.server.accounts import PASSWORD
from tests.web.local.answering import SECRET, Person

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from tests.web.server.served import Shared


# What a proxy answers when the site that was asked is gone: nobody knows whether it was saved.
NOBODY = (502, 504)


class Browser:
    """One that keeps its session, and whose forms repeat the secret of its cookie."""

    def __init__(self, address: str) -> None:
        self.address, self.port = address, urlsplit(address).port
        self.is_encrypted = address.startswith("https:")
        self.secret_name = f"{'__Host-' if self.is_encrypted else ''}auditblanc-csrf"
        self.cookies = {self.secret_name: SECRET}

    @property
    def secret(self) -> str:
        """Another one once signed in."""
        return self.cookies[self.secret_name]

    @property
    def headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {
            "Host": f"localhost:{self.port}",
            "Cookie": cookies,
            "Origin": self.address,
            "Referer": f"{self.address}/",
            "X-CSRFToken": self.secret,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def connected(self) -> HTTPConnection:
        if not self.is_encrypted:
            return HTTPConnection("127.0.0.1", self.port, timeout=30)
        # Its certificate is of the test's own making.
        return HTTPSConnection("127.0.0.1", self.port, timeout=30, context=ssl._create_unverified_context())  # noqa: S323

    def ask(self, method: str, path: str, body: str | bytes = "", **headers: str) -> tuple[int, str, bytes]:
        connection = self.connected()
        connection.request(method, path, body, {**self.headers, **headers})
        answer = connection.getresponse()
        data = answer.read()
        for told in answer.headers.get_all("Set-Cookie", []):
            name, _, value = told.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer.status, answer.getheader("Location", ""), data


class Member(Person):
    """A person who saves without pause, and asks again when nobody answers: the page's script does the same."""

    def answer_through(self, browser: Browser, wants_more: Callable[[], bool]) -> None:
        while wants_more():
            self.sent = self.sent or self._next()
            said, connection = self.sent, browser.connected()
            try:
                self._save(connection, {**browser.headers, "HX-Request": "true"})
            except (OSError, HTTPException):
                time.sleep(0.05)
            finally:
                connection.close()
            if self.refused and self.refused[-1] in NOBODY:
                self.refused.pop()
                self.sent = said

    @property
    def last_text(self) -> str:
        return next(save.value for save in reversed(self.acknowledged) if save.field == "presentation")

    @property
    def may_stand(self) -> set[str]:
        """What the text may say: the last that was acknowledged, or the one that was on its way."""
        on_its_way = {self.sent.value} if self.sent and self.sent.field == "presentation" else set()
        return {self.last_text, *on_its_way}


def entered(site: Shared) -> Browser:
    """The browser of the first person, who made their account by the link that was printed."""
    made = Browser(site.address)
    said = {"name": "Olive", "email": "olive@exemple.fr", "password": PASSWORD}
    status, _, page = made.ask("POST", urlsplit(site.link).path, urlencode(said))
    assert status == 302, page.decode()[-2000:]
    return made


def begun(browser: Browser) -> str:
    """The address of a new assessment."""
    status, to, page = browser.ask("POST", "/commencer/", urlencode({"name": "Atelier Mimosa", "way": "questions"}))
    assert status == 303, page.decode()[-2000:]
    return to.partition("questions/")[0]


def workers(address: str, process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The processes that answer: those that listen on the port of the site, but for the one that started them."""
    port = urlsplit(address).port
    children = psutil.Process(process.pid).children(recursive=True)
    return [each for each in children if any(c.laddr.port == port for c in each.net_connections("inet"))]
