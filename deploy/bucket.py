"""Make the bucket that AUDITBLANC_FILES names, unless it is there."""

from __future__ import annotations

import os
from urllib.parse import parse_qsl, urlsplit

import boto3

said = urlsplit(os.environ["AUDITBLANC_FILES"])
more = dict(parse_qsl(said.query))
region = more.get("region", "us-east-1")
storage = boto3.client("s3", endpoint_url=more.get("endpoint"), region_name=region)
if said.hostname not in [bucket["Name"] for bucket in storage.list_buckets()["Buckets"]]:
    # The first region of all is the one that may not be named.
    place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    storage.create_bucket(Bucket=said.hostname, **place)
