"""What happens to bytes: those of the document's part, then those of the whole file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ATTRIBUTE = re.compile(rb' w:val="[^"]*"')


def flip_bytes(data: bytes, rng: Random) -> bytes:
    content = bytearray(data)
    for _ in range(rng.choice([1, 1, 3, 30])):
        content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)


def flip_letters(data: bytes, rng: Random) -> bytes:
    """Bytes become letters: tags and attributes are misspelt, and the markup often stays whole."""
    content = bytearray(data)
    for _ in range(rng.choice([1, 3, 30])):
        content[rng.randrange(len(content))] = rng.choice(b"abcdXtrpw019 -")
    return bytes(content)


def truncate(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data))]


def delete_a_span(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.choice([1, 20, 2_000]) :]


def repeat_a_span(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start : start + rng.choice([1, 200, 20_000])] + data[start:]


def repeat_an_attribute(data: bytes, rng: Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(data))
    place = rng.choice(found) if found else None
    return data[: place.end()] + place[0] + data[place.end() :] if place else data


def stretch_an_attribute(data: bytes, rng: Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(data))
    place = rng.choice(found) if found else None
    return data[: place.end() - 1] + b"9" * 100_000 + data[place.end() - 1 :] if place else data


def in_utf_16(data: bytes, rng: Random) -> bytes:
    """Legal, though no editor does it."""
    text = data.decode("utf-8", "replace")
    return re.sub(r"\A<\?xml[^>]*\?>", "", text).encode("utf-16")


def in_latin_1(data: bytes, rng: Random) -> bytes:
    """The declaration says UTF-8, the bytes are not."""
    return data.decode("utf-8", "replace").encode("latin-1", "replace")


def as_strict(data: bytes, rng: Random) -> bytes:
    return data.replace(_TRANSITIONAL, _STRICT)


def rename_namespace(data: bytes, rng: Random) -> bytes:
    return data.replace(_TRANSITIONAL, b"urn:autre")


def change_prefix(data: bytes, rng: Random) -> bytes:
    return (
        data.replace(b"<w:", b"<W0:")
        .replace(b"</w:", b"</W0:")
        .replace(b" w:", b" W0:")
        .replace(b"xmlns:w=", b"xmlns:W0=")
    )


def declare_a_type(data: bytes, rng: Random) -> bytes:
    entity = rng.choice([b"", b' [<!ENTITY e "x">]', b' SYSTEM "http://127.0.0.1:9/x.dtd"'])
    place = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    return data[:place] + b"<!DOCTYPE w:document" + entity + b">" + data[place:]


def refer_to_characters(data: bytes, rng: Random) -> bytes:
    reference = rng.choice(
        [b"&#0;", b"&#xD800;", b"&#x1;", b"&#10;", b"&#13;", b"&#x110000;", b"&e;", b"&amp;", b"&#xFFFE;"]
    )
    return data.replace(b"</w:t>", reference + b"</w:t>", 1)


def prepend(data: bytes, rng: Random) -> bytes:
    return rng.choice([b"\x00", b"MZ", b"\xef\xbb\xbf", b" " * 100, b"GIF89a"]) + data


def append(data: bytes, rng: Random) -> bytes:
    return data + rng.choice([b"\x00" * 1_000, b"PK\x05\x06" + bytes(18), b"PK\x01\x02" * 3, b"<fin/>"])


OF_DOCUMENT = (
    flip_bytes,
    flip_letters,
    truncate,
    delete_a_span,
    repeat_a_span,
    repeat_an_attribute,
    stretch_an_attribute,
    in_utf_16,
    in_latin_1,
    as_strict,
    rename_namespace,
    change_prefix,
    declare_a_type,
    refer_to_characters,
)
OF_FILE = (flip_bytes, truncate, delete_a_span, repeat_a_span, prepend, append)
