"""Workbooks changed at random, part by part: each is read with its doubts, or refused in one sentence."""

from __future__ import annotations

import io
import os
import random
import zipfile

import msgspec
import pytest
from lxml import etree

from auditblanc.domain.evidence import Evidence
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.interchange import workbook
from auditblanc.interchange.problems import UnreadableFileError

CASES, CHUNKS = (5_000, 50) if os.environ.get("AUDITBLANC_SOAK") else (100, 4)
FILLED = Snapshot(
    edition="2026-v9",
    title="Essai",
    ratings=tuple(
        Rating(indicator=number, level=Level.PARTIAL, presentation=f"Pièce {number}") for number in (1, 2, 9)
    ),
    evidence=(Evidence(title="Catalogue", indicators=(1, 2)),),
)
VALUES = [
    "",
    "0",
    "1",
    "-1",
    "9" * 40,
    "A1",
    "XFD1048576",
    "s",
    "b",
    "d",
    "inlineStr",
    "1e999",
    "é\u2028",
    "n’importe",
    "_x0000_",
]


@pytest.fixture(scope="module")
def parts(catalogue) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook.write(FILLED, catalogue.edition("2026-v9")))) as package:
        return {name: package.read(name) for name in package.namelist()}


def change_nodes(content: bytes, chance: random.Random) -> bytes:
    """An XML part with some of its nodes removed, doubled, moved, renamed or given other values."""
    root = etree.fromstring(content)
    for _ in range(chance.randint(1, 8)):
        nodes = list(root.iter(etree.Element))
        node, other = chance.choice(nodes), chance.choice(nodes)
        match chance.randrange(6):
            case 0 if node is not root:
                node.getparent().remove(node)
            case 1:
                other.append(etree.fromstring(etree.tostring(node)))
            case 2 if node not in (root, *other.iterancestors(), other):
                other.insert(0, node)
            case 3:
                node.tag = other.tag
            case 4 if node.attrib:
                node.set(chance.choice(list(node.attrib)), chance.choice(VALUES))
            case _:
                node.text = chance.choice(VALUES)
    return etree.tostring(root)


def change_bytes(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(chance.randint(0, 4)) + content[start + chance.randint(0, 9) :]


def changed(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """The workbook with one to three of its parts changed, lost, or with bytes changed once packed."""
    altered = dict(parts)
    for name in chance.sample(sorted(parts), chance.randint(1, 3)):
        change = chance.choices([change_nodes, change_bytes, None], [8, 1, 1])[0]
        if change:
            altered[name] = change(altered[name], chance)
        else:
            del altered[name]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in altered.items():
            package.writestr(name, content)
    data = buffer.getvalue()
    return change_bytes(data, chance) if chance.random() < 0.1 else data


def outcome(data: bytes, catalogue) -> str:
    """What reading gave, as it would be printed: the sentence of the refusal, or the assessment and its doubts."""
    try:
        return msgspec.json.encode(workbook.read(data, catalogue)).decode()
    except UnreadableFileError as error:
        return str(error)


@pytest.mark.soak
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_workbook_changed_at_random_is_read_or_refused_in_one_sentence(chunk, parts, catalogue):
    for case in range(chunk, CASES, CHUNKS):
        printed = outcome(changed(parts, random.Random(case)), catalogue)

        assert printed.startswith(("{", "Ce ", "Le ", "La ", "On ", "L’", "Feuille ", "Indicateur ")), case
