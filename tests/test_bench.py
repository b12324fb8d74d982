"""The benchmark still measures what it says: each page and its bare view answer, each with what it is compared on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench import told

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


def test_many_organisations_are_measured_on_each_database():
    """In a process that knows no settings, as `make bench` starts it."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("AUDITBLANC_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "bench.national", "12"],
        env=variables,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )

    measured = [line.split("page of all")[0] for line in done.stdout.splitlines() if "page of all" in line]
    assert ["12, SQLite, made in" in measured[0], "12, PostgreSQL, made in" in measured[1], len(measured)] == [
        True,
        True,
        2,
    ]


def test_a_run_takes_the_place_of_the_one_before(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Avant.\n{told.BEGIN}\nancien\n{told.END}\nAprès.\n", "utf-8")
    rows = [
        told.Row("Pages", "Home", "2 ms", "0.50", "1 ms", "rate ≥ 0.5", held=True),
        told.Row("Pages", "Overview", "4 ms", "0.25", "1 ms", "rate ≥ 0.5", held=False),
        told.Row("Saves", "New", "3 ms"),
    ]

    told.write("One run.", rows, page)

    assert page.read_text("utf-8") == (
        f"Avant.\n{told.BEGIN}\n\nOne run.\n\n"
        "| | Ratio | Ours | Beside | Bar | |\n| --- | --- | --- | --- | --- | --- |\n"
        "| **Pages** | | | | | |\n"
        "| Home | 0.50 | 2 ms | 1 ms | rate ≥ 0.5 | kept |\n"
        "| Overview | 0.25 | 4 ms | 1 ms | rate ≥ 0.5 | **missed** |\n"
        "| **Saves** | | | | | |\n"
        f"| New |  | 3 ms |  |  |  |\n\n{told.END}\nAprès.\n"
    )


def test_the_rows_of_every_process_of_a_run_come_together(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(told.VARIABLE, str(tmp_path / "rows"))
    rows = [told.Row("Pages", "Home", "2 ms", held=True), told.Row("Saves", "New", "3 ms")]

    for row in rows:
        told.tell(row)

    assert told.gathered(tmp_path / "rows") == rows
    assert "Pages: Home" in capsys.readouterr().out
