"""Two sites that share PostgreSQL and an S3 server, behind nginx as `compose.yaml` sets it: one is killed whole, under load."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.ports import free_port
from tests.server.outgrown import outgrown
from tests.server.sharing import Browser, begun, entered
from tests.server.under_load import assert_everything_is_there, saving, sent
from tests.web.server.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 10 if os.environ.get("AUDITBLANC_SOAK") else 2
PEOPLE = 6
ENTRY = "/entrer/"
NGINX = Path(__file__).parents[2] / "deploy" / "nginx.conf"

pytestmark = [pytest.mark.soak, pytest.mark.skipif(not shutil.which("nginx"), reason="nginx: make system")]


class Machines:
    """``start`` opens the site of one machine; each has a folder and a port of its own."""

    def __init__(self, folder: Path, variables: dict[str, str], stack: ExitStack) -> None:
        self.folder, self.variables, self.stack = folder, variables, stack
        self.ports = [free_port(), free_port()]
        self.running: list = [None, None]

    def start(self, number: int) -> None:
        folder = self.folder / f"machine {number}"
        folder.mkdir(exist_ok=True)
        listens = {"AUDITBLANC_LISTEN": f"127.0.0.1:{self.ports[number]}"}
        site = served(folder / "data", **self.variables, **listens)
        self.running[number] = self.stack.enter_context(site)
        self._warm(number)

    def _warm(self, number: int) -> None:
        """Have each process answer once: a first answer that takes more than a second is a failure to the proxy."""
        address = urlsplit(self.variables["AUDITBLANC_ADDRESS"])
        headers = {"Host": address.netloc, "X-Forwarded-Proto": address.scheme, "X-Forwarded-For": "127.0.0.1"}
        for path in ("/", ENTRY) * 6:
            connection = HTTPConnection("127.0.0.1", self.ports[number], timeout=20)
            connection.request("GET", path, headers=headers)
            assert connection.getresponse().status in (200, 302)
            connection.close()

    def kill(self, number: int) -> None:
        """All its processes, at once."""
        os.killpg(self.running[number].process.pid, signal.SIGKILL)


@contextmanager
def proxy(folder: Path, port: int, ports: list[int]) -> Iterator[None]:
    """nginx with the file of the deployment, but for its places: ports, certificate, where the sites are."""
    certificate = ("-out", folder / "site.pem", "-keyout", folder / "site.key")
    subject = ("-subj", "/CN=localhost", "-days", "2", "-nodes", "-newkey", "rsa:2048")
    subprocess.run(["openssl", "req", "-x509", *subject, *certificate], check=True, capture_output=True)
    servers = "\n".join(f"server 127.0.0.1:{each} max_fails=1 fail_timeout=1s;" for each in ports)
    said = re.sub(r"resolver .*?server site:8000 resolve[^;]*;", servers, NGINX.read_text("utf-8"), flags=re.DOTALL)
    assert servers in said
    said = re.sub("/etc/nginx/certificate|/tmp", str(folder), said)
    said = said.replace("listen 8443", f"listen 127.0.0.1:{port}").replace(
        "listen 8080", f"listen 127.0.0.1:{free_port()}"
    )
    # Debian's stays in the foreground; root would give its folders to somebody who may not enter this one.
    (folder / "nginx.conf").write_text(
        f"daemon off;\nuser root;\n{said}" if os.geteuid() == 0 else f"daemon off;\n{said}"
    )
    process = subprocess.Popen(["nginx", "-c", folder / "nginx.conf", "-e", folder / "errors.txt"])
    try:
        listens(port, process)
        yield
    finally:
        process.terminate()
        process.wait(10)


def listens(port: int, process: subprocess.Popen[bytes]) -> None:
    while True:
        assert process.poll() is None
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    folder = tmp_path_factory.mktemp("machines")
    port = free_port()
    with outgrown() as variables, ExitStack() as stack:
        said = {**variables, "AUDITBLANC_ADDRESS": f"https://localhost:{port}", "AUDITBLANC_PROXIES": "1"}
        both = Machines(folder, said, stack)
        both.start(0)
        both.start(1)
        with proxy(folder, port, both.ports):
            yield both


def test_nothing_acknowledged_is_lost_when_a_machine_is_killed(machines):
    # Each preparation of the data gives another link in the place of the one before.
    browser = entered(machines.running[1])
    path = begun(browser)
    files, looks = [], []

    with saving(browser, path, PEOPLE) as people:
        for round_ in range(ROUNDS):
            # The proxy looks at one that was gone again after a second.
            time.sleep(4)
            numbers = range(3 * round_, 3 * round_ + 3)
            files += [each for each in numbers if sent(browser, f"{path}indicateurs/9/preuves/deposer/", each)]
            machines.kill(round_ % 2)
            # Looking is asked of the other one: nobody notices.
            looks += [browser.ask("GET", path)[0] for _ in range(10)]
            machines.start(round_ % 2)
        time.sleep(2)

    assert looks == [200] * 10 * ROUNDS
    assert min(len(each.acknowledged) for each in people) > ROUNDS
    assert_everything_is_there(browser, path, people, files)


def test_the_proxy_believes_nobody_about_who_they_are_and_shows_no_figures(machines):
    browser = Browser(machines.running[0].address)

    status, to, _ = browser.ask("GET", "/", **{"X-Forwarded-Proto": "http", "X-Forwarded-For": "1.2.3.4"})

    assert (status, to.startswith("/entrer/")) == (302, True)
    assert browser.ask("GET", "/mesures/")[0] == 404
    assert browser.ask("GET", "/pret/")[2].decode() == "prêt\n"
