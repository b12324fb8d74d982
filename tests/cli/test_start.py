"""`auditblanc start`, and the name alone: what happens before a site runs. The rest: tests/web/local/test_start.py."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditblanc.cli import app, site


def test_the_name_alone_opens_the_site_where_it_is_installed(monkeypatch):
    assert app.by_itself() == ["start"]

    monkeypatch.setattr(site, "find_spec", lambda name: None if name == "granian" else object())

    assert (site.has_site(), app.by_itself()) == (False, ["--help"])


def test_without_the_site_it_says_what_to_install(auditblanc, monkeypatch):
    monkeypatch.setattr(site, "find_spec", lambda name: None)

    run = auditblanc("start")

    assert (run.code, run.out) == (2, "")
    assert run.err == (
        'Le site n’est pas installé : installez-le avec « pipx install "auditblanc[site]" » ou « uv tool install "auditblanc[site]" », '
        "ou, dans le dossier du projet, avec « make run ».\n"
    )


def test_a_synchronised_folder_gets_one_sentence(auditblanc, monkeypatch, tmp_path):
    monkeypatch.setenv("AUDITBLANC_DATA", str(tmp_path))

    run = auditblanc("start", "--data", tmp_path / "OneDrive" / "audit")

    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "est synchronisé par OneDrive" in run.err


@pytest.mark.parametrize("port", ["80", "70000", "abc"])
def test_a_port_that_is_none_is_refused(auditblanc, port):
    run = auditblanc("start", "--port", port)

    assert (run.code, run.err) == (2, "--port : un port est un nombre de 1024 à 65535. Voir « auditblanc --help ».\n")


def test_commands_on_files_import_nothing_of_the_site():
    code = (
        "import sys; from auditblanc.cli.app import outcome; outcome(['referential', 'list']); outcome(['--help']); "
        "print([name for name in ('django', 'granian', 'psutil', 'filelock') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
