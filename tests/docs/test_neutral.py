"""The chapter for certification bodies prints the table that the site asks."""

from __future__ import annotations

import re
from pathlib import Path

from auditblanc.domain.neutral import MENTION, parts

GUIDE = Path(__file__).parents[2] / "docs/guide/certificateur.md"


def test_the_guide_prints_what_is_shut_and_what_is_kept():
    told = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)

    rows = [(name, why) for name, why in told if why not in ("Raison", "---")]
    assert rows == [(part.name, part.why) for part in parts()]


def test_the_guide_tells_the_mention_to_the_letter():
    assert f"« {MENTION} »" in GUIDE.read_text("utf-8")
