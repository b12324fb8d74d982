"""The figures of a site with two workers: whichever is asked tells those of both."""

from __future__ import annotations

import re
import secrets
from urllib.request import Request, urlopen

from tests.web.server.served import served

TOKEN = secrets.token_hex(16)
COUNT = re.compile(r'^auditblanc_requests_total\{.*view="account_login"\} (\S+)$', re.MULTILINE)
PARTS = re.compile(r"^auditblanc_(?:processes|database_up) (\S+)$", re.MULTILINE)


def asked(address: str, **headers: str) -> str:
    with urlopen(Request(address, headers=headers), timeout=30) as answer:  # noqa: S310 -- our own site
        return answer.read().decode()


def test_the_counts_of_all_workers_are_added_up(tmp_path):
    with served(tmp_path / "data", AUDITBLANC_METRICS=TOKEN) as site:
        for _ in range(30):
            asked(f"{site.address}/entrer/")
        # A new connection each time: the workers take turns.
        told = [asked(f"{site.address}/mesures/", Authorization=f"Bearer {TOKEN}") for _ in range(10)]

    assert {tuple(COUNT.findall(each)) for each in told} == {("30.0",)}
    # The main process, two workers, the one that does long tasks, and what Python starts beside them.
    assert all(float(PARTS.findall(each)[0]) >= 4 for each in told)
