"""The site as a person starts it: another process, on loopback, in a folder of its own."""

from __future__ import annotations

import os
import re
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[3] / "src"
OPEN = "Auditblanc est ouvert : "


@dataclass
class Site:
    process: subprocess.Popen[str]
    address: str
    folder: Path
    said: list[str] = field(default_factory=list)
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def token_path(self) -> str:
        return urlsplit(self.address).path

    def get(self, path: str, **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def end(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """The exit code, and the last line that was said."""
        self.process.send_signal(how)
        rest = self.process.stdout.read().splitlines()
        return self.process.wait(30), (self.said + rest)[-1]


def command(*arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command that ends by itself."""
    return subprocess.run(line(*arguments), env=environment(variables), capture_output=True, text=True, check=False)


@contextmanager
def started(folder: Path, *options: object, python: Path | str = sys.executable, **variables: str) -> Iterator[Site]:
    """``python``: the one of another environment, where the program is installed."""
    process = subprocess.Popen(
        line("start", "--data", folder, "--no-browser", *options, python=python),
        env=environment(variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A group of its own, so that a test may kill all of it at once.
        start_new_session=True,
    )
    try:
        yield replace(listening(process, process.stdout, folder), variables=variables)
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


def listening(process: subprocess.Popen[str], output: IO[str], folder: Path) -> Site:
    said = []
    for told in output:
        said.append(told.rstrip())
        if told.startswith(OPEN):
            return Site(process, told.removeprefix(OPEN).strip(), folder, said)
    raise AssertionError("\n".join(said))


def line(*arguments: object, python: Path | str = sys.executable) -> list[str]:
    return [str(python), "-m", "auditblanc", *(str(argument) for argument in arguments)]


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AUDITBLANC_")}
    return {**kept, "PYTHONPATH": str(SOURCE), **variables}


class Visitor:
    """A browser without JavaScript: it keeps its cookies and fills the forms of the page it is on."""

    def __init__(self, site: Site) -> None:
        self.root = f"http://127.0.0.1:{site.port}"
        self.opener = build_opener(HTTPCookieProcessor())
        self.page = self.open(site.token_path)

    def open(self, path: str, data: bytes | None = None, **headers: str) -> str:
        request = Request(self.root + path, data=data, headers={"Origin": self.root, **headers})  # noqa: S310 -- our own site
        with self.opener.open(request, timeout=60) as answer:
            self.bytes, self.address, self.headers = answer.read(), answer.geturl(), answer.headers
        self.page = self.bytes.decode("utf-8", "replace")
        return self.page

    def post(self, path: str, **fields: str | bytes) -> str:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.page)
        parts = {"csrfmiddlewaretoken": token[1], **fields}
        mark = secrets.token_hex(16)
        body = b"".join(part(mark, name, value) for name, value in parts.items()) + f"--{mark}--\r\n".encode()
        return self.open(path, body, **{"Content-Type": f"multipart/form-data; boundary={mark}"})


def part(mark: str, name: str, value: str | bytes) -> bytes:
    file = '; filename="copie.zip"' if isinstance(value, bytes) else ""
    content = value if isinstance(value, bytes) else value.encode()
    return f'--{mark}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + content + b"\r\n"
