"""The table of rights of the guide is the one that the door asks."""

from __future__ import annotations

import re
from pathlib import Path

from auditblanc.accounts.models import Role
from auditblanc.accounts.rights import RIGHTS, Right

GUIDE = Path(__file__).parents[2] / "docs/guide/en-equipe.md"


def test_the_guide_prints_the_table_of_rights():
    told = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)

    assert told[2:] == [(each.label, ", ".join(role.label for role in Role if each in RIGHTS[role])) for each in Right]
