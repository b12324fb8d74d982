"""A database and a store of files that are not in the data folder: a PostgreSQL and an S3 server program, on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import boto3

from tests import postgresql
from tests.server.outgrown import KEYS, outgrown_files
from tests.web.local.started import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def bucket() -> Iterator[tuple[dict[str, str], Any]]:
    """The variables that lead to a new bucket, and the bucket."""
    with outgrown_files() as address:
        place = urlsplit(address)
        said, keys = dict(parse_qsl(place.query)), {name.lower(): value for name, value in KEYS.items()}
        store = boto3.resource("s3", endpoint_url=said["endpoint"], region_name=said["region"], **keys)
        yield {"AUDITBLANC_FILES": address, **KEYS}, store.Bucket(place.hostname)


def database() -> dict[str, str]:
    """The variables that lead to a new PostgreSQL, stopped when the tests end."""
    return {"AUDITBLANC_DATABASE": postgresql.start(), "AUDITBLANC_SECRET": "x" * 60}


def rows(folder: Path, **variables: str) -> dict[str, Any]:
    """What every table of a site holds: how many rows, and their digest."""
    program = [sys.executable, "-m", "tests.web.local.told_rows"]
    said = environment({"AUDITBLANC_DATA": str(folder), **variables})
    done = subprocess.run(program, env=said, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
