"""What is done to the parts of the package beside the document."""

from __future__ import annotations

from tests.interchange.form_mutations.draft import Draft, NoTargetError

_MACRO = "word/vbaProject.bin"
_JUNK = (
    b"",
    b"<",
    b"\x00" * 50,
    b"<a/>",
    b"\xff\xfe<\x00a\x00/\x00>\x00",
    b"PK\x03\x04",
    b"<!DOCTYPE a><a/>",
    b"\xef\xbb\xbf<a/>",
)
_ELSEWHERE = ("../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x", "\\\\hote\\x", "", "x" * 5_000)


def remove_part(draft: Draft) -> None:
    del draft.parts[draft.pick(draft.parts)]


def replace_part(draft: Draft) -> None:
    draft.parts[draft.pick(draft.parts)] = draft.rng.choice(_JUNK)


def truncate_part(draft: Draft) -> None:
    name = draft.pick(draft.parts)
    draft.parts[name] = draft.parts[name][: draft.rng.randint(0, len(draft.parts[name]))]


def flip_bytes_of_a_part(draft: Draft) -> None:
    name = draft.pick(name for name, content in draft.parts.items() if content)
    content = bytearray(draft.parts[name])
    for _ in range(draft.rng.randint(1, 20)):
        content[draft.rng.randrange(len(content))] = draft.rng.randrange(256)
    draft.parts[name] = bytes(content)


def drop_everything_else(draft: Draft) -> None:
    """Only the document is left: some converters write no more."""
    draft.parts.clear()


def rename_styles(draft: Draft) -> None:
    styles = draft.parts.get("word/styles.xml", b"")
    draft.parts["word/styles.xml"] = styles.replace(b'w:styleId="', b'w:styleId="Z')


def loop_styles(draft: Draft) -> None:
    name = draft.pick(name for name in draft.parts if name == "word/styles.xml")
    ring = b'<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    draft.parts[name] = draft.parts[name].replace(b"</w:styles>", ring)


def add_macros(draft: Draft) -> None:
    draft.parts[_MACRO] = b"\xd0\xcf\x11\xe0"


def add_unknown_parts(draft: Draft) -> None:
    for number in range(draft.rng.choice([1, 30])):
        draft.parts[f"inconnu/{number}.bin"] = b"?"


def point_elsewhere(draft: Draft) -> None:
    target = draft.rng.choice(_ELSEWHERE)
    entry = f'<Relationship Id="rId901" Type="styles" Target="{target}" TargetMode="External"/></Relationships>'
    for name in [name for name in draft.parts if name.endswith(".rels")]:
        draft.parts[name] = draft.parts[name].replace(b"</Relationships>", entry.encode())


def damage_what_travels(draft: Draft) -> None:
    """The part that holds the profile and the reasons."""
    name = draft.pick(name for name in draft.parts if name.startswith("customXml/item1"))
    content = draft.parts[name]
    old, new = draft.rng.choice([
        (b"{", b"["), (b'"edition"', b'"editions"'), (b"2026-v9", b"1999-v1"), (b"}", b""), (b"true", b"maybe"),
        (b":", b";"), (b"rows", b"rangs"), (b"1", b"-1"), (b"2", b"99999999999999999999"), (b"null", b"[]"), (b"form", b"forme"),
    ])  # fmt: skip
    draft.parts[name] = content.replace(old, new, draft.rng.choice([1, 3, -1]))


def let_what_travels_travel_twice(draft: Draft) -> None:
    name = draft.pick(name for name in draft.parts if name == "customXml/item1.xml")
    draft.parts["customXml/item2.xml"] = draft.parts[name]


def change_case_of_names(draft: Draft) -> None:
    name = draft.pick(draft.parts)
    if name.lower() == name:
        raise NoTargetError
    draft.parts[name.lower()] = draft.parts.pop(name)
