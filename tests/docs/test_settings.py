"""docs/settings.md tells every variable that the code reads, and no other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
VARIABLE = re.compile(r"\bAUDITBLANC_[A-Z_]+\b")


def test_every_variable_is_told():
    read = {name for path in (ROOT / "src").rglob("*.py") for name in VARIABLE.findall(path.read_text("utf-8"))}

    assert set(VARIABLE.findall((ROOT / "docs" / "settings.md").read_text("utf-8"))) == read
