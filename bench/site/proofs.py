"""Two thousand proofs on one organisation: its pages; a dossier beside `zip -0`, hashing beside `sha256sum`."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from auditblanc.accounts.writes import local_person
from auditblanc.assessments.writes.evidence import note
from auditblanc.assessments.writes.stamp import Stamp
from auditblanc.domain.catalogue import load
from auditblanc.domain.evidence import Evidence, Piece, Revision
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.dossier import Scope, stream
from auditblanc.interchange.dossier.data import About
from bench.timing import Figure, interleaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.site.here import Here

COUNT = 2_000
FILES, SIZE = 40, 4_000_000
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    """A page with all the proofs: how long, in how many queries, how many bytes before compression."""

    figure: Figure
    queries: int
    size: int


def fill(site: Here) -> None:
    """Proofs spread over the indicators: each is heavy with sixty of them."""
    proofs = [
        Evidence(
            title=f"Preuve {number:04}", indicators=(1 + number % 33,), place="Drive", content_date=date(2026, 3, 1)
        )
        for number in range(COUNT)
    ]
    note(site.assessment.organisation_id, proofs, Stamp(by=local_person(), at=NOW))


def pages(site: Here) -> list[Shown]:
    asked = {
        "register": ("register", ()),
        "indicator": ("indicator", (6,)),
        "auditor's screen": ("audit_indicator", (6,)),
        "quality of proofs": ("quality", ()),
    }
    found = []
    for name, (view, more) in asked.items():
        address = reverse(f"assessments:{view}", args=[*site.path, *more])
        (figure,) = interleaved({name: lambda address=address: site.get(address)}, calls=2, rounds=5).values()
        with CaptureQueriesContext(connection) as asking:
            answer = site.get(address)
        found.append(Shown(figure=figure, queries=len(asking), size=len(answer.body)))
    return found


def archives() -> dict[str, dict[str, Figure]]:
    """Ours first in each: a dossier of 160 MB written to the disk, and the hash of the same files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        snapshot, files = _made(folder)
        return {
            "dossier of 160 MB": interleaved(_dossiers(folder, snapshot, files), calls=1, rounds=5),
            "hash of 160 MB": interleaved(_hashes(folder, files), calls=1, rounds=5),
        }


def _made(folder: Path) -> tuple[Snapshot, dict[str, Path]]:
    source = folder / "source"
    source.mkdir()
    proofs, files = [], {}
    for number in range(FILES):
        path = source / f"{number:02}.pdf"
        path.write_bytes(number.to_bytes(4, "big") * (SIZE // 4))
        sha256 = _digest(path)
        files[sha256] = path
        piece = Piece(revisions=(Revision(name=path.name, media_type="application/pdf", size=SIZE, sha256=sha256),))
        proofs.append(Evidence(title=f"Preuve {number}", indicators=(1 + number % 33,), pieces=(piece,)))
    return Snapshot(edition="2026-v9", evidence=tuple(proofs)), files


def _dossiers(folder: Path, snapshot: Snapshot, files: dict[str, Path]) -> dict[str, Callable[[], object]]:
    edition, target = load().edition("2026-v9"), folder / "ours.zip"
    about = About(
        organisation="Banc", edition=edition.id, edition_label=edition.title, made_at=NOW, journal_head="a" * 64
    )

    def ours() -> None:
        with target.open("wb") as out:
            out.writelines(stream(edition, snapshot, Scope(), lambda sha256: files[sha256].open("rb"), about))

    def zipped() -> None:
        other = folder / "theirs.zip"
        other.unlink(missing_ok=True)
        _run("zip", "-0", "-q", "-r", str(other), str(folder / "source"))

    return {"ours": ours, **({"zip -0": zipped} if shutil.which("zip") else {})}


def _hashes(folder: Path, files: dict[str, Path]) -> dict[str, Callable[[], object]]:
    def ours() -> list[str]:
        return [_digest(path) for path in files.values()]

    def theirs() -> None:
        _run("sha256sum", *(str(path) for path in sorted((folder / "source").iterdir())))

    return {"ours": ours, **({"sha256sum": theirs} if shutil.which("sha256sum") else {})}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
