"""Names of downloads: French, ASCII, and never a surprise for a disk."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.assessments.downloads import file_name


@pytest.mark.parametrize(
    ("what", "organisation", "name"),
    [
        ("fiche Word vierge", "Atelier Mimosa", "fiche-word-vierge-atelier-mimosa-2026-11-25.docx"),
        ("partie de Élodie", "L’Œuvre & Cie", "partie-de-elodie-luvre-cie-2026-11-25.docx"),
        ("rapport", "株式会社", "rapport-2026-11-25.docx"),
        ("rapport", '../"; x', "rapport-x-2026-11-25.docx"),
        ("rapport", "a" * 100, f"rapport-{'a' * 60}-2026-11-25.docx"),
    ],
)
def test_a_name_is_plain(what, organisation, name):
    assert file_name(what, organisation, date(2026, 11, 25), ".docx") == name
