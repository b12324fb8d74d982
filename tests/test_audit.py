"""What `make check` says of pinned dependencies, with an advisory service of the tests' own."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tools import audit
from tools.audit import Told

UV = str(Path(sys.executable).with_name("uv"))
PINS = """jinja2==2.4 \\
    --hash=sha256:0123 \\
    --hash=sha256:4567
click==8.1 ; sys_platform == 'win32' \\
    --hash=sha256:89ab
"""
FOUND = {"jinja2": "2.4", "click": "8.1"}
KNOWN = {
    "id": "PYSEC-1",
    "summary": "Un gabarit exécute du code",
    "modified": "2024-01-01T00:00:00Z",
    "affected": [
        {
            "package": {"name": "jinja2", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.5"}]}],
        }
    ],
}


class Advisories(BaseHTTPRequestHandler):
    """Answers as an OSV service; ``server.vulnerable`` names the packages that it warns of."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        warned = [each["package"]["name"] in self.server.vulnerable for each in asked]
        self.answer({"results": [{"vulns": [{"id": "PYSEC-1"}]} if each else {} for each in warned]})

    def do_GET(self):
        self.answer(KNOWN)

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing: the tests say what they saw."""


@contextmanager
def service(*vulnerable):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Advisories)
    server.vulnerable = vulnerable
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pins_are_read_with_what_their_downloads_are_compared_with():
    assert audit.pins(PINS) == FOUND
    assert audit.without_hash(PINS) == ()
    assert audit.without_hash(PINS + "lxml==6.1\n") == ("lxml",)


@pytest.mark.parametrize("name", ["base.txt", "build.txt", "dev.txt", "server.txt", "site.txt"])
def test_every_pin_of_ours_has_its_hash(name):
    text = (audit.ROOT / "requirements" / name).read_text("utf-8")

    assert (audit.without_hash(text), len(audit.pins(text)) > 0) == ((), True)


def test_a_known_vulnerability_is_told_with_the_version_that_mends_it():
    with service("jinja2") as address:
        told = audit.of_python(UV, FOUND, address)

    assert told.faults == ("jinja2 2.4: PYSEC-1, Un gabarit exécute du code (mended in 2.5)",)


def test_every_pin_is_asked_about_and_nothing_else_is_needed():
    with service() as address:
        assert audit.of_python(UV, FOUND, address) == Told("2 pinned packages of Python")


def test_a_service_that_does_not_answer_is_told():
    told = audit.of_python(UV, FOUND, "http://127.0.0.1:9")

    assert (told.faults, told.silence != "") == ((), True)


@pytest.mark.parametrize(
    ("told", "required", "code", "line"),
    [
        (Told("pins"), True, 0, "pins: no known vulnerability"),
        (Told("pins", ("x 1: PYSEC-1",)), False, 1, "VULNERABLE x 1: PYSEC-1"),
        (Told("pins", silence="no network"), False, 0, "NOT AUDITED pins: no network"),
        (Told("pins", silence="no network"), True, 1, "NOT AUDITED pins: no network"),
    ],
)
def test_silence_fails_only_where_an_answer_is_required(told, required, code, line):
    assert audit.decide([told], required=required) == (code, [line])
