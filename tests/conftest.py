"""What every test may ask for: the editions shipped, and the files of tests/data."""

from __future__ import annotations

import logging
import os
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from auditblanc.domain.catalogue import Catalogue, load
from tests import people, postgresql

DATA = Path(__file__).parent / "data"

# A site for several people has other settings: its tests run apart.
collect_ignore = [] if os.environ["DJANGO_SETTINGS_MODULE"] == "tests.server_settings" else ["server"]

# Before the settings are read: no test touches the data of the person who runs it.
postgresql.start_if_asked()
os.environ["AUDITBLANC_DATA"] = tempfile.mkdtemp(prefix="auditblanc-tests-")


def pytest_configure() -> None:
    """The settings were read before this file: what goes wrong in a test is written in its own folder too, as files are."""
    for handler in logging.getLogger("django").handlers:
        if isinstance(handler, logging.FileHandler):
            handler.baseFilename = str(Path(os.environ["AUDITBLANC_DATA"]) / Path(handler.baseFilename).name)
    from django.conf import settings as site  # noqa: PLC0415 -- most tests know no Django

    site.STORAGES["proofs"]["OPTIONS"]["location"] = Path(os.environ["AUDITBLANC_DATA"]) / "preuves"


# The same examples at every run of `make test`; those of `make soak` are drawn anew each time.
settings.register_profile(
    "test", derandomize=True, max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("soak", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("soak" if os.environ.get("AUDITBLANC_SOAK") else "test")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def today() -> str:
    """The day that documents carry, as their names write it."""
    from django.utils.timezone import localdate  # noqa: PLC0415 -- most tests know no Django

    return localdate().isoformat()


# Who is there in the tests of the site: Alice owns, Bob may read, Charlie should see nothing of it.


@pytest.fixture
def alice(db):
    return people.person("Alice")


@pytest.fixture
def bob(mimosa):
    return people.member("Bob", mimosa, "reader")


@pytest.fixture
def charlie(db):
    """A stranger, with an organisation of his own."""
    stranger = people.person("Charlie")
    people.organisation("Atelier Charlie", stranger)
    return stranger


@pytest.fixture
def mimosa(alice):
    """Alice's organisation."""
    return people.organisation("Atelier Mimosa", alice)


@pytest.fixture
def assessment(mimosa, alice):
    """Alice's assessment, 33 indicators, a few of them answered."""
    return people.assessment(mimosa, alice)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How the cases of the fuzzers ended, all workers together."""
    endings: dict[str, Counter[str]] = {}
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for _name, (family, counts) in (each for each in report.user_properties if each[0] == "fuzz"):
            endings.setdefault(family, Counter()).update(counts)
    for family, counts in endings.items():
        kinds = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
        terminalreporter.write_line(f"{family} : {counts.total()} cas, {kinds}")
