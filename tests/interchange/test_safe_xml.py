"""XML that strangers send: what is refused, with which sentence, and what it costs."""

from __future__ import annotations

import pytest

from auditblanc.interchange import safe_xml
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange import measured

BILLION_LAUGHS = (
    b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "'
    + b"&a;" * 50
    + b'"><!ENTITY c "'
    + b"&b;" * 50
    + b'"><!ENTITY d "'
    + b"&c;" * 50
    + b'">]><r x="&d;">&d;</r>'
)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        safe_xml.parse(data)
    return str(caught.value)


def test_elements_and_text_are_kept_without_comments_and_instructions():
    root = safe_xml.parse(b"<?xml version='1.0'?><!-- a --><r>un<!-- b --><?c d?> deux<e/>fin</r>")

    assert [(node.tag, node.text, node.tail) for node in root.iter()] == [("r", "un deux", None), ("e", None, "fin")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_office_are_read(encoding):
    declared = encoding.removesuffix("-sig")
    data = f"<?xml version='1.0' encoding='{declared}'?><r>été ≤ 𝄞</r>".encode(encoding)

    root = safe_xml.parse(data)

    assert root.text == "été ≤ 𝄞"


@pytest.mark.parametrize(
    "data",
    [
        "<?xml version='1.0' encoding='UTF-7'?><r/>".encode("utf-7"),
        b"<?xml version='1.0' encoding='cp500'?><r/>",
        "<?xml version='1.0'?><r/>".encode("utf-16-le"),
        "<?xml version='1.0'?><r/>".encode("utf-16") + b"\x00",
    ],
)
def test_other_encodings_are_refused(data):
    assert refusal(data).startswith("Ce fichier est écrit dans un codage de caractères")


@pytest.mark.parametrize(
    "data",
    [
        BILLION_LAUGHS,
        b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r/>',
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
        b'<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><r/>',
        '<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>'.encode("utf-16"),
    ],
    ids=["billion laughs", "external type", "external entity", "parameter entity", "in UTF-16"],
)
def test_document_types_and_entities_are_refused(data):
    assert refusal(data).startswith("Ce fichier contient une déclaration de type (DOCTYPE)")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<r>",
        b"<r>&x;</r>",
        b"<r>\xff</r>",
        b"<root>\x00</root>",
        "<r>\ud800</r>".encode("utf-8", "surrogatepass"),
    ],
    ids=["empty", "truncated", "entity without type", "not UTF-8", "NUL", "lone surrogate"],
)
def test_damaged_documents_are_refused(data):
    assert refusal(data).startswith("Le contenu de ce fichier est abîmé")


@pytest.mark.parametrize(
    "data",
    [
        b"<r>" * 300 + b"</r>" * 300,
        b"<r>" + b"x" * 11_000_000 + b"</r>",
        b"<r>" + b"<e/>" * (safe_xml.TAG_LIMIT + 1) + b"</r>",
        b"<r>" + b"<e a='' b='' c='' d=''/>" * (safe_xml.ATTRIBUTE_LIMIT // 4 + 1) + b"</r>",
    ],
    ids=["deep", "long text", "many elements", "many attributes"],
)
def test_enormous_documents_are_refused(data):
    assert refusal(data).startswith("Le contenu de ce fichier est démesuré")


def test_a_depth_that_recursion_bears_is_read():
    root = safe_xml.parse(b"<r>" * 250 + b"</r>" * 250)

    assert sum(1 for _ in root.iter()) == 250


@pytest.mark.parametrize(
    "data",
    [
        b"<r>"
        + b"x<e a=''/>" * (safe_xml.ATTRIBUTE_LIMIT)
        + b"x<e/>" * (safe_xml.TAG_LIMIT - safe_xml.ATTRIBUTE_LIMIT - 2)
        + b"</r>",
        b"<r>" + (b"x" * 9_000_000 + b"<e/>") * 3 + b"</r>",
        ("<r>" + ("\u4e00" * 3_000_000 + "<e/>") * 3 + "</r>").encode("utf-16"),
        BILLION_LAUGHS,
    ],
    ids=["nodes up to the limits", "long texts", "UTF-16", "billion laughs"],
)
def test_the_worst_documents_stay_within_time_and_memory(data):
    measure = measured.run("from auditblanc.interchange import safe_xml", "safe_xml.parse(data)", data)

    assert measure.megabytes < 300
    assert measure.seconds < 5
