"""What LibreOffice makes of a workbook: saved again by it, nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date

import pytest

from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Activity, Audit, Finding, LastAudit, Profile, Provider, Site
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange import workbook

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]

FILLED = Snapshot(
    edition="2026-v9",
    title="Audit de 2027",
    updated_on=date(2026, 11, 22),
    profile=Profile(
        provider=Provider(name="Atelier & Cie <Lyon>", siren="012345678"),
        activities=(Activity(category=Category.APPRENTICESHIP), Activity(category=Category.TRAINING, new_entrant=True)),
        audit=Audit(first_day=date(2027, 3, 2), kind=AuditKind.INITIAL),
        sites=(Site(name="Lyon", address="12 rue des Lilas\n69003 Lyon", permanent_staff=4),),
        last_audit=LastAudit(findings=(Finding(indicator=11, gravity=Gravity.MAJOR, words="Rien\n\nde fait"),)),
    ),
    ratings=(
        Rating(indicator=1, level=Level.READY, presentation="- a\n- b\n\tc", review=Review.LOOK_AGAIN),
        Rating(indicator=2, presentation="=1+1"),
        Rating(indicator=3, presentation="_x0041_ <r>x</r>"),
        Rating(
            indicator=4,
            level=Level.MISSING,
            by_category=(
                CategoryLevel(category=Category.TRAINING, level=Level.MISSING),
                CategoryLevel(category=Category.APPRENTICESHIP),
            ),
        ),
    ),
    evidence=(Evidence(title="Catalogue", indicators=(1, 2), content_date=date(2026, 9, 12)),),
)


def saved_again(data: bytes, folder, filter_name: str = "xlsx") -> bytes:
    (folder / "classeur.xlsx").write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            filter_name,
            "--outdir",
            str(folder / "out"),
            str(folder / "classeur.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "out" / f"classeur.{filter_name}").read_bytes()


def test_a_workbook_saved_by_libreoffice_comes_back(catalogue, tmp_path):
    data = workbook.write(FILLED, catalogue.edition("2026-v9"))

    reading = workbook.read(saved_again(data, tmp_path), catalogue)

    assert reading.snapshot == FILLED
    assert reading.problems == ()
