"""Two workers on PostgreSQL, files on an S3 server, one worker killed under load: every acknowledged save and file is there."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from http.client import HTTPException

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests import postgresql
from tests.server.sharing import Browser, Member, begun, entered, workers
from tests.web.local.started import part
from tests.web.server.served import served

ROUNDS = 30 if os.environ.get("AUDITBLANC_SOAK") else 3
PEOPLE = 6
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


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
    return entered(site)


@pytest.fixture
def path(browser):
    return begun(browser)


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
        alive = workers(site.address, site.process)
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
