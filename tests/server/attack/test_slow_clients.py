"""Who holds connections without asking anything, or asks wrongly: other people are still answered."""

from __future__ import annotations

import os
import re
import resource
import shutil
import socket
import subprocess
import time
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.ports import free_port
from tests.web.server.served import served

# More than a server takes at once where nobody says how many.
IDLE = 5000 if os.environ.get("AUDITBLANC_SOAK") else 1500
GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "deployer.md"
# Both workers have two threads each: more than that wait for the rest of a form.
SLOW = 12
COOKIE = f"Cookie: auditblanc-csrf={'a' * 32}"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with served(tmp_path_factory.mktemp("slow") / "data") as shared:
        yield shared


@pytest.fixture
def port(site):
    return urlsplit(site.address).port


@pytest.fixture
def many_files():
    """A process may hold as many connections as the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = IDLE + 500 if hard == resource.RLIM_INFINITY else min(hard, IDLE + 500)
    if wanted < IDLE:
        pytest.skip(f"the system lets a process hold {hard} connections")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def answered(port, host):
    """The page of entry, as somebody else asks for it: its code, and whether it came in time."""
    start = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/entrer/", headers={"Host": host})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, time.monotonic() - start < 5


@contextmanager
def holding(port, count, said=b""):
    """So many connections that say this much, and then nothing."""
    with ExitStack() as held:
        opened = []
        for _ in range(count):
            made = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            made.sendall(said)
            opened.append(made)
        yield opened


def said(port, host, line, *headers, body=b""):
    """The code that a raw request gets; 0 where the connection is closed without an answer."""
    head = "\r\n".join((line, *headers, "Connection: close")).replace("HOST", host)
    with socket.create_connection(("127.0.0.1", port), timeout=20) as made:
        try:
            made.sendall(head.encode() + b"\r\n\r\n" + body)
            first = made.recv(65536).partition(b"\r\n")[0].decode()
        except ConnectionError:
            return 0
    return int(first.split()[1]) if first else 0


def form(host):
    head = f"POST /entrer/ HTTP/1.1\r\nHost: {host}\r\n{COOKIE}\r\nOrigin: http://{host}\r\n"
    return f"{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin=a".encode()


def test_connections_that_ask_nothing_hold_nobody_up(port, many_files):
    with holding(port, IDLE):
        assert answered(port, f"localhost:{port}") == (200, True)


def test_who_never_finishes_to_ask_is_let_go(port):
    with holding(port, 50, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ") as held:
        asked = answered(port, f"localhost:{port}")
        start = time.monotonic()
        ends = [each.recv(100) for each in held]

    assert asked == (200, True)
    assert (set(ends), time.monotonic() - start < 15) == ({b""}, True)


@pytest.fixture
def proxied(site, port, tmp_path):
    """nginx before the site, as the guide writes it, without its certificate."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(program).exists():
        pytest.skip("nginx is missing: run « make system »")
    block = re.search(r"```\n(server \{.*?\n\})\n```", GUIDE.read_text("utf-8"), re.DOTALL)[1]
    own = free_port()
    block = re.sub(r"\n *ssl_\w+ .*", "", block).replace("443 ssl", f"127.0.0.1:{own}")
    block = block.replace("auditblanc.exemple.fr", "localhost").replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    block = block.replace("Host $host;", f"Host localhost:{port};")
    written = tmp_path / "nginx.conf"
    temporary = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    written.write_text(
        f"user root; pid {tmp_path}/nginx.pid; daemon off; error_log {tmp_path}/errors; events {{ worker_connections 512; }}"
        f"http {{ access_log off; {temporary} {block} }}"
    )
    process = subprocess.Popen([program, "-e", tmp_path / "errors", "-c", written])
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", own), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield own
    process.terminate()
    process.wait(10)


def test_forms_that_never_end_hold_nobody_up_behind_the_proxy_of_the_guide(proxied):
    with holding(proxied, SLOW, form("localhost")):
        assert answered(proxied, "localhost") == (200, True)


def test_what_is_no_request_of_ours_is_refused_and_the_site_goes_on(port):
    host, here = f"localhost:{port}", "Host: HOST"
    plain = ("Content-Type: application/x-www-form-urlencoded", "Origin: http://HOST", COOKIE)
    body = b"x=" + b"a" * 6_000_000
    answers = {
        "another host": said(port, host, "GET / HTTP/1.1", "Host: ailleurs.invalid"),
        "no host": said(port, host, "GET / HTTP/1.1"),
        "an address of 500 kB": said(port, host, f"GET /{'a' * 500_000} HTTP/1.1", here),
        "a header of 500 kB": said(port, host, "GET / HTTP/1.1", here, f"X-A: {'a' * 500_000}"),
        "a line end in an address": said(port, host, "GET /entrer%0d%0aSet-Cookie:%20vole=1 HTTP/1.1", here),
        "two lengths": said(port, host, "POST /entrer/ HTTP/1.1", here, "Content-Length: 3", "Content-Length: 4"),
        "a form of 6 MB": said(
            port, host, "POST /entrer/ HTTP/1.1", here, *plain, f"Content-Length: {len(body)}", body=body
        ),
    }

    # Told, or cut off while it is still being sent.
    assert answers.pop("a form of 6 MB") in (0, 400)
    # Too long an address, or too long a head: the first that is met.
    assert answers.pop("an address of 500 kB") in (414, 431)
    assert answers == {
        "another host": 400,
        "no host": 400,
        "a header of 500 kB": 431,
        "a line end in an address": 404,
        "two lengths": 400,
    }
    assert answered(port, host) == (200, True)


def test_a_request_hidden_in_the_body_of_another_is_not_answered(port):
    hidden = f"0\r\n\r\nGET /vole/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()
    head = (
        f"POST /entrer/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n"
        f"Transfer-Encoding: chunked\r\nContent-Length: {len(hidden)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=20) as made:
        made.sendall(head.encode() + hidden)
        got = b"".join(iter(lambda: made.recv(65536), b""))

    assert got.count(b"HTTP/1.1 ") == 1
