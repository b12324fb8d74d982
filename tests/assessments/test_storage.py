"""Contents on the disk: one place an organisation, by their hash, whole or not at all."""

from __future__ import annotations

import io
import stat

import pytest

from auditblanc.assessments.storage import content_name, contents, examined, keep, opened
from auditblanc.interchange.saving import SavingError
from tests.assessments.given import PDF, TEXT, mark


@pytest.fixture
def store(tmp_path, settings):
    """Kept in a folder of this test's own."""
    backend = "auditblanc.assessments.storage.LocalContents"
    settings.STORAGES = {**settings.STORAGES, "proofs": {"BACKEND": backend, "OPTIONS": {"location": tmp_path / "p"}}}
    return tmp_path / "p"


def kept(organisation, data):
    content = examined(io.BytesIO(data), "piece")
    keep(organisation, io.BytesIO(data), content)
    return content


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_content_is_named_by_its_organisation_and_its_hash(store):
    content = kept("mimosa", PDF)

    assert (content.sha256, content.size, content.media_type) == (mark(PDF), len(PDF), "application/pdf")
    assert files(store) == [f"mimosa/{mark(PDF)[:2]}/{mark(PDF)}"]
    with opened("mimosa", mark(PDF)) as file:
        assert file.read() == PDF


def test_the_same_again_is_written_once_and_never_across_organisations(store):
    kept("mimosa", TEXT)
    written = (store / content_name("mimosa", mark(TEXT))).stat().st_mtime_ns

    kept("mimosa", TEXT)
    kept("acacia", TEXT)

    assert (store / content_name("mimosa", mark(TEXT))).stat().st_mtime_ns == written
    assert files(store) == [content_name("acacia", mark(TEXT)), content_name("mimosa", mark(TEXT))]


def test_only_its_owner_reads_it(store):
    kept("mimosa", TEXT)

    modes = {path.relative_to(store).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in store.rglob("*")}
    name = content_name("mimosa", mark(TEXT))
    assert modes == {"mimosa": 0o700, f"mimosa/{mark(TEXT)[:2]}": 0o700, name: 0o600}


def test_a_content_cut_short_is_written_again(store):
    content = kept("mimosa", TEXT)
    (store / content_name("mimosa", content.sha256)).write_bytes(TEXT[:5])

    kept("mimosa", TEXT)

    assert contents().size(content_name("mimosa", content.sha256)) == len(TEXT)


def test_a_content_that_is_gone_is_told(store):
    with pytest.raises(FileNotFoundError):
        opened("mimosa", mark(TEXT))


def test_a_disk_that_refuses_leaves_nothing(store, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))

    with pytest.raises(SavingError, match="le disque est plein"):
        kept("mimosa", TEXT)

    assert files(store) == []
