from __future__ import annotations

import re

import pytest
from django.template import engines
from jinja2 import UndefinedError

from auditblanc.web.settings import WEB

FOLDER = WEB / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
INLINE = {
    "a style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "a handler": re.compile(r"<[^>{]*\son[a-z]+\s*=|\shx-on", re.IGNORECASE),
    "a script": re.compile(r"<script\b(?![^>]*\bsrc=)|javascript:", re.IGNORECASE),
    "something from elsewhere": re.compile(r"(src|srcset|action)\s*=\s*[\"']?(https?:)?//|\sdata:", re.IGNORECASE),
    "markup that nobody escaped": re.compile(r"\|\s*safe\b"),
}
# The only markup written as a word: an attribute that is there or not.
CONSTANT = re.compile(r"'[^'{}]*'\s*\|\s*safe")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles(name):
    assert engines["jinja2"].env.get_template(name).name == name


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_nothing_inline(name):
    source = CONSTANT.sub("", (FOLDER / name).read_text("utf-8"))

    assert [what for what, pattern in INLINE.items() if pattern.search(source)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_short(name):
    assert (FOLDER / name).read_text("utf-8").count("\n") <= 120


def test_a_name_that_does_not_exist_is_a_fault():
    template = engines["jinja2"].env.from_string("{{ nowhere }}")

    with pytest.raises(UndefinedError, match="nowhere"):
        template.render()
