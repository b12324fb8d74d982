"""The counts themselves, as Prometheus names them."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram

# Of this process alone: what is told comes from the files of all of them.
HERE = CollectorRegistry()
REQUESTS = Counter(
    "auditblanc_requests",
    "Requests answered, by view; none: no such address",
    ("view", "method", "status"),
    registry=HERE,
)
SECONDS = Histogram(
    "auditblanc_request_seconds",
    "How long answers took",
    ("view",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=HERE,
)
DATABASE_ERRORS = Counter("auditblanc_database_errors", "Requests that the database failed", ("kind",), registry=HERE)
