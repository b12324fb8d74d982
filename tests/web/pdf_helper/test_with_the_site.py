"""The helper beside the site as a person starts it: its own process, which goes when the site goes, however it goes."""

from __future__ import annotations

import re
import sys
import time

import psutil
import pytest

from tests.web.local.started import started


def prepared(site):
    """A report, asked as a browser does."""
    entered = site.get(site.token_path)
    cookie = entered.getheader("Set-Cookie").partition(";")[0]
    home = site.get("/", Cookie=cookie).body.decode()
    place = re.search(r'href="(/o/[^"]+/evaluations/[a-z0-9]+/)', home)[1]
    return site.get(f"{place}documents/rapport/pdf/", Cookie=cookie)


def gone(processes):
    """Whether all of them end within a few seconds."""
    end = time.monotonic() + 10
    while (left := [each for each in processes if each.is_running()]) and time.monotonic() < end:
        psutil.wait_procs(left, timeout=0.2)
    return not left


@pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise there")
@pytest.mark.parametrize("how", ["terminate", "kill"])
def test_the_first_report_starts_the_helper_which_ends_with_the_site(tmp_path, how):
    with started(tmp_path) as site:
        main = psutil.Process(site.process.pid)
        before = len(main.children())
        answer = prepared(site)
        children = main.children(recursive=True)
        more = len(main.children()) - before

        getattr(main, how)()

        assert (answer.status, answer.body[:5], more) == (200, b"%PDF-", 1)
        assert gone(children)
