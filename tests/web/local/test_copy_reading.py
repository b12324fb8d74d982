"""A copy that somebody gives is opened within bounds, and used only when every part is what its list says."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

import pytest

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web.local import copy_reading
from auditblanc.web.local.copy_check import checked
from auditblanc.web.local.copy_file import write_copy
from auditblanc.web.local.copy_reading import DAMAGED, NOT_A_COPY, unpack
from auditblanc.web.local.tables import NEWER
from tests.web.local.conftest import INVENTED

NOW = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)


@pytest.fixture
def parts(folder) -> dict[str, bytes]:
    package = BytesIO()
    write_copy(folder, package, at=NOW)
    with zipfile.ZipFile(package) as copy:
        return {name: copy.read(name) for name in copy.namelist()}


@pytest.fixture
def into(tmp_path):
    (tmp_path / "into").mkdir()
    return tmp_path / "into"


def packed(parts: dict[str, bytes]) -> BytesIO:
    package = BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return package


def told_anew(parts: dict[str, bytes], **changed: object) -> BytesIO:
    """The parts with a list that tells them as they are now."""
    listed = {
        name: {"size": len(content), "sha256": sha256(content).hexdigest()}
        for name, content in parts.items()
        if name != "manifeste.json"
    }
    manifest = {**json.loads(parts["manifeste.json"]), "parts": listed, **changed}
    return packed({**parts, "manifeste.json": json.dumps(manifest).encode()})


def refusal(package: BytesIO, into) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        checked(unpack(package, into))
    return str(refused.value)


def test_a_copy_tells_what_it_holds(parts, into):
    contents = checked(unpack(packed(parts), into))

    assert (contents.made_at, contents.organisations) == (NOW, (("Mimosa", 0),))
    assert (into / "editions" / "mon-texte.toml").read_bytes() == INVENTED.read_bytes()


def test_files_of_proofs_are_put_where_their_content_says(parts, into):
    content = b"%PDF-1.7 emargement"
    name = f"preuves/mimosa/{sha256(content).hexdigest()[:2]}/{sha256(content).hexdigest()}"

    copy = unpack(told_anew(parts | {name: content}), into)

    assert copy.files == [into / name]
    assert (into / name).read_bytes() == content


@pytest.mark.parametrize(
    "name", ["preuves/../../x", "preuves/a/b/c.exe", f"preuves/A/aa/{'a' * 64}", f"preuves/{'a' * 64}"]
)
def test_another_name_among_the_files_is_refused(parts, into, name):
    assert refusal(told_anew(parts | {name: b"x"}), into) == DAMAGED


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_not_a_copy(content, into):
    assert refusal(BytesIO(content), into) == NOT_A_COPY


def test_another_package_is_not_a_copy(into):
    assert refusal(packed({"word/document.xml": b"<w/>"}), into) == NOT_A_COPY


@pytest.mark.parametrize("name", ["auditblanc.sqlite3", "editions/mon-texte.toml"])
def test_a_part_that_was_changed_is_seen(parts, into, name):
    changed = parts | {name: parts[name][:-1] + b"!"}

    assert refusal(packed(changed), into) == DAMAGED


def test_a_truncated_copy_is_seen(parts, into):
    whole = packed(parts).getvalue()

    assert refusal(BytesIO(whole[: len(whole) // 2]), into) == NOT_A_COPY
    assert refusal(BytesIO(whole[: len(whole) // 3] + whole[len(whole) // 3 + 9 :]), into) == DAMAGED


@pytest.mark.parametrize(
    "name", ["../ailleurs.toml", "editions/../../x.toml", "secret", "editions/a/b.toml", "/etc/x.toml"]
)
def test_a_part_that_is_not_ours_is_refused(parts, into, name):
    assert refusal(told_anew(parts | {name: b"x"}), into) == DAMAGED
    assert list(into.parent.rglob("ailleurs*")) == []


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"{}", b'{"format": 1}', b'{"format": 1, "parts": []}', b'{"format": "1"}']
)
def test_a_list_that_tells_nothing_is_refused(parts, into, manifest):
    assert refusal(packed(parts | {"manifeste.json": manifest}), into) == DAMAGED


def test_a_part_that_inflates_beyond_measure_stops_at_its_limit(parts, into):
    bomb = told_anew(parts | {"editions/bombe.toml": bytes(30_000_000)})

    assert refusal(bomb, into) == DAMAGED
    assert not (into / "editions" / "bombe.toml").exists()


def test_a_part_longer_than_told_stops_there(parts, into):
    told = {"size": 10, "sha256": sha256(bytes(10)).hexdigest()}
    manifest = json.loads(parts["manifeste.json"])
    manifest["parts"]["editions/mon-texte.toml"] = told
    longer = parts | {"manifeste.json": json.dumps(manifest).encode(), "editions/mon-texte.toml": bytes(900_000)}

    assert refusal(packed(longer), into) == DAMAGED
    assert (into / "editions" / "mon-texte.toml").stat().st_size <= 10


def test_a_copy_beyond_the_limit_is_refused(parts, into, monkeypatch):
    monkeypatch.setattr(copy_reading, "SIZE_LIMIT", 100_000)

    assert refusal(packed(parts), into).startswith("Cette copie dépasse ce qu’Auditblanc peut ouvrir")


def test_a_long_list_of_parts_is_refused_unread(into, monkeypatch):
    monkeypatch.setattr(copy_reading, "DIRECTORY_LIMIT", 1_000_000)
    many = packed({f"editions/{number}.toml": b"" for number in range(20_000)})

    assert refusal(many, into).startswith("Cette copie dépasse")


def test_a_copy_of_a_newer_format_is_refused(parts, into):
    assert refusal(told_anew(parts, format=3), into) == NEWER


def altered(parts: dict[str, bytes], into, *statements: str) -> BytesIO:
    """The copy after somebody worked on its database."""
    file = into.parent / "alteree.sqlite3"
    file.write_bytes(parts["auditblanc.sqlite3"])
    with closing(sqlite3.connect(file)) as database, database:
        for statement in statements:
            database.execute(statement)
    return told_anew(parts | {"auditblanc.sqlite3": file.read_bytes()})


def test_a_database_of_a_newer_version_is_refused(parts, into):
    newer = altered(
        parts, into, "INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '0999_later', '')"
    )

    assert refusal(newer, into) == NEWER


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON accounts_user BEGIN DELETE FROM accounts_user; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE django_migrations",
        "DROP TABLE accounts_organisation",
        "INSERT INTO accounts_membership (user_id, organisation_id, role) VALUES (99, 99, 'owner')",
    ],
)
def test_a_database_that_is_not_as_ours_is_refused(parts, into, statement):
    assert refusal(altered(parts, into, statement), into) == DAMAGED


def test_a_text_that_no_page_could_read_is_refused(parts, into):
    at_fault = told_anew(parts | {"editions/mon-texte.toml": b"rien = "})

    assert refusal(at_fault, into).startswith("Cette copie contient un texte qui ne peut pas être lu (")


def test_a_file_that_is_no_database_is_refused(parts, into):
    assert refusal(told_anew(parts | {"auditblanc.sqlite3": b"SQLite format 3\x00" + bytes(200)}), into) == DAMAGED


def test_a_damaged_database_is_refused(parts, into):
    database = bytearray(parts["auditblanc.sqlite3"])
    database[8_192 : 8_192 + 40_000] = bytes(40_000)

    assert refusal(told_anew(parts | {"auditblanc.sqlite3": bytes(database)}), into) == DAMAGED


def test_a_database_of_an_older_version_is_brought_up_to_date(parts, into):
    """As before the tables of assessments: they are made, and nothing else is lost."""
    tables = [
        "eventvalue", "event", "evidenceindicator", "evidencepiece", "evidence", "categorylevel", "rating", "frozencopy", "intake", "assessment",
    ]  # fmt: skip
    known = existing(parts, into)
    dropped = [f"DROP TABLE assessments_{name}" for name in tables if f"assessments_{name}" in known]
    left = [name for name in known if name.startswith("assessments_") and name[12:] not in tables]
    older = altered(
        parts,
        into,
        *dropped,
        *(f"DROP TABLE {name}" for name in left),
        "DELETE FROM django_migrations WHERE app = 'assessments'",
    )

    contents = checked(unpack(older, into))

    assert contents.organisations == (("Mimosa", 0),)


def existing(parts: dict[str, bytes], into) -> list[str]:
    file = into.parent / "lue.sqlite3"
    file.write_bytes(parts["auditblanc.sqlite3"])
    with closing(sqlite3.connect(file)) as database:
        return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
