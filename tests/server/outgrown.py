"""What a site that has outgrown one machine is given: a PostgreSQL and an S3 server, of the test's own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import boto3
from moto.server import ThreadedMotoServer

from tests import postgresql

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


@contextmanager
def outgrown() -> Iterator[dict[str, str]]:
    """The variables that say where they are, the same for each machine."""
    with outgrown_files() as files:
        yield {
            **KEYS,
            "AUDITBLANC_DATABASE": postgresql.start(),
            "AUDITBLANC_SECRET": "x" * 60,
            "AUDITBLANC_FILES": files,
        }


@contextmanager
def outgrown_files() -> Iterator[str]:
    """An S3 server with the bucket « preuves », as AUDITBLANC_FILES names it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    endpoint = f"http://127.0.0.1:{port}"
    # What a server of an earlier test holds is this one's too.
    urlopen(Request(f"{endpoint}/moto-api/reset", method="POST")).close()  # noqa: S310 -- loopback
    keys = {name.lower(): value for name, value in KEYS.items()}
    boto3.client("s3", endpoint_url=endpoint, region_name="eu-west-3", **keys).create_bucket(
        Bucket="preuves", CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
    )
    try:
        yield f"s3://preuves/auditblanc?endpoint={endpoint}&region=eu-west-3"
    finally:
        server.stop()
