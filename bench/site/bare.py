"""What both sides of a bare view agree on: where its row goes, and the secret that every form repeats."""

from __future__ import annotations

SETTINGS = "bench.site.settings"
# One row, one column, no index.
TABLE = "CREATE TABLE bench_line (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"
CSRF = "a" * 32


def csrf_cookie(name: str) -> str:
    return f"{name}={CSRF}"
