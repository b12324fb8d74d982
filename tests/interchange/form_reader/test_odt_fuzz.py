"""The filled form saved by LibreOffice, changed in every way: it is read or refused, and no word is lost.

A failure tells the number of each case: ``changed(number)`` makes it again.
"""

from __future__ import annotations

import json
import os
import re
import time
import zipfile
from collections import Counter
from functools import cache
from io import BytesIO
from random import Random

import pytest
from lxml import etree

from auditblanc.interchange import json_format
from auditblanc.interchange.form_reader import read
from auditblanc.interchange.problems import UnreadableFileError
from tests.conftest import DATA
from tests.interchange.form_mutations import damage
from tests.interchange.form_reader.odt_mutations import FAITHFUL, MUTATIONS, ROW, TABLE, TEXT, Draft
from tests.interchange.form_reader.odt_packages import zipped

CASES, CHUNKS = (5_000, 50) if os.environ.get("AUDITBLANC_SOAK") else (150, 5)
SIZE = CASES // CHUNKS
SECONDS = 5
# Markup, but for addresses.
_MARKUP = re.compile('<[^>]*?xlink:href="([^"]*)"[^>]*>|<[^>]*>')
_BETWEEN_CELLS = (ROW, f"{TABLE}table")
EXPECTED = json.loads((DATA / "fiche-remplie.expected.json").read_text("utf-8"))


@cache
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO((DATA / "fiche-remplie.odt").read_bytes())) as file:
        return {name: file.read(name) for name in ("mimetype", "content.xml", "styles.xml")}


def changed(number: int) -> tuple[Draft, list[str], bytes]:
    """The case of that number: the draft, what was done to it, and the file, damaged in one case of four."""
    rng = Random(f"odt/{number}")
    draft = Draft(rng, etree.fromstring(parts()["content.xml"]))
    steps = [rng.choice(FAITHFUL if number % 4 == 0 else MUTATIONS) for _ in range(rng.randint(1, 6))]
    for step in steps:
        step(draft)
    content = etree.tostring(draft.root, xml_declaration=True, encoding="UTF-8")
    names = [step.__name__ for step in steps]
    if number % 4 == 1:
        broken = rng.choice(damage.OF_DOCUMENT)
        content, names = broken(content, rng), [*names, broken.__name__]
        draft.typed.clear()
    return draft, names, zipped({**parts(), "content.xml": content})


def ending(number: int, catalogue) -> tuple[str, list[str]]:
    """How the reading of a case ended, and what is wrong with it."""
    draft, steps, data = changed(number)
    start = time.process_time()
    try:
        reading = read(data, catalogue)
    except UnreadableFileError as error:
        kind, faults = "refusées", [f"refusé à tort : {error}"] if number % 4 == 0 else []
    else:
        kind = "lues"
        faults = [*lost(draft, reading), *(unfaithful(reading) if number % 4 == 0 else ())]
    seconds = time.process_time() - start
    late = [f"{seconds:.1f} s"] if seconds > SECONDS else []
    return kind, [f"cas {number} ({', '.join(steps)}) : {fault}" for fault in (*faults, *late)]


def lost(draft, reading) -> list[str]:
    """The words still seen in the document that the reading does not tell."""
    told = json_format.write(reading.snapshot).decode() + "\n".join(problem.message for problem in reading.problems)
    untold = [word for word in draft.typed if word not in told]
    seen = visible(draft) if untold else ""
    return [f"mot perdu : {word}" for word in untold if word in seen]


def visible(draft) -> str:
    """What an editor would show, told plainly: paragraphs, those that damage put between cells apart, and addresses."""
    every = draft.body.iter(f"{TEXT}p", f"{TEXT}h")
    shown = [each for each in every if not any(around.getparent().tag in _BETWEEN_CELLS for around in _around(each))]
    return "\n".join(_MARKUP.sub(r"\1", etree.tostring(each, encoding="unicode")) for each in shown)


def _around(paragraph) -> list:
    """A paragraph, and the paragraphs that damage put it in."""
    return [paragraph, *paragraph.iterancestors(paragraph.tag)]


def unfaithful(reading) -> list[str]:
    answers = {
        str(rating.indicator): {"level": rating.level, "presentation": rating.presentation}
        for rating in reading.snapshot.ratings
    }
    return [f"indicateur {number}" for number in EXPECTED if answers.get(number) != EXPECTED[number]]


@pytest.mark.soak
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_changed_form_is_read_or_refused_and_no_word_is_lost(chunk, catalogue, record_property):
    found = [ending(number, catalogue) for number in range(chunk * SIZE, (chunk + 1) * SIZE)]

    record_property("fuzz", ["fiches OpenDocument", dict(Counter(kind for kind, _ in found))])
    assert [fault for _, faults in found for fault in faults] == []


def test_a_case_is_the_same_each_time():
    assert changed(7)[1:] == changed(7)[1:]
