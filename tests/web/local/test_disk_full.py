"""No room left on the disk: each thing a person may ask for says so, nothing is half written, and all of it works once there is room."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from html import unescape
from urllib.error import HTTPError

import pytest

from auditblanc.interchange import json_format
from tests.people import SNAPSHOT
from tests.web.local.begun import begun
from tests.web.local.started import Visitor, command, started

NO_ROOM = "disque"
TEXT = "Le catalogue, relu et daté du mois de mars. " * 300
FILE = os.urandom(400_000).hex().encode()


@pytest.fixture
def small(tmp_path):
    """A disk of 48 MB, with the data and what is written meanwhile."""
    place = tmp_path / "petit"
    place.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48m", "none", place], capture_output=True, check=False
    ).returncode:
        pytest.skip("only root may mount a small disk")
    (place / "tmp").mkdir()
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@contextmanager
def full(disk):
    """Not a byte left, but for what is within a block."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            yield
    ballast.unlink()


class Person(Visitor):
    """Asks for one thing after the other; each answer is its code and the words of its page."""

    def __init__(self, site, address):
        super().__init__(site)
        self.first, self.assessment = self.open(f"{address}indicateurs/3/"), address
        self.organisation = address.partition("evaluations/")[0]

    def asked(self, method, path, **fields):
        self.page = self.first  # its token serves every form
        try:
            page = self.post(path, **fields) if method == "post" else self.open(path)
        except HTTPError as error:
            with error:
                return error.code, unescape(error.read().decode())
        return 200, unescape(page)

    def saves(self):
        """Texts until one is refused: a database has some room of its own."""
        for version in range(400):
            told = self.asked(
                "post",
                f"{self.assessment}indicateurs/3/presentation/",
                presentation=f"{version} {TEXT}",
                version=str(version),
            )
            if told[0] != 200:
                return told
        return told

    def uploads(self):
        return self.asked("post", f"{self.assessment}indicateurs/9/preuves/deposer/", file=FILE, request="depot")

    def copies(self):
        return self.asked("post", "/mes-donnees/enregistrer/")

    def reads(self):
        document = json_format.write(SNAPSHOT)
        return self.asked("post", f"{self.organisation}importer/", file=document)

    def downloads(self):
        return self.asked("get", f"{self.assessment}dossier/fichier/?critere=1&etat=ready")

    def prints(self):
        return self.asked("get", f"{self.assessment}documents/rapport/pdf/")


@pytest.fixture
def person(small):
    with started(small / "data", TMPDIR=str(small / "tmp")) as site:
        yield Person(site, begun(site))


def test_each_thing_says_so_and_works_again_once_there_is_room(person, small):
    with full(small):
        told = {name: getattr(person, name)() for name in ("saves", "uploads", "copies", "reads")}
        streamed = person.downloads(), person.prints()
        left = command("check", "--data", small / "data")
    after = {name: getattr(person, name)() for name in ("uploads", "copies", "reads")}

    assert {name: status for name, (status, _) in told.items()} == dict.fromkeys(told, 507)
    # What goes out without being written anywhere goes out all the same.
    assert [status for status, _ in streamed] == [200, 200]
    assert {name: NO_ROOM in page for name, (_, page) in told.items()} == dict.fromkeys(told, True)
    assert {name: status for name, (status, _) in after.items()} == dict.fromkeys(after, 200)
    assert left.returncode == 0, left.stdout
    checked = command("check", "--data", small / "data")
    assert (checked.returncode, checked.stdout[:18]) == (0, "Tout est en ordre ")
    assert [each.name for each in (small / "tmp").iterdir()] == []
    assert list((small / "data" / "preuves").rglob(".auditblanc-*")) == []
