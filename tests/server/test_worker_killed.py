"""Two workers on PostgreSQL, files on an S3 server, one worker killed under load: every acknowledged save and file is there."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

import boto3
import psutil
import pytest
from moto.server import ThreadedMotoServer

from tests import postgresql
from tests.server.accounts import PASSWORD
from tests.web.local.answering import SECRET, Person
from tests.web.local.started import part
from tests.web.server.served import served

ROUNDS = 30 if os.environ.get("AUDITBLANC_SOAK") else 3
PEOPLE = 6
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


class Browser:
    """One that keeps its session, and whose forms repeat the secret of its cookie."""

    def __init__(self, address: str) -> None:
        self.address, self.port = address, urlsplit(address).port
        self.cookies = {"auditblanc-csrf": SECRET}

    @property
    def secret(self) -> str:
        """Another one once signed in."""
        return self.cookies["auditblanc-csrf"]

    @property
    def headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {
            "Host": f"localhost:{self.port}",
            "Cookie": cookies,
            "Origin": self.address,
            "X-CSRFToken": self.secret,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def ask(self, method: str, path: str, body: str | bytes = "", **headers: str) -> tuple[int, str, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
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

    def answer_through(self, browser: Browser, wants_more) -> None:
        while wants_more():
            self.sent = self.sent or self._next()
            connection = HTTPConnection("127.0.0.1", browser.port, timeout=30)
            try:
                self._save(connection, {**browser.headers, "HX-Request": "true"})
            except (OSError, HTTPException):
                time.sleep(0.05)
            finally:
                connection.close()


@pytest.fixture
def site(tmp_path, monkeypatch):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    endpoint = f"http://127.0.0.1:{port}"
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    boto3.client("s3", endpoint_url=endpoint, region_name="eu-west-3").create_bucket(
        Bucket="preuves", CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
    )
    variables = {
        "AUDITBLANC_DATABASE": postgresql.start(),
        "AUDITBLANC_SECRET": "x" * 60,
        "AUDITBLANC_FILES": f"s3://preuves/auditblanc?endpoint={endpoint}&region=eu-west-3",
        "AUDITBLANC_WORKERS": "2",
    }
    with served(tmp_path / "data", **variables) as shared:
        yield shared
    server.stop()


@pytest.fixture
def browser(site):
    made = Browser(site.address)
    said = {"name": "Olive", "email": "olive@exemple.fr", "password": PASSWORD}
    status, _, page = made.ask("POST", urlsplit(site.link).path, urlencode(said))
    assert status == 302, page.decode()[-2000:]
    return made


@pytest.fixture
def path(browser):
    """The address of a new assessment."""
    status, to, page = browser.ask("POST", "/commencer/", urlencode({"name": "Atelier Mimosa", "way": "questions"}))
    assert status == 303, page.decode()[-2000:]
    return to.partition("questions/")[0]


def workers(site) -> list[psutil.Process]:
    """The processes that answer: those that listen on the port of the site, but for the one that started them."""
    port = urlsplit(site.address).port
    children = psutil.Process(site.process.pid).children(recursive=True)
    return [each for each in children if any(c.laddr.port == port for c in each.net_connections("inet"))]


def sent(browser: Browser, path: str, number: int) -> bool:
    """A file dropped on an indicator; whether it was acknowledged."""
    mark = "m" * 32
    body = part(mark, "csrfmiddlewaretoken", browser.secret) + part(mark, "request", f"file-{number}")
    body += part(mark, "file", f"contenu {number}".encode()).replace(b"copie.zip", f"fichier {number}.txt".encode())
    kind = f"multipart/form-data; boundary={mark}"
    try:
        return browser.ask("POST", path, body + f"--{mark}--\r\n".encode(), **{"Content-Type": kind})[0] == 303
    except (OSError, HTTPException):
        return False


@pytest.mark.soak
def test_nothing_acknowledged_is_lost_when_a_worker_is_killed(site, browser, path):
    people = [Member(path, indicator) for indicator in range(1, PEOPLE + 1)]
    over = threading.Event()
    saving = [
        threading.Thread(target=each.answer_through, args=(browser, lambda: not over.is_set())) for each in people
    ]
    for thread in saving:
        thread.start()
    files = []

    for round_ in range(ROUNDS):
        time.sleep(1.5)
        files += [
            number
            for number in range(3 * round_, 3 * round_ + 3)
            if sent(browser, f"{path}indicateurs/9/preuves/deposer/", number)
        ]
        alive = workers(site)
        assert len(alive) >= 1
        alive[0].send_signal(signal.SIGKILL)
    time.sleep(3)
    over.set()
    for thread in saving:
        thread.join()

    assert [each.refused for each in people] == [[]] * PEOPLE
    assert min(len(each.acknowledged) for each in people) > ROUNDS
    for each in people:
        page = browser.ask("GET", f"{path}indicateurs/{each.indicator}/")[2].decode()
        assert standing(page) in last_of(each)
        history = browser.ask("GET", f"{path}indicateurs/{each.indicator}/historique/")[2].decode()
        assert last_text(each) in history
    shown = browser.ask("GET", f"{path}indicateurs/9/")[2].decode()
    assert [number for number in files if f"fichier {number}" not in shown] == []
    keys = set(re.findall(r"/pieces/(\w+)/(?:apercu|fichier)/", shown))
    assert len(keys) >= len(files) > 0
    for key in keys:
        status, _, data = browser.ask("GET", f"{path.partition('evaluations')[0]}pieces/{key}/fichier/")
        assert (status, data[:8]) == (200, b"contenu ")


def standing(page: str) -> str:
    return re.search(r'<textarea name="presentation"[^>]*>\s*([^<]*)</textarea>', page)[1].strip()


def last_text(person: Member) -> str:
    return next(save.value for save in reversed(person.acknowledged) if save.field == "presentation")


def last_of(person: Member) -> set[str]:
    """What the text may say: the last that was acknowledged, or the one that was on its way."""
    on_its_way = {person.sent.value} if person.sent and person.sent.field == "presentation" else set()
    return {last_text(person), *on_its_way}
