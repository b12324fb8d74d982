"""The benchmark still measures what it says: each page and its bare view answer, each with what it is compared on."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

CODE = """
import json, os, sys
from datetime import UTC, datetime
from pathlib import Path
from auditblanc.web.local.folder import made
from auditblanc.web.local.prepare import prepare
prepare(made(Path(os.environ["AUDITBLANC_DATA"])), at=datetime.now(UTC))
from bench.site import pages, proofs
from bench.site.here import signed_in
site = signed_in()
proofs.COUNT = 40
proofs.fill(site)
asked = [address for pair in pages.pairs(site) for address in (pair.ours, pair.bare)]
print(json.dumps([site.get(address).status for address in asked] + [each.queries for each in proofs.pages(site)]))
"""


def test_every_page_that_it_times_answers(tmp_path):
    variables = {
        **os.environ,
        "AUDITBLANC_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "bench.site.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env=variables,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout.splitlines()[-1]) == [200] * 10 + [12, 8, 7, 7]


def test_a_data_folder_is_filled_once(tmp_path):
    folder = tmp_path / "data"
    command = [sys.executable, "-m", "bench", "seed", "7", "--data", str(folder)]
    variables = {name: value for name, value in os.environ.items() if name != "AUDITBLANC_DATA"}

    first, again = (
        subprocess.run(
            command, env=variables, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
        )
        for _ in range(2)
    )

    assert (first.returncode, first.stdout.split(" in ")[0]) == (0, "7 organisations, 21 assessments, 693 ratings")
    assert (again.returncode, again.stderr.split(":")[0]) == (2, "This folder has organisations already")
    (database,) = folder.rglob("*.sqlite3")
    mine = (
        "SELECT count(*) FROM accounts_membership JOIN accounts_user ON user_id = accounts_user.id WHERE email IS NULL"
    )
    with sqlite3.connect(database) as opened:
        assert opened.execute(mine).fetchone() == (7,)
        assert opened.execute("SELECT count(*) FROM accounts_user").fetchone() == (1,)
