"""A database and a store of files that are not in the data folder: a PostgreSQL and an S3 server program, on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import boto3
from moto.server import ThreadedMotoServer

from tests import postgresql
from tests.web.local.started import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
REGION = "eu-west-3"


@contextmanager
def bucket() -> Iterator[tuple[dict[str, str], Any]]:
    """The variables that lead to a new bucket, and the bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    endpoint = "http://{}:{}".format(*server.get_host_and_port())
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": REGION}
    made = boto3.resource("s3", endpoint_url=endpoint, **keys).Bucket("preuves")
    made.create(CreateBucketConfiguration={"LocationConstraint": REGION})
    yield {"AUDITBLANC_FILES": f"s3://preuves/auditblanc?endpoint={endpoint}&region={REGION}", **KEYS}, made
    server.stop()


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
