"""The data folder: where it may be, and what is made in it."""

from __future__ import annotations

import stat

import pytest

from auditblanc.web.local import folder as data
from auditblanc.web.local.refused import RefusedError


def test_it_is_made_with_a_secret_that_stays(tmp_path):
    folder = data.made(tmp_path / "ici" / "data")
    secret = (folder / "secret").read_text()

    again = data.made(folder)

    assert (again, (again / "secret").read_text()) == (folder, secret)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "secret")] == [0o700, 0o600]
    assert len(secret) == 64


def test_a_folder_that_was_there_keeps_its_rights(tmp_path):
    tmp_path.chmod(0o755)

    data.made(tmp_path)

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_what_an_upload_left_unfinished_goes_and_nothing_else(tmp_path):
    folder = data.made(tmp_path / "data")
    group = folder / "preuves" / "mimosa" / "ab"
    group.mkdir(parents=True)
    left = (folder / "envois" / "tmp1.upload", group / ".auditblanc-01.tmp")
    kept = (group / f"ab{'0' * 62}", folder / "secret")
    for path in (*left, kept[0]):
        path.write_bytes(b"x")

    data.forget_unfinished(folder)

    assert [path.exists() for path in (*left, *kept)] == [False, False, True, True]


def test_a_synchronised_folder_is_refused_with_a_place_to_put_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "Dropbox" / "audit"

    with pytest.raises(RefusedError) as refused:
        data.made(folder)

    assert str(refused.value) == (
        f"Le dossier « {folder} » est synchronisé par Dropbox, ce qui abîme une base de données : gardez vos données sur ce seul "
        f'ordinateur, par exemple avec « auditblanc start --data "{tmp_path / "auditblanc"}" », et déposez-y plutôt les copies.'
    )
    assert not folder.exists()


def test_a_link_into_a_synchronised_folder_is_refused(tmp_path):
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "OneDrive")

    assert "synchronisé par OneDrive" in data.reason_against(tmp_path / "lien" / "audit")


def test_the_place_proposed_is_not_refused_in_its_turn(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kDrive"))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert f'--data "{tmp_path / "auditblanc"}"' in data.reason_against(tmp_path / "kDrive" / "auditblanc")
