"""A dossier is an ordinary archive whose list ordinary tools check, written as a stream."""

from __future__ import annotations

import json
import shutil
import subprocess
import tracemalloc
import zipfile
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest

from auditblanc.domain.evidence import Evidence, EvidenceState, Piece, Revision
from auditblanc.interchange.dossier import AlteredError, Scope, stream, verify
from tests.interchange.dossier.made import ABOUT, ATTENDANCE, CONTENTS, EDITION, SNAPSHOT, TERMS, archive
from tests.soak import only_soak

MEGABYTE = 1_000_000


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return package.namelist()


def named(name: str) -> Piece:
    return Piece(revisions=(replace(SNAPSHOT.evidence[0].pieces[0].current, name=name),))


def test_proofs_lie_by_criterion_and_indicator_and_each_once():
    assert names(archive()) == [
        "index.html",
        "style.css",
        "LISEZMOI.txt",
        "dossier.json",
        "Critère 1/01 – Information du public sur les prestations/CGV 2026.pdf",
        "Critère 3/11 – Évaluation de l’atteinte des objectifs/mars.pdf",
        "Critère 3/11 – Évaluation de l’atteinte des objectifs/mars (2).pdf",
        "SHA256SUMS",
    ]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_an_ordinary_tool_checks_it(tmp_path):
    with zipfile.ZipFile(BytesIO(archive())) as package:
        package.extractall(tmp_path)

    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 7)


def test_the_list_is_of_every_file_but_itself(tmp_path):
    (tmp_path / "d.zip").write_bytes(archive())

    assert verify(tmp_path / "d.zip").agreeing == 7


def test_the_data_say_where_each_file_is():
    with zipfile.ZipFile(BytesIO(archive())) as package:
        told = json.loads(package.read("dossier.json"))

    assert (told["format"], told["organisation"], told["journal_head"]) == (
        "auditblanc-dossier",
        "Atelier Mimosa",
        "a" * 64,
    )
    terms = told["evidence"][0]
    assert (terms["title"], terms["indicators"], "key" in terms) == ("CGV", [1, 9], False)
    assert terms["files"] == [
        {
            "path": "Critère 1/01 – Information du public sur les prestations/CGV 2026.pdf",
            "name": "CGV 2026.pdf",
            "size": 12,
            "sha256": TERMS,
        }
    ]


def test_health_data_stay_out_and_it_is_said():
    with zipfile.ZipFile(BytesIO(archive())) as package:
        said = package.read("LISEZMOI.txt").decode()

    assert "1 preuve laissée de côté : n’est pas dans un état choisi.\r\n" in said
    assert "1 preuve laissée de côté : contient des données de santé.\r\n" in said


@pytest.mark.parametrize(
    ("scope", "held"),
    [
        (Scope(health_data=True), {"CGV", "Émargements", "Suivi PSH", "Bail"}),
        (Scope(personal_data=False), {"CGV", "Bail"}),
        (Scope(criteria=(3,)), {"CGV", "Émargements"}),
        (Scope(criteria=(2,)), set()),
        (Scope(states=frozenset(EvidenceState)), {"CGV", "Émargements", "Bilan", "Bail"}),
    ],
)
def test_the_scope_chooses(scope, held):
    with zipfile.ZipFile(BytesIO(archive(scope))) as package:
        told = json.loads(package.read("dossier.json"))

    assert {proof["title"] for proof in told["evidence"]} == held


def test_a_proof_lies_with_its_first_indicator_of_the_criteria_chosen():
    [path] = [name for name in names(archive(Scope(criteria=(2, 3), personal_data=False))) if name.endswith(".pdf")]

    assert path.startswith("Critère 3/09 – ")


def test_a_file_that_is_gone_stops_it_with_a_sentence():
    with pytest.raises(AlteredError, match=r"« mars\.pdf » n’est plus là"):
        archive(contents={TERMS: CONTENTS[TERMS]})


def test_a_file_that_changed_stops_it_with_a_sentence():
    with pytest.raises(AlteredError, match=r"« CGV 2026\.pdf » n’est plus celui"):
        archive(contents=CONTENTS | {TERMS: b"%PDF-1.7 CGV"})


@pytest.mark.parametrize(
    "name", ["con.pdf", f"{'a' * 300}.pdf", "..", "a/b\\c.pdf", "été?.pdf", "\u202efdp.exe", "aux"]
)
def test_any_name_becomes_one_that_windows_can_write(name):
    odd = replace(SNAPSHOT.evidence[0], pieces=(named(name),))

    [path] = [each for each in names(archive(snapshot=replace(SNAPSHOT, evidence=(odd,)))) if each.startswith("Crit")]

    last = path.rpartition("/")[2]
    assert len(path) <= 180
    assert not set('<>:"\\|?*\u202e').intersection(path)
    assert last.rstrip(" .") == last
    assert last.partition(".")[0].lower() not in ("con", "aux", "")


def test_names_that_differ_by_case_alone_are_told_apart():
    first, second = (replace(SNAPSHOT.evidence[0], pieces=(named(name),)) for name in ("Liste.pdf", "LISTE.PDF"))

    paths = names(archive(snapshot=replace(SNAPSHOT, evidence=(first, replace(second, title="Autre")))))

    assert [path.rpartition("/")[2] for path in paths if path.startswith("Crit")] == ["Liste.pdf", "LISTE (2).PDF"]


class Zeros:
    """A large file that is nowhere."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, count: int) -> bytes:
        given = min(count, self.left)
        self.left -= given
        return bytes(given)

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        pass


def large(size: int) -> str:
    found = sha256()
    for _ in range(size // MEGABYTE):
        found.update(bytes(MEGABYTE))
    return found.hexdigest()


def peak_of(size: int) -> int:
    """The most memory that a dossier of one large file takes while it is written, in bytes."""
    digest = large(size)
    file = Revision(name="film.mp4", media_type="video/mp4", size=size, sha256=digest)
    one = replace(SNAPSHOT, evidence=(Evidence(title="Film", indicators=(1,), pieces=(Piece(revisions=(file,)),)),))
    tracemalloc.start()
    total = sum(len(part) for part in stream(EDITION, one, Scope(), lambda _: Zeros(size), ABOUT))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total > size
    return peak


def test_memory_does_not_grow_with_the_files():
    assert peak_of(100 * MEGABYTE) < 4 * MEGABYTE


@only_soak("a hundred megabytes")
def test_five_gigabytes_take_no_more_memory():
    assert peak_of(5_000 * MEGABYTE) < 4 * MEGABYTE


def test_nothing_to_show_is_still_a_dossier():
    assert names(archive(snapshot=replace(SNAPSHOT, evidence=()))) == [
        "index.html",
        "style.css",
        "LISEZMOI.txt",
        "dossier.json",
        "SHA256SUMS",
    ]


def test_attendance_is_there_twice_under_two_names():
    with zipfile.ZipFile(BytesIO(archive())) as package:
        same = [name for name in package.namelist() if "mars" in name]

        assert [package.read(name) for name in same] == [CONTENTS[ATTENDANCE]] * 2
