"""JSON files changed at random: each is read whole, or refused with one sentence that names the place."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from auditblanc.domain.evidence import Evidence
from auditblanc.interchange import json_format
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange.form_mutations import damage
from tests.interchange.form_mutations.forms import filled

CASES, CHUNKS = (5_000, 50) if os.environ.get("AUDITBLANC_SOAK") else (200, 4)
SIZE = CASES // CHUNKS
VALUES = (
    None, True, False, 0, 1, -1, 4, 33, 34, 10**14, 1.5, -0.0, 1e300, "", " ", "AF", "1", "2026-02-30", "2026-03-01",
    "x" * 501, "x" * 20_001, "\ud800", "\x00", "a\r\nb\t", "é\u2028", "2026-v9", "1999-v1", [], {}, [[]], {"x": 1},
)  # fmt: skip
SENTENCE = re.compile("[«A-ZÉ].*[.]", re.DOTALL)


def places(value: object) -> list[tuple[object, object]]:
    """Every place in a document: what holds it, and its key or index there."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in [(value, key), *places(value[key])]]


def replace_a_value(document: object, rng: Random) -> None:
    holder, key = rng.choice(places(document))
    holder[key] = rng.choice(VALUES)


def copy_a_value(document: object, rng: Random) -> None:
    """A copy, lest a table held itself."""
    (holder, key), (source, name) = rng.choices(places(document), k=2)
    holder[key] = json.loads(json.dumps(source[name]))


def drop_a_value(document: object, rng: Random) -> None:
    holder, key = rng.choice(places(document))
    del holder[key]


def add_a_key(document: object, rng: Random) -> None:
    holder, _ = rng.choice(places(document))
    if isinstance(holder, dict):
        holder[rng.choice(["note", "level", "rating", "Indicator", "", "é" * 100])] = rng.choice(VALUES)


def repeat_an_item(document: object, rng: Random) -> None:
    holder, key = rng.choice(places(document))
    if isinstance(holder, list):
        holder.insert(0, holder[key])


def shuffle_a_list(document: object, rng: Random) -> None:
    holder, _ = rng.choice(places(document))
    if isinstance(holder, list):
        rng.shuffle(holder)


CHANGES = (replace_a_value, copy_a_value, drop_a_value, add_a_key, repeat_an_item, shuffle_a_list)


def changed(number: int, data: bytes) -> bytes:
    rng = Random(f"json/{number}")
    document = json.loads(data)
    for _ in range(rng.randint(0, 4)):
        if places(document):
            rng.choice(CHANGES)(document, rng)
    written = json.dumps(document, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
    return rng.choice(damage.OF_FILE)(written, rng) if rng.random() < 0.25 else written


def fault(data: bytes, catalogue) -> tuple[str, str]:
    """How reading ended, and what is wrong with it; empty when nothing is."""
    try:
        reading = json_format.read(data, catalogue)
    except UnreadableFileError as error:
        return "refusés", "" if SENTENCE.fullmatch(str(error)) else str(error)
    back = json_format.read(json_format.write(reading.snapshot), catalogue).snapshot
    vague = [problem.message for problem in reading.problems if not SENTENCE.fullmatch(problem.message)]
    return "lus", "ne revient pas" if back != reading.snapshot else " ".join(vague)


@pytest.mark.soak
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_changed_json_file_is_read_or_refused(chunk, catalogue, record_property):
    proofs = (Evidence(title="Planning", indicators=(1, 2), content_date=date(2026, 3, 1), holder="Alice"),)
    data = json_format.write(replace(filled(catalogue.edition("2026-v9")), evidence=proofs))

    found = [(number, *fault(changed(number, data), catalogue)) for number in range(chunk * SIZE, (chunk + 1) * SIZE)]

    record_property("fuzz", ["fichiers JSON", dict(Counter(kind for _, kind, _ in found))])
    assert [(number, wrong) for number, _, wrong in found if wrong] == []
