"""The style sheets: one class, one meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files

SHEETS = files("auditblanc.web").joinpath("static/css")
# The rule that gives a class its look, at the first level of a layer; what changes it elsewhere has more in its selector.
LOOK = re.compile(r"^  \.([a-z][\w-]*) \{", re.MULTILINE)


def test_a_class_gets_its_look_in_one_place():
    looks = defaultdict(list)
    for sheet in sorted(SHEETS.iterdir(), key=lambda each: each.name):
        for name in LOOK.findall(sheet.read_text("utf-8")):
            looks[name].append(sheet.name)

    assert {name: sheets for name, sheets in looks.items() if len(sheets) > 1} == {}
