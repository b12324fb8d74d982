"""The worked example, and small assessments made for one thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import auditblanc
from auditblanc.domain.bridge import bridge
from auditblanc.interchange import json_format

TODAY = date(2026, 12, 3)
EXAMPLE = Path(auditblanc.__file__).parent / "examples" / "atelier-mimosa.json"


@pytest.fixture(scope="session")
def edition(catalogue):
    return catalogue.edition("2026-v9")


@pytest.fixture(scope="session")
def mimosa(catalogue):
    """The fictitious trainer, on the text of 2026."""
    return bridge(catalogue, json_format.read(EXAMPLE.read_bytes(), catalogue).snapshot, "2026-v9").snapshot
